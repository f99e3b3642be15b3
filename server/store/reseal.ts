import { noteKey } from './open-keys.ts'
import type { Keys } from './seal.ts'
import type { Store, Tx } from './store.ts'

/** What is sealed, and by which column its place is named. */
const SEALED = [
  { table: 'complainants', id: 'report_id' },
  { table: 'photo_originals', id: 'id' },
  { table: 'authenticators', id: 'id' },
] as const

/** Few at a time: an original has up to 10 MB, and nobody writes meanwhile. */
const BATCH = 10

/** Puts what is sealed under an earlier key under the newest one, a few rows a transaction, and then forgets the earlier keys: from the next start
 *  on they need not be there. Returns how many rows. Throws CannotUnseal, BadDataKey; what was done until then stands. */
export async function reseal(store: Pick<Store, 'db' | 'transaction'>, city: string, keys: Keys): Promise<number> {
  const known = await store.db.selectFrom('private_keys').select('key_id').where('city', '=', city).execute()
  if (known.every(({ key_id }) => key_id === keys.id)) return 0
  await store.transaction(city, (tx) => noteKey(tx, keys))
  let count = 0
  for (const of of SEALED) {
    for (;;) {
      const some = await store.transaction(city, (tx) => resealSome(tx, keys, of))
      if (!some) break
      count += some
    }
  }
  await store.transaction(city, async (tx) => {
    // Another node may still seal under a key that it alone takes for the newest.
    for (const { table } of SEALED) if (await isAnyUnderOther(tx, keys, table)) return
    await tx.db.deleteFrom('private_keys').where('city', '=', tx.city).where('key_id', '!=', keys.id).execute()
  })
  return count
}

async function resealSome(tx: Tx, keys: Keys, { table, id }: (typeof SEALED)[number]): Promise<number> {
  const rows = await tx.db
    .selectFrom(table)
    .select([`${id} as id`, 'key_id', 'sealed'])
    .where('city', '=', tx.city)
    .where('key_id', '!=', keys.id)
    .limit(BATCH)
    .execute()
  for (const row of rows) {
    const at = { city: tx.city, table, id: row.id }
    const sealed = keys.seal(keys.unseal(row.key_id, row.sealed, at), at)
    const changed = tx.db.updateTable(table).set({ key_id: keys.id, sealed }).where('city', '=', tx.city)
    await changed.where(id as 'id', '=', row.id).execute()
  }
  return rows.length
}

async function isAnyUnderOther(tx: Tx, keys: Keys, table: (typeof SEALED)[number]['table']): Promise<boolean> {
  const row = await tx.db
    .selectFrom(table)
    .select('key_id')
    .where('city', '=', tx.city)
    .where('key_id', '!=', keys.id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
