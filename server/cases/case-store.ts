import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { Case } from '../contract/case.ts'
import type { Bbox } from '../contract/geo.ts'
import { type Cursor, encodeCursor } from '../store/cursor.ts'
import type { CaseTable, Db, Schema } from '../store/schema.ts'
import { checkStorable } from '../store/storable-text.ts'
import type { Tx } from '../store/store.ts'

/** Which cases; what is absent does not narrow. Lists are alternatives. */
export interface CaseFilter {
  status?: readonly string[]
  source?: readonly string[]
  code?: readonly string[]
  kind?: 'component' | 'matter'
  assetId?: string
  /** Received at or after, and before; ISO instants. */
  from?: string
  to?: string
  bbox?: Bbox
}

/** Newest first; `next` is the cursor of the page behind, null on the last. */
export async function listCases(
  db: Db,
  city: string,
  { filter = {}, after, limit = 100 }: { filter?: CaseFilter; after?: Cursor | undefined; limit?: number },
): Promise<{ cases: Case[]; next: string | null }> {
  let query = matching(db, city, filter).select(['state', 'id', 'received_ms'])
  if (after) {
    query = query.where(({ or, and, eb }) =>
      or([eb('received_ms', '<', after.ms), and([eb('received_ms', '=', after.ms), eb('id', '<', after.id)])]),
    )
  }
  const rows = await query
    .orderBy('received_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    cases: page.map(({ state }) => JSON.parse(state) as Case),
    next: rows.length > limit && last ? encodeCursor({ ms: last.received_ms, id: last.id }) : null,
  }
}

export async function countCases(db: Db, city: string, filter: CaseFilter = {}): Promise<number> {
  const row = await matching(db, city, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function caseById(db: Db, city: string, id: string): Promise<Case | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('state')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (JSON.parse(row.state) as Case)
}

/** A place and time of a case, for heat. */
export interface CasePoint {
  id: string
  lng: number
  lat: number
  /** Unix milliseconds of receipt, ascending. */
  ms: number
  kind: string
  code: string
  source: string
}

/** Every matching case as a point, in the order of receipt. */
export async function casePoints(db: Db, city: string, filter: CaseFilter = {}): Promise<CasePoint[]> {
  return matching(db, city, filter)
    .select(['id', 'lng', 'lat', 'received_ms as ms', 'kind', 'code', 'source'])
    .orderBy('received_ms')
    .orderBy('id')
    .execute()
}

function matching(
  db: Db,
  city: string,
  { status, source, code, kind, assetId, from, to, bbox }: CaseFilter,
): SelectQueryBuilder<Schema, 'cases', object> {
  let query = db.selectFrom('cases').where('city', '=', city)
  if (status) query = query.where(isOneOf('status', status))
  if (source) query = query.where(isOneOf('source', source))
  if (code) query = query.where(isOneOf('code', code))
  if (kind) query = query.where('kind', '=', kind)
  if (assetId) query = query.where('asset_id', '=', assetId)
  if (from) query = query.where('received_ms', '>=', Date.parse(from))
  if (to) query = query.where('received_ms', '<', Date.parse(to))
  if (bbox) {
    const [west, south, east, north] = bbox
    query = query.where('lng', '>=', west).where('lng', '<=', east).where('lat', '>=', south).where('lat', '<=', north)
  }
  return query
}

/** An empty list is no alternative at all: `in ()` is a syntax error on PostgreSQL. */
const isOneOf =
  (column: 'status' | 'source' | 'code', values: readonly string[]) => (eb: ExpressionBuilder<Schema, 'cases'>) =>
    values.length ? eb(column, 'in', values) : eb.lit(false)

/** Puts down the newest states, each with the seq of the log row that brought it. The log is the verb's part. */
export function keepCases(tx: Tx, states: readonly { state: Case; seq: number }[]): Promise<void> {
  return tx.write(
    'cases',
    states.map(({ state, seq }) => rowOf(tx.city, state, seq)),
    'replace',
  )
}

function rowOf(city: string, state: Case, seq: number): CaseTable {
  checkStorable(`case ${state.id}`, state.id, state.unitGrid, state.assetId)
  return {
    city,
    id: state.id,
    number: state.number,
    kind: state.kind,
    code: state.code,
    source: state.source,
    status: state.status,
    outcome: state.outcome,
    asset_id: state.assetId,
    unit_grid: state.unitGrid,
    lng: state.location[0],
    lat: state.location[1],
    received_ms: Date.parse(state.receivedAt),
    closed_ms: state.closedAt === null ? null : Date.parse(state.closedAt),
    state: JSON.stringify(state),
    seq,
  }
}
