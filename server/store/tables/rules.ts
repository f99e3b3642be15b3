import type { Kysely, RawBuilder } from 'kysely'
import { index, table, whole } from '../make-table.ts'

/** What a bureau set itself, over the shipped rules: one row a version, never changed and never removed. */
export interface RuleTable {
  city: string
  /** `condition`, `posts`, `hours`, `calendar`, `coverage`. */
  kind: string
  /** Of its kind: a condition's id, a year, else the kind's name. */
  id: string
  version: number
  valid_from: string
  /** JSON. */
  state: string
  /** The log row that brought it. */
  seq: number
}

export async function makeRuleTable(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'rules', {
    required: { city: text, kind: text, id: text, version: whole, valid_from: text, state: text, seq: whole },
    key: ['city', 'kind', 'id', 'version'],
  })
  await index(db, 'rules', 'seq')
}
