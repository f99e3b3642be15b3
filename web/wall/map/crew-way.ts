import { type Crew, isStale } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'

/** A crew as a wall draws it: no phone, no people. */
export interface WallCrew {
  id: string
  name: string
  lngLat: LngLat
  /** Where it came from, oldest first. */
  trail: readonly LngLat[]
  stale: boolean
}

/** What is known of where a crew is. */
export interface Whereabouts {
  at: string
  location: LngLat
  trail: readonly LngLat[]
}

/** So many places of a trail are kept: at one every 10 s three minutes. */
const TRAIL_PLACES = 18

/** Where a crew is after another place was heard; the same where that came late. */
export function moved(
  before: Whereabouts | undefined,
  { at, location }: Pick<Whereabouts, 'at' | 'location'>,
): Whereabouts {
  if (before && Date.parse(before.at) >= Date.parse(at)) return before
  return { at, location, trail: [...(before?.trail ?? []), location].slice(-TRAIL_PLACES) }
}

/** 市政一组（演示） is 市政一 on the map, as everybody says it. */
const shortName = (name: string): string =>
  name.replace(/(?<=.)\uff08[^\uff09]*\uff09$/, '').replace(/(?<=..)\u7ec4$/, '')

/** The crews on duty whose place is known. */
export const crewsOnWall = (
  crews: readonly Pick<Crew, 'id' | 'name' | 'onDuty' | 'endedAt'>[],
  places: ReadonlyMap<string, Whereabouts>,
  now: number,
): WallCrew[] =>
  crews.flatMap(({ id, name, onDuty, endedAt }) => {
    const place = places.get(id)
    if (!place || !onDuty || endedAt !== null) return []
    const { at, location, trail } = place
    return [{ id, name: shortName(name), lngLat: location, trail, stale: isStale({ at }, now) }]
  })
