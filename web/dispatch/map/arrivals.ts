import type { DeskCase } from '../../../server/contract/desk-case.ts'

/** A case that came longer ago is not new: another filter or a stream that came back has only brought it into view. */
const NEW_MS = 60_000
/** More at once are a storm, and no longer an event. */
const MOST = 12

/** The cases that have just come: not among those seen before, and received within the last minute. */
export function arrivals(
  seen: ReadonlySet<string>,
  cases: readonly Pick<DeskCase, 'id' | 'receivedAt' | 'location'>[],
  now: number,
): Pick<DeskCase, 'id' | 'location'>[] {
  const fresh = cases.filter(({ id, receivedAt }) => !seen.has(id) && now - Date.parse(receivedAt) < NEW_MS)
  return fresh.length > MOST ? [] : fresh
}
