import type { CrewPosition } from '../contract/crew.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Db } from '../store/schema.ts'
import { positionsAfter } from './position-store.ts'
import { thinTrack } from './thin-track.ts'

/** A way that a line on the map shows behind a crew. */
export const TRAIL_MINUTES = 15
const WITHIN_METRES = 5
/** 300 crews that each send one every five seconds make 54,000. */
const MOST_PLACES = 100_000

/** The ways of the last TRAIL_MINUTES by crew, oldest first. */
export async function readTrails(db: Db, city: string, nowMs: number): Promise<Map<string, LngLat[]>> {
  const byCrew = new Map<string, CrewPosition[]>()
  for (const { crewId, position } of await positionsAfter(db, city, nowMs - TRAIL_MINUTES * 60_000, MOST_PLACES)) {
    const known = byCrew.get(crewId)
    if (known) known.push(position)
    else byCrew.set(crewId, [position])
  }
  return new Map(
    [...byCrew].map(([id, positions]) => [id, thinTrack(positions, WITHIN_METRES).map(({ location }) => location)]),
  )
}
