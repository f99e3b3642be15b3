import type { CrewPosition } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { LivePosition } from '../../../server/contract/live.ts'

/** So much of a way shows where a crew comes from: half an hour, at most one place every 20 s. */
const TRAIL_MS = 30 * 60_000
const TRAIL_PLACES = 90

/** The places of a crew since this page is open, the oldest first. */
export type Trails = ReadonlyMap<string, readonly LivePosition[]>

/** The trails with one place more. One that is older than the last came late, and is passed over. */
export function withPlace(trails: Trails, place: LivePosition): Trails {
  const before = trails.get(place.crewId) ?? []
  const last = before.at(-1)
  if (last && Date.parse(place.at) <= Date.parse(last.at)) return trails
  const since = Date.parse(place.at) - TRAIL_MS
  const kept = [...before.filter(({ at }) => Date.parse(at) > since), place].slice(-TRAIL_PLACES)
  return new Map(trails).set(place.crewId, kept)
}

export const trailOf = (trails: Trails, crewId: string): LngLat[] =>
  (trails.get(crewId) ?? []).map(({ location }) => location)

/** Where a crew is: what was heard last, or what was read where that is newer. */
export function positionOf(trails: Trails, crewId: string, read: CrewPosition | null): CrewPosition | null {
  const heard = trails.get(crewId)?.at(-1)
  if (!heard || (read && Date.parse(read.at) >= Date.parse(heard.at))) return read
  return { accuracyM: null, speedKmh: null, headingDeg: null, ...heard }
}
