import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** Failed sign-ins in a row, and when the last one was. */
export interface Failures {
  failures: number
  lastMs: number
}

export async function failuresOf(db: Db, city: string, id: string): Promise<Failures> {
  const row = await db
    .selectFrom('sign_in_failures')
    .select(['failures', 'last_ms as lastMs'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? { failures: 0, lastMs: 0 }
}

export function keepFailures(tx: Tx, id: string, { failures, lastMs }: Failures): Promise<void> {
  return tx.write('sign_in_failures', [{ city: tx.city, id, failures, last_ms: lastMs }], 'replace')
}
