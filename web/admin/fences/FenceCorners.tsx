import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { coordinates } from '../../format.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import { middlesOf, movedCorner, nudged, withCorner, withoutCorner } from './corners.ts'

interface FenceCornersProps {
  surface: MapSurface
  corners: readonly LngLat[]
  onCorners: (corners: LngLat[]) => void
}

/** Metres east and north. */
const ARROWS: Record<string, readonly [number, number]> = {
  ...{ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] },
}
const LONG_STEP = 10

/** The corners of what is drawn as dots over the map that can be taken hold of, and the middle of each side to put one between. They are
 *  moved past React, after each frame of the map. */
export function FenceCorners({ surface, corners, onCorners }: FenceCornersProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  /** What is dragged: which corner, and how the map is let go again. */
  const held = useRef<{ at: number; corners: readonly LngLat[]; release: () => void }>(undefined)
  const middles = middlesOf(corners)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the middles are the corners'
  useLayoutEffect(() => {
    const places = [...corners, ...middles]
    const lay = (): void => {
      const dots = box.current?.children ?? []
      places.forEach((place, at) => {
        const [x, y] = surface.toPixel(place)
        const dot = dots[at]
        if (dot instanceof HTMLElement) dot.style.transform = `translate(${x}px, ${y}px)`
      })
    }
    lay()
    return surface.onDraw(lay)
  }, [surface, corners])

  const hold = (event: React.PointerEvent, at: number, of: readonly LngLat[]): void => {
    if (event.button !== 0) return
    event.stopPropagation()
    box.current?.setPointerCapture(event.pointerId)
    held.current = { at, corners: of, release: surface.hold() }
  }
  const move = (event: React.PointerEvent): void => {
    const frame = box.current?.getBoundingClientRect()
    if (!held.current || !frame) return
    const place = surface.toPlace([event.clientX - frame.left, event.clientY - frame.top])
    onCorners(movedCorner(held.current.corners, held.current.at, place))
  }
  const letGo = (): void => {
    held.current?.release()
    held.current = undefined
  }
  const onKey = (event: React.KeyboardEvent, at: number, place: LngLat): void => {
    const step = ARROWS[event.key]
    const drops = event.key === 'Delete' || event.key === 'Backspace'
    if ((!step && !drops) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const by = event.shiftKey ? LONG_STEP : 1
    if (step) onCorners(movedCorner(corners, at, nudged(place, step[0] * by, step[1] * by)))
    else onCorners(withoutCorner(corners, at))
  }

  return (
    <div ref={box} className="fence-dots" onPointerMove={move} onPointerUp={letGo} onPointerCancel={letGo}>
      {corners.map((place, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its number
          key={`corner ${at}`}
          type="button"
          className="fence-dot"
          aria-label={t('fences.cornerAt', { n: at + 1, place: coordinates(place) })}
          onPointerDown={(event) => hold(event, at, corners)}
          onDoubleClick={() => onCorners(withoutCorner(corners, at))}
          onKeyDown={(event) => onKey(event, at, place)}
        />
      ))}
      {middles.map((place, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a side is its number
          key={`middle ${at}`}
          type="button"
          tabIndex={-1}
          className="fence-dot is-middle"
          aria-label={t('fences.between', { n: at + 1 })}
          onPointerDown={(event) => hold(event, at + 1, withCorner(corners, at + 1, place))}
        />
      ))}
    </div>
  )
}
