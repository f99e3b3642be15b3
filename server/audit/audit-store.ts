import type { Entity } from '../contract/log.ts'
import type { Db, LogTable } from '../store/schema.ts'

export interface AuditFilter {
  entity?: Entity | undefined
  entityId?: string | undefined
  actor?: string | undefined
  kind?: string | undefined
}

export type AuditLogRow = Omit<LogTable, 'city'>

/** Matching rows with a seq from `low` up to, not including, `high`, the newest first. */
export function rowsBetween(
  db: Db,
  city: string,
  { entity, entityId, actor, kind }: AuditFilter,
  { low, high, limit }: { low: number; high: number; limit: number },
): Promise<AuditLogRow[]> {
  let query = db.selectFrom('log').selectAll().where('city', '=', city).where('seq', '>=', low).where('seq', '<', high)
  if (entity !== undefined) query = query.where('entity', '=', entity)
  if (entityId !== undefined) query = query.where('entity_id', '=', entityId)
  if (actor !== undefined) query = query.where('actor', '=', actor)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  return query.orderBy('seq', 'desc').limit(limit).execute()
}

/** When a row was written; undefined for one that is not there. */
export async function instantOfRow(db: Db, city: string, seq: number): Promise<string | undefined> {
  const row = await db.selectFrom('log').select('at').where('city', '=', city).where('seq', '=', seq).executeTakeFirst()
  return row?.at
}
