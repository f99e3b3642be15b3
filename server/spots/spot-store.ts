import { setImmediate } from 'node:timers/promises'
import type { LngLat } from '../contract/geo.ts'
import type { Db } from '../store/schema.ts'

/** A place on a crew's track. */
export interface CrewPoint {
  crewId: string
  ms: number
  lng: number
  lat: number
}

const PAGE = 5_000

/** Where crews were from `fromMs` to `toMs`, a crew after the other, each in the order of time, in pages; others have their turn between two. */
export async function* crewPoints(
  db: Db,
  city: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): AsyncGenerator<CrewPoint[]> {
  for (let [crew, ms] = ['', Number.NEGATIVE_INFINITY]; ; ) {
    let query = db
      .selectFrom('crew_positions')
      .select(['crew_id as crewId', 'at_ms as ms', 'lng', 'lat'])
      .where('city', '=', city)
      .where('at_ms', '>=', fromMs)
      .where('at_ms', '<=', toMs)
    if (Number.isFinite(ms))
      query = query.where(({ eb, or, and }) =>
        or([eb('crew_id', '>', crew), and([eb('crew_id', '=', crew), eb('at_ms', '>', ms)])]),
      )
    const rows = await query.orderBy('crew_id').orderBy('at_ms').limit(PAGE).execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < PAGE) return
    ;[crew, ms] = [last.crewId, last.ms]
    await setImmediate()
  }
}

const IDS_AT_ONCE = 500

/** Where cases are, by id. */
export async function placesOfCases(db: Db, city: string, ids: readonly string[]): Promise<Map<string, LngLat>> {
  const places = new Map<string, LngLat>()
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'lng', 'lat'])
      .where('city', '=', city)
      .where('id', 'in', ids.slice(from, from + IDS_AT_ONCE))
      .execute()
    for (const { id, lng, lat } of rows) places.set(id, [lng, lat])
    await setImmediate()
  }
  return places
}

/** Unix ms of the first inspection, and of the first row of the log; undefined where there is none. */
export async function firstRecords(db: Db, city: string): Promise<{ inspection?: number; log?: number }> {
  const inspection = await db
    .selectFrom('inspections')
    .select(({ fn }) => fn.min('at_ms').as('ms'))
    .where('city', '=', city)
    .executeTakeFirst()
  const row = await db
    .selectFrom('log')
    .select('at')
    .where('city', '=', city)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return {
    ...(typeof inspection?.ms === 'number' ? { inspection: inspection.ms } : {}),
    ...(row ? { log: Date.parse(row.at) } : {}),
  }
}
