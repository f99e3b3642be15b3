import type { Tx } from '../store/store.ts'

export interface EntryLink {
  /** Hash of its token. */
  id: string
  personId: string
  madeMs: number
  untilMs: number
  usedMs: number | null
}

/** A person has one link: an older one no longer lets in. */
export async function keepLink(tx: Tx, { id, personId, madeMs, untilMs }: EntryLink): Promise<void> {
  await tx.db.deleteFrom('entry_links').where('city', '=', tx.city).where('person_id', '=', personId).execute()
  const row = { city: tx.city, id, person_id: personId, made_ms: madeMs, until_ms: untilMs, used_ms: null }
  await tx.write('entry_links', [row], 'fail')
}

export async function linkById(tx: Tx, id: string): Promise<EntryLink | undefined> {
  return tx.db
    .selectFrom('entry_links')
    .select(['id', 'person_id as personId', 'made_ms as madeMs', 'until_ms as untilMs', 'used_ms as usedMs'])
    .where('city', '=', tx.city)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether it was free until now. */
export async function takeLink(tx: Tx, id: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('entry_links')
    .set({ used_ms: nowMs })
    .where('city', '=', tx.city)
    .where('id', '=', id)
    .where('used_ms', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
