import { LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import type { EChartsCoreOption } from 'echarts/core'
import * as echarts from 'echarts/core'
import type { LandfillSeries, Point } from './landfill-series.ts'

echarts.use([LineChart, GridComponent])

/** Colours of a chart on this page; the same names as in CSS. */
export interface Inks {
  text1: string
  text2: string
  text3: string
  grid: string
  base: string
  ground: string
}

export interface LandfillTrial {
  /** The likely way on if something were done otherwise; it stands in the accent, as all that is the person's own. */
  likely: readonly Point[]
  ink: string
}

/** The curve of surveys, the likely way on, and the fan between the fast and the slow end. Words on the time axis stand in HTML beside it.
 *  @returns the option by the pixels of one hundredth of a wall's height; on a desk those are 8 */
export function drawLandfillChart(series: LandfillSeries, inks: Inks, unit: string, trial?: LandfillTrial) {
  return (vh: number): EChartsCoreOption => {
    const { curve, likely, fan, from, to, top, step } = series
    const line = { type: 'line', showSymbol: false, silent: true, animation: false, z: 3 }
    const band = { ...line, stack: 'fan', lineStyle: { opacity: 0 }, z: 1 }
    const [last] = curve.slice(-1)
    return {
      animation: false,
      grid: { left: 0, right: 0, top: 1.9 * vh, bottom: 0.2 * vh },
      xAxis: {
        ...{ type: 'time', min: from, max: to, axisLabel: { show: false }, axisTick: { show: false } },
        ...{ splitLine: { show: false }, axisLine: { lineStyle: { color: inks.base, width: 0.1 * vh } } },
      },
      yAxis: {
        ...{ type: 'value', min: 0, max: top, interval: step, position: 'right', axisLine: { show: false } },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: inks.grid, width: 0.1 * vh } },
        axisLabel: {
          ...{ inside: true, margin: 0, color: inks.text3, fontSize: 1.5 * vh, fontFamily: 'inherit' },
          ...{ verticalAlign: 'bottom', padding: [0, 0, 0.25 * vh, 0] },
          formatter: (m3: number) => (m3 === 0 ? '' : m3 === top ? `${m3 / 10_000} ${unit}` : String(m3 / 10_000)),
        },
      },
      series: [
        { ...band, data: fan.map(({ at, low }) => [at, low]) },
        {
          ...band,
          areaStyle: { color: inks.text2, opacity: 0.2 },
          data: fan.map(({ at, low, high }) => [at, high - low]),
        },
        { ...line, data: likely, lineStyle: { color: inks.text1, width: 0.19 * vh, type: [0.65 * vh, 0.46 * vh] } },
        { ...line, data: curve, lineStyle: { color: inks.text1, width: 0.24 * vh, join: 'round' } },
        ...(trial
          ? [
              {
                ...{ ...line, data: trial.likely },
                lineStyle: { color: trial.ink, width: 0.24 * vh, type: [0.65 * vh, 0.46 * vh] },
              },
            ]
          : []),
        {
          ...line,
          ...{ z: 4, showSymbol: true, symbol: 'circle', symbolSize: 0.85 * vh, data: last ? [last] : [] },
          itemStyle: { color: inks.ground, borderColor: inks.text1, borderWidth: 0.24 * vh },
        },
      ],
    }
  }
}

/** @param ground behind the chart, by its token */
export function inksOf(style: CSSStyleDeclaration, ground = '--n-1'): Inks {
  const ink = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ...{ text1: ink('--text-1'), text2: ink('--text-2'), text3: ink('--text-3') },
    ...{ grid: ink('--n-4'), base: ink('--n-6'), ground: ink(ground) },
  }
}
