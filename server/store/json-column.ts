import { type RawBuilder, sql } from 'kysely'
import type { EngineName } from './engine.ts'

/** A column of many rows as one value: bytes, or a text of the same characters. */
export type Gathered = Uint8Array | string

/** An aggregate: the column's texts as one JSON array. `json`: they are JSON already, and become its elements. */
export function gatherColumn(engine: EngineName, column: string, json: boolean): RawBuilder<Gathered> {
  const texts = sql.ref(column)
  if (engine === 'postgresql')
    return json ? sql`'[' || string_agg(${texts}, ',') || ']'` : sql`json_agg(${texts})::text`
  // As a blob it comes over as it is: SQLite's texts are UTF-8.
  return json
    ? sql`cast('[' || group_concat(${texts}, ',') || ']' as blob)`
    : sql`cast(json_group_array(${texts}) as blob)`
}

export const bytesOf = (gathered: Gathered): Uint8Array =>
  typeof gathered === 'string' ? Buffer.from(gathered) : gathered
