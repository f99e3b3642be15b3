import type { Crew } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type CrewTrack, type CrewTracks, placeAt, TRACK_GAP_MINUTES } from '../../../server/contract/track.ts'
import type { DeskCrew } from '../desk/desk-crew.ts'

const TRAIL_SECONDS = 15 * 60

/** The crews as they were at an instant (Unix ms), drawn as the living ones are: a crew of whom nothing is known then has no place. */
export function crewsAt({ from, tracks }: CrewTracks, crews: readonly Crew[], at: number): DeskCrew[] {
  const t = (at - Date.parse(from)) / 1_000
  const byId = new Map(tracks.map((track) => [track.crewId, track]))
  return crews.flatMap((crew): DeskCrew[] => {
    const track = byId.get(crew.id)
    if (!track) return []
    const place = placeAt(track, t)
    if (!place) return [{ crew, position: null, trail: [] }]
    const position = { at: new Date(at).toISOString(), accuracyM: null, ...place }
    // Places are taken of crews on duty alone, so it was.
    return [{ crew: { ...crew, onDuty: true }, position, trail: [...trailBefore(track, t), place.location] }]
  })
}

/** The way of the last minutes before `t`, up to the last gap. */
function trailBefore({ t: times, lng, lat }: CrewTrack, t: number): LngLat[] {
  const trail: LngLat[] = []
  let after = t
  for (let row = times.findLastIndex((one) => one < t); row >= 0; row--) {
    const at = times[row] ?? 0
    if (t - at > TRAIL_SECONDS || after - at > TRACK_GAP_MINUTES * 60 + 1e-6) break
    trail.unshift([lng[row] ?? 0, lat[row] ?? 0])
    after = at
  }
  return trail
}
