import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'
import { hashOf } from './token.ts'
import type { Failures } from './wait-after.ts'

/** Whose failures: a login name or an address. */
export type FailureOf = { login: string } | { address: string }

const idOf = (of: FailureOf): string => hashOf(JSON.stringify(of))

export async function failuresOf(db: Db, city: string, of: FailureOf): Promise<Failures> {
  const row = await db
    .selectFrom('sign_in_failures')
    .select(['failures', 'last_ms as lastMs'])
    .where('city', '=', city)
    .where('id', '=', idOf(of))
    .executeTakeFirst()
  return row ?? { failures: 0, lastMs: 0 }
}

export function keepFailures(tx: Tx, of: FailureOf, { failures, lastMs }: Failures): Promise<void> {
  return tx.write('sign_in_failures', [{ city: tx.city, id: idOf(of), failures, last_ms: lastMs }], 'replace')
}

/** Forgets what is older than any wait. */
export async function forgetFailures(tx: Tx, beforeMs: number): Promise<void> {
  await tx.db.deleteFrom('sign_in_failures').where('city', '=', tx.city).where('last_ms', '<', beforeMs).execute()
}
