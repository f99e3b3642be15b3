import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type RefObject, useEffect, useRef } from 'react'

echarts.use([SVGRenderer])

/** How many charts were made and not given back yet: what a soak looks at. */
let living = 0
export const livingCharts = (): number => living

/** One chart for the life of its box: it is drawn again when the option or the box's size changes, and given back with the box. Who uses it tells
 *  echarts which kinds of series it draws (`echarts.use`). @param draw the option, by the pixels of one hundredth of the window's height; kept
 *  the same (useCallback) while nothing is new. Sizes of a wall are in vh, and an option knows pixels only. */
export function useChart(draw: (vh: number) => EChartsCoreOption): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const drawNow = useRef(draw)
  useEffect(() => {
    if (!box.current) return
    const made = echarts.init(box.current, undefined, { renderer: 'svg' })
    chart.current = made
    living += 1
    const seen = new ResizeObserver(() => {
      made.resize()
      made.setOption(drawNow.current(innerHeight / 100), { notMerge: true })
    })
    seen.observe(box.current)
    return () => {
      seen.disconnect()
      made.dispose()
      chart.current = undefined
      living -= 1
    }
  }, [])
  useEffect(() => {
    drawNow.current = draw
    chart.current?.setOption(draw(innerHeight / 100), { notMerge: true })
  }, [draw])
  return box
}
