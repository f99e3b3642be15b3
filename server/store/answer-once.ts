import type { Tx } from './store.ts'

/** A request that its sender may send again without knowing whether it was done. */
export interface Once {
  /** Whose key it is. */
  actor: string
  /** As the sender made it up, `Idempotency-Key`. */
  key: string
  /** Tells the same request from another under the same key: a hash over all that it asks. */
  request: string
  now: Date
}

/** How long an answer is kept: longer than any sender goes on trying. */
export const KEPT_HOURS = 24

/** The key was given to another request before; nothing of this one was done. */
export class KeyReused extends Error {}

/** Does `work` once per key inside the caller's transaction, and answers the same again to the same request for KEPT_HOURS. `T` is plain
 *  JSON. Work that throws leaves no trace, so that it may be tried again under its key. Throws KeyReused. */
export async function answerOnce<T>(
  tx: Tx,
  once: Once | undefined,
  work: () => Promise<T>,
): Promise<{ answer: T; again: boolean }> {
  if (!once) return { answer: await work(), again: false }
  await forgetOld(tx, once.now)
  const known = await tx.db
    .selectFrom('answered_writes')
    .select(['request', 'answer'])
    .where('city', '=', tx.city)
    .where('actor', '=', once.actor)
    .where('key', '=', once.key)
    .executeTakeFirst()
  if (known) {
    if (known.request !== once.request) throw new KeyReused(`the key ${once.key} stands for another request`)
    return { answer: JSON.parse(known.answer), again: true }
  }
  const answer = await work()
  const row = { city: tx.city, actor: once.actor, key: once.key, request: once.request }
  await tx.write('answered_writes', [{ ...row, answer: JSON.stringify(answer), at_ms: once.now.getTime() }], 'fail')
  return { answer, again: false }
}

async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await tx.db
    .deleteFrom('answered_writes')
    .where('city', '=', tx.city)
    .where('at_ms', '<=', now.getTime() - KEPT_HOURS * 3_600_000)
    .execute()
}
