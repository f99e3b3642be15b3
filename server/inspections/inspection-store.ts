import type { Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import type { Bbox } from '../contract/geo.ts'
import type { Inspection } from '../contract/inspection.ts'
import type { Scope } from '../contract/role.ts'
import { type Cursor, encodeCursor } from '../store/cursor.ts'
import type { Db, InspectionTable, Schema } from '../store/schema.ts'
import { checkStorable } from '../store/storable-text.ts'
import type { Tx } from '../store/store.ts'

/** Which inspections; what is absent does not narrow. */
export interface InspectionFilter {
  kind?: readonly string[]
  venueId?: string
  /** Only those that left a hazard that is not rectified. */
  openHazards?: boolean
  /** At or after, and before; ISO instants. */
  from?: string
  to?: string
  bbox?: Bbox
  /** Whose list it is: the same as isInScope of something that is given to no contractor. */
  scope?: Scope | undefined
}

/** Newest first; `next` is the cursor of the page behind, null on the last. */
export async function listInspections(
  db: Db,
  city: string,
  { filter = {}, after, limit = 100 }: { filter?: InspectionFilter; after?: Cursor | undefined; limit?: number },
): Promise<{ inspections: Inspection[]; next: string | null }> {
  let query = matching(db, city, filter).select(['state', 'id', 'at_ms'])
  if (after) {
    query = query.where(({ or, and, eb }) =>
      or([eb('at_ms', '<', after.ms), and([eb('at_ms', '=', after.ms), eb('id', '<', after.id)])]),
    )
  }
  const rows = await query
    .orderBy('at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    inspections: page.map(({ state }) => JSON.parse(state) as Inspection),
    next: rows.length > limit && last ? encodeCursor({ ms: last.at_ms, id: last.id }) : null,
  }
}

export async function countInspections(db: Db, city: string, filter: InspectionFilter = {}): Promise<number> {
  const row = await matching(db, city, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function inspectionById(db: Db, city: string, id: string): Promise<Inspection | undefined> {
  const row = await db
    .selectFrom('inspections')
    .select('state')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (JSON.parse(row.state) as Inspection)
}

/** A place and time of an inspection, for heat. */
export interface InspectionPoint {
  id: string
  lng: number
  lat: number
  /** Unix milliseconds, ascending. */
  ms: number
  kind: string
}

/** Every matching inspection as a point, in the order of time. */
export async function inspectionPoints(
  db: Db,
  city: string,
  filter: InspectionFilter = {},
): Promise<InspectionPoint[]> {
  return matching(db, city, filter)
    .select(['id', 'lng', 'lat', 'at_ms as ms', 'kind'])
    .orderBy('at_ms')
    .orderBy('id')
    .execute()
}

function matching(
  db: Db,
  city: string,
  { kind, venueId, openHazards, from, to, bbox, scope }: InspectionFilter,
): SelectQueryBuilder<Schema, 'inspections', object> {
  let query = db.selectFrom('inspections').where('city', '=', city)
  // An empty list is no alternative at all: `in ()` is a syntax error on PostgreSQL.
  if (kind) query = query.where((eb) => (kind.length ? eb('kind', 'in', kind) : eb.lit(false)))
  if (venueId) query = query.where('venue_id', '=', venueId)
  if (openHazards) query = query.where('open_hazards', '>', 0)
  if (from) query = query.where('at_ms', '>=', Date.parse(from))
  if (to) query = query.where('at_ms', '<', Date.parse(to))
  if (bbox) {
    const [west, south, east, north] = bbox
    query = query.where('lng', '>=', west).where('lng', '<=', east).where('lat', '>=', south).where('lat', '<=', north)
  }
  if (scope) query = query.where((eb) => isWithin(eb, scope))
  return query
}

function isWithin(
  eb: ExpressionBuilder<Schema, 'inspections'>,
  { areas, contractor, crewId }: Scope,
): Expression<SqlBool> {
  if (contractor !== null || crewId !== null) return eb.lit(false)
  // Codes are digits, and sort by bytes on both engines.
  const begins = (area: string) => eb.and([eb('unit_grid', '>=', area), eb('unit_grid', '<', `${area}~`)])
  const isWhole = areas.some((area) => area.length === 6)
  return eb.or([...areas.map(begins), ...(isWhole ? [eb('unit_grid', 'is', null)] : [])])
}

/** Puts down the newest states, each with the seq of the log row that brought it. The log is the verb's part. */
export function keepInspections(tx: Tx, states: readonly { state: Inspection; seq: number }[]): Promise<void> {
  return tx.write(
    'inspections',
    states.map(({ state, seq }) => rowOf(tx.city, state, seq)),
    'replace',
  )
}

function rowOf(city: string, state: Inspection, seq: number): InspectionTable {
  checkStorable(`inspection ${state.id}`, state.id, state.venueId, state.unitGrid)
  return {
    city,
    id: state.id,
    kind: state.kind,
    venue_id: state.venueId,
    unit_grid: state.unitGrid,
    lng: state.location[0],
    lat: state.location[1],
    at_ms: Date.parse(state.at),
    officer_turns: state.officerTurns,
    hazards: state.hazards.length,
    open_hazards: state.hazards.filter(({ rectifiedAt }) => rectifiedAt === null).length,
    cases_filed: state.casesFiled,
    state: JSON.stringify(state),
    seq,
  }
}
