import type { CrewPosition } from '../contract/crew.ts'
import type { Crossing } from '../contract/geofence.ts'
import type { LogEntry } from '../contract/log.ts'
import type { Tx } from '../store/store.ts'
import type { CityFences } from './city-fences.ts'
import { crossFences, type FencedCrew } from './cross-fences.ts'
import { keepStays, staysOf } from './stay-store.ts'

const ACTOR = 'system:geofences'

/** What a crew told of itself. */
export interface Moved {
  crew: FencedCrew
  positions: readonly CrewPosition[]
}

/** Tells the log what crews came into and left by their new places. In the transaction that keeps these places: the city is locked in it, so
 *  that of two nodes each sees what the other has told, and nothing is told twice or lost by an end in between. Where no fence was ever drawn
 *  it costs one small read. `at`: the instant of the rows, for a phone's clock may be off. */
export async function takeCrossings(
  tx: Tx,
  moved: readonly Moved[],
  fences: CityFences,
  at: string,
): Promise<Crossing[]> {
  const index = await fences.seenBy(tx.db, tx.city)
  // A fence that has ended leaves nobody inside (write-fence.ts).
  if (index.size === 0) return []
  const byCrew = new Map<string, Moved>()
  for (const { crew, positions } of moved) {
    const known = byCrew.get(crew.id)
    byCrew.set(crew.id, { crew, positions: known ? [...known.positions, ...positions] : positions })
  }
  const stays = await staysOf(tx.db, tx.city, [...byCrew.keys()])
  const crossed = [...byCrew.values()].map(({ crew, positions }) =>
    crossFences(crew, stays.get(crew.id), positions, index),
  )
  const crossings = crossed.flatMap((one) => one.crossings)
  await tellCrossings(tx, crossings, at)
  const told = crossed.map(({ stay }) => stay).filter(({ atMs }) => Number.isFinite(atMs))
  await keepStays(tx, told)
  return crossings
}

/** One row of the log for each. `at`: the instant of the row; the crossing's own is in it. */
export async function tellCrossings(tx: Tx, crossings: readonly Crossing[], at: string): Promise<void> {
  if (crossings.length === 0) return
  await tx.append(crossings.map((crossing) => entryOf(crossing, at)))
}

const entryOf = (crossing: Crossing, at: string): LogEntry => ({
  ...{ at, actor: ACTOR, kind: crossing.inside ? 'fence-entered' : 'fence-left' },
  ...{ entity: 'crossing', entityId: `${crossing.fenceId} ${crossing.crewId}`, after: crossing, reason: null },
})
