import { setImmediate } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { EngineName } from './engine.ts'
import type { Schema, WritableDb } from './schema.ts'

/** What a row that is already there under its key does to a new one. */
export type OnKey = 'fail' | 'replace'

/** The keys of the tables whose key is not the city and an id. */
const KEYS: { [T in keyof Schema]?: readonly string[] } = {
  city_heads: ['city'],
  log: ['city', 'seq'],
  answered_writes: ['city', 'actor', 'key'],
  private_keys: ['city', 'key_id'],
  complainants: ['city', 'report_id'],
  photo_copies: ['city', 'id', 'size'],
  rules: ['city', 'kind', 'id', 'version'],
  crew_positions: ['city', 'crew_id', 'at_ms'],
  fence_stays: ['city', 'crew_id'],
  screen_reports: ['city', 'screen_id'],
  draft_versions: ['city', 'draft_id', 'version'],
  readings: ['city', 'thing_id', 'quantity', 'channel', 'at_ms'],
  reading_alarms: ['city', 'thing_id', 'quantity', 'channel'],
}
const CITY_AND_ID: readonly string[] = ['city', 'id']

// Between two statements the event loop is free: at some 10 µs a row a request waits 5 ms for a long import, not its whole length.
const ROWS_PER_STATEMENT = 500

/** Writes many rows of one shape. The statement's text is made once per shape and not by the query builder, which takes three times as
 *  long for a row as the database does. */
export async function writeRows<T extends keyof Schema>(
  db: WritableDb,
  engine: EngineName,
  table: T,
  rows: readonly Schema[T][],
  onKey: OnKey,
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first) as (keyof Schema[T] & string)[]
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    if (from) await setImmediate()
    const some = rows.slice(from, from + ROWS_PER_STATEMENT)
    const text = statementFor(engine, table, columns, some.length, onKey)
    const parameters: unknown[] = []
    for (const row of some) for (const column of columns) parameters.push(row[column])
    await db.executeQuery(CompiledQuery.raw(text, parameters))
  }
}

const made = new Map<string, string>()

function statementFor(engine: EngineName, table: keyof Schema, columns: string[], rows: number, onKey: OnKey): string {
  const shape = `${engine} ${table} ${columns} ${rows} ${onKey}`
  const known = made.get(shape)
  if (known) return known
  let next = 0
  const parameter = engine === 'postgresql' ? () => `$${++next}` : () => '?'
  const row = () => `(${columns.map(parameter).join(',')})`
  const key = KEYS[table] ?? CITY_AND_ID
  const changes = columns.filter((column) => !key.includes(column)).map((column) => `"${column}"=excluded."${column}"`)
  const text =
    `insert into "${table}" (${columns.map((column) => `"${column}"`)}) values ${Array.from({ length: rows }, row).join(',')}` +
    (onKey === 'replace' ? ` on conflict (${key}) do update set ${changes}` : '')
  // Only whole statements are kept: the rest of a batch can have any length.
  if (rows === ROWS_PER_STATEMENT || rows === 1) made.set(shape, text)
  return text
}
