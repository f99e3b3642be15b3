import { z } from 'zod'
import { CrewPosition, STALE_POSITION_MINUTES } from './crew.ts'
import { LngLat } from './geo.ts'

/** Between two places further apart in time nothing is known: the same rule by which a place is drawn hollow (D15). */
export const TRACK_GAP_MINUTES = STALE_POSITION_MINUTES

/** A track leaves places out only where the rest, followed evenly in time, comes within so many metres of each of them at its very instant. */
export const TRACK_WITHIN_METRES = 5

/** What happened to a crew on its way. */
export const TrackEventKind = z.enum([
  'dispatched', //  a case was given to it
  'taken', //       it took the case
  'stage-done',
  'sent-back',
  'handled', //     fed back
  'reworked', //    a check failed, and it has the case again
  'taken-away', //  given to another crew
  'fence-entered',
  'fence-left',
])
export type TrackEventKind = z.infer<typeof TrackEventKind>

export const TrackEvent = z.object({
  at: z.string(),
  kind: TrackEventKind,
  /** The case, with its number and place; null for a fence's. */
  caseId: z.string().nullable(),
  number: z.string().nullable(),
  fenceId: z.string().nullable(),
  /** Of a case its place; of a fence's null: where the crew was is in its track. */
  location: LngLat.nullable(),
})
export type TrackEvent = z.infer<typeof TrackEvent>

/** Where a crew went, in columns of one length, ascending in time. */
export const CrewTrack = z.object({
  crewId: z.string(),
  name: z.string(),
  /** Seconds since the answer's `from`. */
  t: z.array(z.number()),
  lng: z.array(z.number()),
  lat: z.array(z.number()),
  /** Degrees clockwise from north, and km/h, where the phone said so. */
  headingDeg: z.array(z.number().nullable()),
  speedKmh: z.array(z.number().nullable()),
  events: z.array(TrackEvent),
})
export type CrewTrack = z.infer<typeof CrewTrack>

export const CrewTracks = z.object({
  from: z.string(),
  to: z.string(),
  gapMinutes: z.number(),
  withinMetres: z.number(),
  tracks: z.array(CrewTrack),
})
export type CrewTracks = z.infer<typeof CrewTracks>

/** Where a crew is now, and where it came from. */
export const CrewWhereabouts = z.object({
  crewId: z.string(),
  /** Null for one off duty, or not heard of yet. */
  position: CrewPosition.nullable(),
  stale: z.boolean(),
  /** The way of the last minutes, oldest first, its end the position. */
  trail: z.array(LngLat),
})
export type CrewWhereabouts = z.infer<typeof CrewWhereabouts>

export interface PlaceOnTrack {
  location: LngLat
  headingDeg: number | null
  speedKmh: number | null
}

/** Where a crew was `t` seconds after the track's `from`: evenly between the place before and the one after; undefined before the first, after
 *  the last, and between two that are more than TRACK_GAP_MINUTES apart. */
export function placeAt(track: Omit<CrewTrack, 'crewId' | 'name' | 'events'>, t: number): PlaceOnTrack | undefined {
  const { lng, lat } = track
  const after = firstNotBefore(track.t, t)
  const [end, before] = [track.t[after], track.t[after - 1]]
  if (end === undefined) return undefined
  const told = { headingDeg: track.headingDeg[after] ?? null, speedKmh: track.speedKmh[after] ?? null }
  if (end === t) return { location: [lng[after] ?? 0, lat[after] ?? 0], ...told }
  // Seconds with their milliseconds are no whole numbers, and a difference of them is off by a hair.
  if (before === undefined || end - before > TRACK_GAP_MINUTES * 60 + 1e-6) return undefined
  const share = (t - before) / (end - before)
  const [lng1 = 0, lat1 = 0] = [lng[after - 1], lat[after - 1]]
  return { location: [lng1 + ((lng[after] ?? 0) - lng1) * share, lat1 + ((lat[after] ?? 0) - lat1) * share], ...told }
}

/** Index of the first that is `t` or later; the length when none is. */
function firstNotBefore(times: readonly number[], t: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < t) low = middle + 1
    else high = middle
  }
  return low
}
