import type { Db } from '../store/schema.ts'

/** When a case was last written to, Unix ms; 0 for one that never was. */
export async function lastChangeOf(db: Db, city: string, caseId: string): Promise<number> {
  const row = await db
    .selectFrom('log')
    .select('at')
    .where('city', '=', city)
    .where('entity', '=', 'case')
    .where('entity_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? Date.parse(row.at) : 0
}
