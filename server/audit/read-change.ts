import type { AuditChange } from '../contract/audit.ts'
import type { Entity } from '../contract/log.ts'
import type { Scope } from '../contract/role.ts'
import type { Db } from '../store/schema.ts'
import { rowsBetween } from './audit-store.ts'
import { auditRows, seenRows } from './list-audit.ts'

/** One row with the state of its thing after and before it; undefined when there is none that the asker may look over. */
export async function readChange(db: Db, city: string, scope: Scope, seq: number): Promise<AuditChange | undefined> {
  const rows = await rowsBetween(db, city, {}, { low: seq, high: seq + 1, limit: 1 })
  const seen = await seenRows(db, city, scope, rows)
  const [looked] = seen
  const [row] = await auditRows(db, city, seen)
  if (!looked || !row) return undefined
  const same = { entity: row.entity as Entity, entityId: row.entityId }
  const [former] = await rowsBetween(db, city, same, { low: 1, high: seq, limit: 1 })
  // Of a thing that has come from another street, what it was there is that street's.
  const [before] = await seenRows(db, city, scope, former ? [former] : [])
  return { row, after: looked.after, before: before?.after ?? null, hash: looked.row.hash }
}
