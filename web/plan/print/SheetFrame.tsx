import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { MapSurface, Pixel } from '../../map/map-surface.ts'
import { type Ground, placeAt } from './true-scale.ts'

interface SheetFrameProps {
  surface: MapSurface
  ground: Ground
  onMove: (centre: LngLat) => void
}

/** CSS pixels of the sheet that an arrow key moves it by: 10 mm, and 1 mm with Shift. */
const STEP = { far: 37.8, near: 3.78 }
const WAYS: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The ground that the sheet shows, on the map: to be dragged where it should be. */
export function SheetFrame({ surface, ground, onMove }: SheetFrameProps) {
  const { t } = useTranslation()
  const [, drawn] = useState(0)
  const grip = useRef<{ from: LngLat; centre: LngLat }>(undefined)
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => surface.onDraw(() => drawn((count) => count + 1)), [surface])
  const [width, height] = surface.size()
  const [halfWidth, halfHeight] = [ground.pixels[0] / 2, ground.pixels[1] / 2]
  const corners: readonly Pixel[] = [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ].map((corner) => surface.toPixel(placeAt(ground, corner as [number, number])))
  const outline = `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`
  const [middleX, middleY] = surface.toPixel(ground.centre)
  const placeOf = (event: React.PointerEvent): LngLat => {
    const { left = 0, top = 0 } = svg.current?.getBoundingClientRect() ?? {}
    return surface.toPlace([event.clientX - left, event.clientY - top])
  }
  const hands = {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      grip.current = { from: placeOf(event), centre: ground.centre }
    },
    onPointerMove: (event: React.PointerEvent) => {
      if (!grip.current) return
      const { from, centre } = grip.current
      const to = placeOf(event)
      onMove([centre[0] + to[0] - from[0], centre[1] + to[1] - from[1]])
    },
    onPointerUp: () => {
      grip.current = undefined
    },
    onPointerCancel: () => {
      grip.current = undefined
    },
  }
  return (
    <div className="sheet-frame">
      <svg ref={svg} width={width} height={height} aria-hidden="true">
        <path className="sheet-outside" fillRule="evenodd" d={`M0 0H${width}V${height}H0Z${outline}`} />
        <path className="sheet-outline" d={outline} {...hands} />
      </svg>
      <button
        type="button"
        className="sheet-grip"
        style={{ left: middleX, top: middleY }}
        aria-label={t('sheet.frame')}
        title={t('sheet.frame')}
        onKeyDown={(event) => {
          const way = WAYS[event.key]
          if (!way) return
          event.preventDefault()
          const step = event.shiftKey ? STEP.near : STEP.far
          onMove(placeAt(ground, [way[0] * step, way[1] * step]))
        }}
        {...hands}
      >
        <svg className="stroke" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
          <path d="M9 2.500v13M2.500 9h13M9 2.500 7 4.500M9 2.500l2 2M9 15.500l-2-2M9 15.500l2-2M2.500 9l2-2M2.500 9l2 2M15.500 9l-2-2M15.500 9l-2 2" />
        </svg>
      </button>
    </div>
  )
}
