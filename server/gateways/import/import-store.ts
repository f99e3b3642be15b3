import type { Db, ImportTable } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

export type ImportRecord = ImportTable

export const keepImport = (tx: Tx, record: Omit<ImportRecord, 'city'>): Promise<void> =>
  tx.write('imports', [{ city: tx.city, ...record }], 'replace')

export const importById = (db: Db, city: string, id: string): Promise<ImportRecord | undefined> =>
  db.selectFrom('imports').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()

/** The newest first. */
export const listImports = (db: Db, city: string): Promise<ImportRecord[]> =>
  db.selectFrom('imports').selectAll().where('city', '=', city).orderBy('started_at', 'desc').limit(200).execute()

const PAGE = 1_000

/** Those of the things that something changed behind row `seq`, at most 20 of them. */
export async function changedSince(db: Db, city: string, ids: readonly string[], seq: number): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < ids.length && found.length < 20; from += PAGE) {
    const rows = await db
      .selectFrom('log')
      .select('entity_id')
      .distinct()
      .where('city', '=', city)
      .where('entity', '=', 'asset')
      .where('seq', '>', seq)
      .where('entity_id', 'in', ids.slice(from, from + PAGE))
      .limit(20)
      .execute()
    found.push(...rows.map(({ entity_id }) => entity_id))
  }
  return found
}
