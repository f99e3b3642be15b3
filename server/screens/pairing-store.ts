import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** A wall that asks to be let in. */
export interface KeptPairing {
  /** Hash of its secret. */
  id: string
  code: string
  untilMs: number
  screenId: string | null
}

const COLUMNS = ['id', 'code', 'until_ms as untilMs', 'screen_id as screenId'] as const

/** Puts one down, and forgets those that have run out. */
export async function keepPairing(tx: Tx, { id, code, untilMs }: KeptPairing, nowMs: number): Promise<void> {
  await tx.db.deleteFrom('pairings').where('city', '=', tx.city).where('until_ms', '<=', nowMs).execute()
  await tx.write('pairings', [{ city: tx.city, id, code, until_ms: untilMs, screen_id: null }], 'fail')
}

export function pairingById(db: Db, city: string, id: string): Promise<KeptPairing | undefined> {
  return db.selectFrom('pairings').select(COLUMNS).where('city', '=', city).where('id', '=', id).executeTakeFirst()
}

/** One that nobody has let in yet. */
export function pairingByCode(db: Db, city: string, code: string, nowMs: number): Promise<KeptPairing | undefined> {
  return db
    .selectFrom('pairings')
    .select(COLUMNS)
    .where('city', '=', city)
    .where('code', '=', code)
    .where('until_ms', '>', nowMs)
    .where('screen_id', 'is', null)
    .executeTakeFirst()
}

export async function waitingPairings(db: Db, city: string): Promise<number> {
  const { count } = await db
    .selectFrom('pairings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('city', '=', city)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function letPairingIn(tx: Tx, id: string, screenId: string): Promise<void> {
  await tx.db
    .updateTable('pairings')
    .set({ screen_id: screenId })
    .where('city', '=', tx.city)
    .where('id', '=', id)
    .execute()
}

export async function forgetPairing(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('pairings').where('city', '=', tx.city).where('id', '=', id).execute()
}
