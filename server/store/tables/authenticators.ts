import { type Kysely, type RawBuilder, sql } from 'kysely'
import { table } from '../make-table.ts'

/** Secrets of authenticators, sealed by store/seal.ts: a copy of the store makes no codes. */
export interface AuthenticatorTable {
  city: string
  /** The person's id; with `:waiting` behind it one that waits for its first code. Each opens in its own row alone. */
  id: string
  key_id: string
  /** Base32 secret. */
  sealed: Buffer
}

export const makeAuthenticatorTable = (db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> =>
  table(db, 'authenticators', {
    required: { city: text, id: text, key_id: text, sealed: sql`bytea` },
    key: ['city', 'id'],
  })
