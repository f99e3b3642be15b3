import { Complainant } from '../contract/complainant.ts'
import type { Db } from '../store/schema.ts'
import type { Keys } from '../store/seal.ts'
import type { Tx } from '../store/store.ts'
import type { ComplainantTable } from '../store/tables/private.ts'

const TABLE = 'complainants'

/** Sealed for its report alone: it opens in no other row. */
export async function keepSealed(
  tx: Tx,
  keys: Keys,
  { caseId, reportId, complainant, at }: { caseId: string; reportId: string; complainant: Complainant; at: Date },
): Promise<void> {
  const plain = Buffer.from(JSON.stringify(complainant))
  const sealed = keys.seal(plain, { city: tx.city, table: TABLE, id: reportId })
  const row = { report_id: reportId, case_id: caseId, key_id: keys.id, sealed, kept_ms: at.getTime() }
  await tx.write(TABLE, [{ city: tx.city, ...row }], 'replace')
}

/** In clear, by report; a report whose complainant is not kept is not in the answer. Throws CannotUnseal. */
export async function unsealedOf(
  db: Db,
  keys: Keys,
  city: string,
  reportIds: readonly string[],
): Promise<Map<string, Complainant>> {
  if (!reportIds.length) return new Map()
  const rows = await db
    .selectFrom(TABLE)
    .select(['report_id', 'key_id', 'sealed'])
    .where('city', '=', city)
    .where('report_id', 'in', reportIds)
    .execute()
  return new Map(rows.map((row) => [row.report_id, unseal(keys, city, row)]))
}

const unseal = (
  keys: Keys,
  city: string,
  { report_id, key_id, sealed }: Pick<ComplainantTable, 'report_id' | 'key_id' | 'sealed'>,
): Complainant =>
  Complainant.parse(JSON.parse(keys.unseal(key_id, sealed, { city, table: TABLE, id: report_id }).toString('utf8')))

/** Reports older than `before` whose complainant is kept still, in the order of age, behind `after`. */
export function reportsKeptBefore(
  db: Db,
  city: string,
  { before, after, limit }: { before: string; after: { ms: number; id: string }; limit: number },
): Promise<{ id: string; caseId: string; ms: number }[]> {
  return db
    .selectFrom(TABLE)
    .select(['report_id as id', 'case_id as caseId', 'kept_ms as ms'])
    .where('city', '=', city)
    .where('kept_ms', '<', Date.parse(before))
    .where(({ or, and, eb }) =>
      or([eb('kept_ms', '>', after.ms), and([eb('kept_ms', '=', after.ms), eb('report_id', '>', after.id)])]),
    )
    .orderBy('kept_ms')
    .orderBy('report_id')
    .limit(limit)
    .execute()
}

/** Returns how many there were. */
export async function forgetComplainants(tx: Tx, reportIds: readonly string[]): Promise<number> {
  if (!reportIds.length) return 0
  const { numDeletedRows } = await tx.db
    .deleteFrom(TABLE)
    .where('city', '=', tx.city)
    .where('report_id', 'in', reportIds)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
