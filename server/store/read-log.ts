import { setImmediate } from 'node:timers/promises'
import type { Entity, LogRow } from '../contract/log.ts'
import type { Head } from './append-to-log.ts'
import { NO_HASH } from './hash-chain.ts'
import type { Db, LogTable } from './schema.ts'

const PAGE = 2_000
/** Of the whole log: a page is read and hashed in one go, and others wait for so long (some 10 ms on SQLite). */
const CHECKED_AT_ONCE = 500

const logRowOf = (row: LogTable): LogRow => ({
  city: row.city,
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  kind: row.kind,
  entity: row.entity as Entity,
  entityId: row.entity_id,
  after: row.after === null ? null : JSON.parse(row.after),
  reason: row.reason,
  hash: row.hash,
})

/** Where a city's log ends; seq 0 for a city nobody wrote to. */
export async function readHead(db: Db, city: string): Promise<Head> {
  const head = await db
    .selectFrom('city_heads')
    .select(['seq', 'hash', 'at'])
    .where('city', '=', city)
    .executeTakeFirst()
  return head ?? { seq: 0, hash: NO_HASH, at: null }
}

/** Rows behind `after`, oldest first, at most `limit` (2,000 unless told). */
export async function readLog(db: Db, of: { city: string; after: number; limit?: number }): Promise<LogRow[]> {
  return (await readRows(db, of)).map(logRowOf)
}

const readRows = (db: Db, { city, after, limit = PAGE }: { city: string; after: number; limit?: number }) =>
  db
    .selectFrom('log')
    .selectAll()
    .where('city', '=', city)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()

/** The whole log in pages as it stands in the table, for checking the chain. */
export async function* pagesOfLog(db: Db, city: string): AsyncGenerator<LogTable[]> {
  for (let after = 0; ; ) {
    const page = await readRows(db, { city, after, limit: CHECKED_AT_ONCE })
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last.seq
    await setImmediate()
  }
}

/** What happened to one thing, newest first, rows before seq `before` when that is given. */
export async function historyOf(
  db: Db,
  of: { city: string; entity: Entity; entityId: string; before?: number; limit?: number },
): Promise<LogRow[]> {
  let rows = db
    .selectFrom('log')
    .selectAll()
    .where('city', '=', of.city)
    .where('entity', '=', of.entity)
    .where('entity_id', '=', of.entityId)
  if (of.before !== undefined) rows = rows.where('seq', '<', of.before)
  return (
    await rows
      .orderBy('seq', 'desc')
      .limit(of.limit ?? 100)
      .execute()
  ).map(logRowOf)
}

/** The seq of the last row at or before an instant; 0 when there is none. `at` never goes back along the log, so some twenty reads by
 *  key find it and no index on time has to be kept. */
export async function seqAt(db: Db, city: string, instant: string): Promise<number> {
  const at = new Date(instant).toISOString()
  let low = 0
  let high = (await readHead(db, city)).seq
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const row = await db
      .selectFrom('log')
      .select('at')
      .where('city', '=', city)
      .where('seq', '=', middle)
      .executeTakeFirstOrThrow()
    if (row.at <= at) low = middle
    else high = middle - 1
  }
  return low
}
