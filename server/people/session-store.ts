import type { Means } from '../contract/session.ts'
import { ABSOLUTE_HOURS } from '../contract/session.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** A session as it is kept, under the hash of its token. */
export interface KeptSession {
  id: string
  /** `person:…` or `screen:…`. */
  actor: string
  means: Means
  madeMs: number
  seenMs: number
  address: string
  browser: string
}

const COLUMNS = ['id', 'actor', 'means', 'made_ms as madeMs', 'seen_ms as seenMs', 'address', 'browser'] as const

export async function sessionById(db: Db, city: string, id: string): Promise<KeptSession | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select(COLUMNS)
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as KeptSession | undefined
}

/** The latest first. */
export async function sessionsOf(db: Db, city: string, actor: string): Promise<KeptSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(COLUMNS)
    .where('city', '=', city)
    .where('actor', '=', actor)
    .orderBy('made_ms', 'desc')
    .orderBy('id')
    .execute()
  return rows as KeptSession[]
}

/** Puts a session down, and forgets those that have long run out. */
export async function keepSession(tx: Tx, of: KeptSession): Promise<void> {
  await tx.db
    .deleteFrom('sessions')
    .where('city', '=', tx.city)
    .where('means', '!=', 'pairing')
    .where('made_ms', '<', of.madeMs - ABSOLUTE_HOURS * 3_600_000)
    .execute()
  const { madeMs: made_ms, seenMs: seen_ms, ...rest } = of
  await tx.write('sessions', [{ city: tx.city, ...rest, made_ms, seen_ms }], 'fail')
}

export async function touchSession(tx: Tx, id: string, seenMs: number): Promise<void> {
  await tx.db
    .updateTable('sessions')
    .set({ seen_ms: seenMs })
    .where('city', '=', tx.city)
    .where('id', '=', id)
    .where('seen_ms', '<', seenMs)
    .execute()
}

/** Of one actor, so that nobody ends another's; whether it was there. */
export async function endSession(tx: Tx, actor: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('sessions')
    .where('city', '=', tx.city)
    .where('actor', '=', actor)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function endSessionsOf(tx: Tx, actor: string): Promise<void> {
  await tx.db.deleteFrom('sessions').where('city', '=', tx.city).where('actor', '=', actor).execute()
}
