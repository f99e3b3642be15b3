import type { Case } from '../contract/case.ts'
import { wholeCase } from '../contract/compact-case.ts'
import { type Cursor, encodeCursor } from '../store/cursor.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'
import { type CaseFilter, matchingCases } from './case-filter-of.ts'
import { caseRowOf } from './case-row-of.ts'

export type { CaseFilter } from './case-filter-of.ts'

/** A case and the log row that brought its state. */
export interface SeenCase {
  state: Case
  seq: number
}

/** `received`: newest first. `due`: what is due first first, then what stands still. */
export type CaseSort = 'received' | 'due'

const ORDER = {
  received: { column: 'received_ms', direction: 'desc', behind: '<' },
  due: { column: 'next_due_ms', direction: 'asc', behind: '>' },
} as const

/** `next` is the cursor of the page behind, null on the last; one of another order is no good. */
export async function listCases(
  db: Db,
  city: string,
  of: { filter?: CaseFilter; sort?: CaseSort; after?: Cursor | undefined; limit?: number },
): Promise<{ cases: Case[]; next: string | null }> {
  const { filter = {}, sort = 'received', after, limit = 100 } = of
  const { column, direction, behind } = ORDER[sort]
  let query = matchingCases(db, city, filter).select(['state', 'id', column])
  if (after) {
    query = query.where(({ or, and, eb }) =>
      or([eb(column, behind, after.ms), and([eb(column, '=', after.ms), eb('id', behind, after.id)])]),
    )
  }
  const rows = await query
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    cases: page.map(({ state }) => wholeCase(JSON.parse(state))),
    next: rows.length > limit && last ? encodeCursor({ ms: last[column], id: last.id }) : null,
  }
}

export async function countCases(db: Db, city: string, filter: CaseFilter = {}): Promise<number> {
  const row = await matchingCases(db, city, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function caseById(db: Db, city: string, id: string): Promise<Case | undefined> {
  return (await seenCases(db, city, [id])).get(id)?.state
}

/** Of two imported cases with one number the one that was received last. */
export async function caseByNumber(db: Db, city: string, number: string): Promise<SeenCase | undefined> {
  const row = await db
    .selectFrom('cases')
    .select(['state', 'seq'])
    .where('city', '=', city)
    .where('number', '=', number)
    .orderBy('received_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { state: wholeCase(JSON.parse(row.state)), seq: row.seq }
}

/** Ids fit into one statement of either engine. */
const IDS_AT_ONCE = 500

/** By id; an id that no case has is not in it. */
export async function seenCases(db: Db, city: string, ids: readonly string[]): Promise<Map<string, SeenCase>> {
  const found = new Map<string, SeenCase>()
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE)
    let query = db.selectFrom('cases').select(['id', 'state', 'seq']).where('city', '=', city)
    query = some.length === 1 ? query.where('id', '=', some[0] ?? '') : query.where('id', 'in', some)
    for (const { id, state, seq } of await query.execute()) found.set(id, { state: wholeCase(JSON.parse(state)), seq })
  }
  return found
}

const OPEN_AT_ONCE = 1_000

/** Ids of open cases with a clock that was reckoned beyond the calendars, in pages: nobody waits long for one. */
export async function* beyondCalendar(db: Db, city: string): AsyncGenerator<string[]> {
  for (let after: Cursor = { ms: 0, id: '' }; ; ) {
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'next_due_ms as ms'])
      .select(({ eb }) => eb('state', 'like', '%"beyondCalendar":true%').as('beyond'))
      .where('city', '=', city)
      .where('open', '=', 1)
      .where(({ or, and, eb }) =>
        or([eb('next_due_ms', '>', after.ms), and([eb('next_due_ms', '=', after.ms), eb('id', '>', after.id)])]),
      )
      .orderBy('next_due_ms')
      .orderBy('id')
      .limit(OPEN_AT_ONCE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows.filter(({ beyond }) => Boolean(beyond)).map(({ id }) => id)
    after = last
  }
}

/** The highest number of a day (YYYYMMDD), 0 when it has none. */
export async function lastNumberOf(db: Db, city: string, day: string): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('city', '=', city)
    .where('number', '>=', `${day}-`)
    .where('number', '<', `${day}.`)
    .executeTakeFirst()
  return row?.number ? Number(row.number.slice(day.length + 1)) : 0
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
  return matchingCases(db, city, filter)
    .select(['id', 'lng', 'lat', 'received_ms as ms', 'kind', 'code', 'source'])
    .orderBy('received_ms')
    .orderBy('id')
    .execute()
}

/** Puts down the newest states, whatever stood there: for what is brought in from elsewhere. The log is the verb's part. */
export const keepCases = (tx: Tx, states: readonly SeenCase[]): Promise<void> => write(tx, states, 'replace')

/** Puts down cases that are new. Throws where one is not. */
export const addCases = (tx: Tx, states: readonly SeenCase[]): Promise<void> => write(tx, states, 'fail')

const write = (tx: Tx, states: readonly SeenCase[], onKey: 'fail' | 'replace'): Promise<void> =>
  tx.write(
    'cases',
    states.map(({ state, seq }) => caseRowOf(tx.city, state, seq)),
    onKey,
  )

/** Puts a new state in the place of the one that row `was` of the log brought; false when that one is there no more. */
export async function replaceCase(tx: Tx, { state, seq }: SeenCase, was: number): Promise<boolean> {
  const { city, id, ...row } = caseRowOf(tx.city, state, seq)
  const { numUpdatedRows } = await tx.db
    .updateTable('cases')
    .set(row)
    .where('city', '=', city)
    .where('id', '=', id)
    .where('seq', '=', was)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
