import type { State } from '../../../server/contract/state.ts'

/** So long a case that has turned red is looked at. */
export const VISIT_MS = 20_000
/** One that the camera could not go to meanwhile is old news. */
const NEWS_MS = 60_000

/** The cases that turned red and are still to be looked at, the first one now. */
export interface RedVisits {
  /** Every case known, and whether it was red. */
  red: ReadonlyMap<string, boolean>
  waiting: readonly { id: string; turnedAt: number }[]
}

export const NO_VISITS: RedVisits = { red: new Map(), waiting: [] }

/** The visits after a look at all open cases. What was red when it was first seen did not turn red. `shownSince`: since when the camera is at the
 *  first of those that wait, Unix ms. The very same object where nothing changed. */
export function redVisits(
  before: RedVisits,
  cases: readonly { id: string; state: State }[],
  now: number,
  shownSince: number | undefined,
): RedVisits {
  const { red, waiting } = before
  const isRed = new Map(cases.map(({ id, state }) => [id, state === 'late']))
  const turned = cases
    .filter(({ id }) => isRed.get(id) && red.get(id) === false)
    .map(({ id }) => ({ id, turnedAt: now }))
  // Of a clock that was set back nobody knows how long it is: it is over. `now` may itself be some seconds behind, as it comes in steps.
  const isLong = (since: number, most: number): boolean => now - since >= most || since - now >= VISIT_MS
  const over = (index: number, turnedAt: number): boolean =>
    index === 0 && shownSince !== undefined ? isLong(shownSince, VISIT_MS) : isLong(turnedAt, NEWS_MS)
  const kept = waiting.filter(({ id, turnedAt }, index) => isRed.get(id) === true && !over(index, turnedAt))
  const same = turned.length === 0 && kept.length === waiting.length && sameMap(red, isRed)
  return same ? before : { red: isRed, waiting: [...kept, ...turned] }
}

const sameMap = (a: ReadonlyMap<string, boolean>, b: ReadonlyMap<string, boolean>): boolean =>
  a.size === b.size && [...b].every(([id, value]) => a.get(id) === value)
