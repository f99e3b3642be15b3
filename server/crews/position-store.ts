import type { CrewPosition } from '../contract/crew.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'
import type { CrewPositionTable } from '../store/tables/crews.ts'

export interface PlacedCrew {
  crewId: string
  position: CrewPosition
}

const read = (row: CrewPositionTable): PlacedCrew => ({
  crewId: row.crew_id,
  position: {
    at: new Date(row.at_ms).toISOString(),
    location: [row.lng, row.lat],
    accuracyM: row.accuracy_m,
    speedKmh: row.speed_kmh,
    headingDeg: row.heading_deg,
  },
})

/** Keeps places; one of the same crew and instant takes the place of the one before: a phone that did not hear the answer sends again. */
export function keepPositions(tx: Tx, placed: readonly PlacedCrew[]): Promise<void> {
  const rows = placed.map(({ crewId, position }) => ({
    city: tx.city,
    crew_id: crewId,
    at_ms: Date.parse(position.at),
    lng: position.location[0],
    lat: position.location[1],
    accuracy_m: position.accuracyM,
    speed_kmh: position.speedKmh,
    heading_deg: position.headingDeg,
  }))
  // Twice in one statement is an error on PostgreSQL.
  const distinct = new Map(rows.map((row) => [`${row.crew_id} ${row.at_ms}`, row]))
  return tx.write('crew_positions', [...distinct.values()], 'replace')
}

/** Places after `afterMs` (Unix ms), oldest first. */
export async function positionsAfter(db: Db, city: string, afterMs: number, limit = 5_000): Promise<PlacedCrew[]> {
  const rows = await db
    .selectFrom('crew_positions')
    .selectAll()
    .where('city', '=', city)
    .where('at_ms', '>', afterMs)
    .orderBy('at_ms')
    .limit(limit)
    .execute()
  return rows.map(read)
}

/** The last place of each crew. */
export async function lastPositions(db: Db, city: string): Promise<PlacedCrew[]> {
  const last = db
    .selectFrom('crew_positions')
    .select(({ fn }) => ['crew_id as id', fn.max('at_ms').as('last_ms')])
    .where('city', '=', city)
    .groupBy('crew_id')
  const rows = await db
    .selectFrom('crew_positions')
    .innerJoin(last.as('last'), (on) =>
      on.onRef('last.id', '=', 'crew_positions.crew_id').onRef('last.last_ms', '=', 'crew_positions.at_ms'),
    )
    .selectAll('crew_positions')
    .where('city', '=', city)
    .execute()
  return rows.map(read)
}

/** Where a crew went in [from, to), Unix ms, oldest first. */
export async function trackOf(
  db: Db,
  city: string,
  { crewId, from, to, limit }: { crewId: string; from: number; to: number; limit: number },
): Promise<CrewPosition[]> {
  const rows = await db
    .selectFrom('crew_positions')
    .selectAll()
    .where('city', '=', city)
    .where('crew_id', '=', crewId)
    .where('at_ms', '>=', from)
    .where('at_ms', '<', to)
    .orderBy('at_ms')
    .limit(limit)
    .execute()
  return rows.map((row) => read(row).position)
}

const BATCH = 5_000

/** The keys of what is older than `before`, in batches: an instant and a crew. */
export async function* positionsBefore(db: Db, city: string, before: string): AsyncGenerator<string[]> {
  for (let [ms, crew] = [-1, '']; ; ) {
    const rows = await db
      .selectFrom('crew_positions')
      .select(['crew_id', 'at_ms'])
      .where('city', '=', city)
      .where('at_ms', '<', Date.parse(before))
      .where(({ eb, or, and }) => or([eb('at_ms', '>', ms), and([eb('at_ms', '=', ms), eb('crew_id', '>', crew)])]))
      .orderBy('at_ms')
      .orderBy('crew_id')
      .limit(BATCH)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ crew_id, at_ms }) => `${at_ms} ${crew_id}`)
    ;[ms, crew] = [last.at_ms, last.crew_id]
  }
}

/** Deletes every place up to the last of the keys: they come in the order of time. */
export async function forgetPositions(tx: Tx, keys: readonly string[]): Promise<number> {
  const lastMs = Number(keys.at(-1)?.split(' ')[0] ?? -1)
  const firstMs = Number(keys[0]?.split(' ')[0] ?? 0)
  const { numDeletedRows } = await tx.db
    .deleteFrom('crew_positions')
    .where('city', '=', tx.city)
    .where('at_ms', '>=', firstMs)
    .where('at_ms', '<=', lastMs)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
