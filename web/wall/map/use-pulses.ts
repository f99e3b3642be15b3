import { type RefObject, useEffect, useRef } from 'react'
import type { LitCase } from './late-cases.ts'
import type { Spot } from './place-callouts.ts'
import { isStill } from './use-screen-size.ts'

/** A case that came longer ago is not new: a stream that came back has only brought it into view. */
const NEW_MS = 60_000
/** More at once are a storm, and no longer an event. */
const MOST = 8

/** The cases that have just come. */
export function arrivals(seen: ReadonlySet<string>, cases: readonly LitCase[], now: number): LitCase[] {
  const fresh = cases.filter(({ id, of }) => !seen.has(id) && now - Date.parse(of.receivedAt) < NEW_MS)
  return fresh.length > MOST ? [] : fresh
}

/** A case that has just come is washed over once, where it lies; the element goes when that is over. */
export function usePulses(
  host: RefObject<HTMLElement | null>,
  cases: readonly LitCase[] | undefined,
  now: number,
  spotOf: ((of: LitCase['of']) => Spot) | undefined,
): void {
  const seen = useRef<Set<string>>(undefined)
  useEffect(() => {
    if (!cases) return
    const fresh = seen.current ? arrivals(seen.current, cases, now) : []
    seen.current = new Set(cases.map(({ id }) => id))
    if (!host.current || !spotOf || isStill()) return
    for (const { of, state } of fresh) wash(host.current, spotOf(of), state)
  }, [host, cases, now, spotOf])
}

function wash(host: HTMLElement, [x, y]: Spot, state: string): void {
  const ring = document.createElement('i')
  ring.className = 'wall-map-pulse'
  ring.style.cssText = `left: ${x}vh; top: ${y}vh; color: var(--${state})`
  ring.addEventListener('animationend', () => ring.remove())
  host.append(ring)
}
