import { useEffect, useRef } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import { arrivals } from './arrivals.ts'

const STILL = '(prefers-reduced-motion: reduce)'

/** A case that has just come is washed over once (900 ms), where it lies; the element goes when the animation ends. */
export function usePulses(
  host: HTMLElement | null,
  surface: MapSurface | null,
  cases: readonly DeskCase[],
  now: number,
): void {
  const seen = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    const before = seen.current
    const fresh = before ? arrivals(before, cases, now) : []
    seen.current =
      before && fresh.length === 0 && cases.every(({ id }) => before.has(id)) ? before : joined(before, cases)
    if (!host || !surface || matchMedia(STILL).matches) return
    for (const { location } of fresh) pulse(host, surface, location)
  }, [host, surface, cases, now])
}

/** What was seen once is not new when a filter brings it back. */
const joined = (before: ReadonlySet<string> | undefined, cases: readonly DeskCase[]): ReadonlySet<string> => {
  const all = new Set(before)
  for (const { id } of cases) all.add(id)
  return all
}

function pulse(host: HTMLElement, surface: MapSurface, place: DeskCase['location']): void {
  const wash = document.createElement('i')
  wash.className = 'desk-pulse'
  const follow = (): void => {
    const [x, y] = surface.toPixel(place)
    wash.style.left = `${x}px`
    wash.style.top = `${y}px`
  }
  follow()
  const leave = surface.onDraw(follow)
  wash.addEventListener('animationend', () => {
    leave()
    wash.remove()
  })
  host.append(wash)
}
