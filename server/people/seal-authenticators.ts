import type { Db } from '../store/schema.ts'
import type { Keys } from '../store/seal.ts'
import type { Store, Tx } from '../store/store.ts'
import { keepAuthenticator } from './secret-store.ts'

/** Seals the secrets of authenticators that an earlier version kept in clear; at a start, because a step of the schema has no keys. How many
 *  people had one. Throws BadDataKey. */
export async function sealAuthenticators(
  store: Pick<Store, 'db' | 'transaction'>,
  city: string,
  keys: Keys,
): Promise<number> {
  if ((await inClear(store.db, city)).length === 0) return 0
  return store.transaction(city, (tx) => sealInside(tx, keys))
}

async function sealInside(tx: Tx, keys: Keys): Promise<number> {
  const rows = await inClear(tx.db, tx.city)
  for (const { id, totp, totp_waiting: waiting } of rows) await keepAuthenticator(tx, keys, id, { totp, waiting })
  const none = { totp: null, totp_waiting: null }
  await tx.db.updateTable('person_secrets').set(none).where('city', '=', tx.city).execute()
  return rows.length
}

const inClear = (db: Db, city: string) =>
  db
    .selectFrom('person_secrets')
    .select(['id', 'totp', 'totp_waiting'])
    .where('city', '=', city)
    .where(({ or, eb }) => or([eb('totp', 'is not', null), eb('totp_waiting', 'is not', null)]))
    .execute()
