import { setImmediate } from 'node:timers/promises'
import { seenCases } from '../cases/case-store.ts'
import { namesOfActors } from '../cases/names-of-actors.ts'
import type { AuditPage, AuditRow } from '../contract/audit.ts'
import type { Case } from '../contract/case.ts'
import type { Crossing } from '../contract/geofence.ts'
import type { Entity } from '../contract/log.ts'
import type { Scope } from '../contract/role.ts'
import { allCrews } from '../crews/crew-store.ts'
import { allFences } from '../geofences/fence-store.ts'
import { readHead, seqAt } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'
import { caseIdOf, isRowInScope, titleOf } from './audit-sight.ts'
import { type AuditFilter, type AuditLogRow, instantOfRow, rowsBetween } from './audit-store.ts'

export interface AuditQuery extends AuditFilter {
  /** ISO instants: at or after, and before. */
  from?: string | undefined
  to?: string | undefined
  /** Only rows with a smaller seq. */
  before?: number | undefined
  limit: number
}

/** Rows of the log read in one statement: a few milliseconds on SQLite, which holds up all others meanwhile. */
const WINDOW = 4_000
/** One answer looks through no more; a filter that little matches goes on with the next page. */
const MOST_LOOKED = 200_000

/** Rows of the log that match and that the asker may look over, the newest first. */
export async function listAudit(
  db: Db,
  city: string,
  scope: Scope,
  { from, to, before, limit, ...filter }: AuditQuery,
): Promise<AuditPage> {
  const top = to === undefined ? (await readHead(db, city)).seq : await seqAt(db, city, justBefore(to))
  const low = from === undefined ? 1 : (await seqAt(db, city, justBefore(from))) + 1
  // A thing's own rows are found by key.
  const step = filter.entity !== undefined && filter.entityId !== undefined ? Number.MAX_SAFE_INTEGER : WINDOW
  const found: Looked[] = []
  let high = Math.min(top + 1, before ?? top + 1)
  for (const least = high - MOST_LOOKED; high > low && high > least && found.length <= limit; await setImmediate()) {
    const start = Math.max(low, high - step)
    const wanted = limit + 1 - found.length
    const rows = await rowsBetween(db, city, filter, { low: start, high, limit: wanted })
    found.push(...(await seenRows(db, city, scope, rows)))
    // A full page of the store: what is behind its last row was not looked at.
    high = rows.length < wanted ? start : (rows.at(-1)?.seq ?? start)
  }
  const page = found.slice(0, limit)
  const next = found.length > limit ? (page.at(-1)?.row.seq ?? null) : high > low ? high : null
  return {
    rows: await auditRows(db, city, page),
    next: next === null ? null : String(next),
    lookedBackTo: next === null ? null : ((await instantOfRow(db, city, next)) ?? null),
  }
}

/** A row with the cases that it needs to be judged and named. */
export interface Looked {
  row: AuditLogRow
  after: unknown
  caseOf: (id: string) => Case | undefined
}

/** Those of these rows that the asker may look over. */
export async function seenRows(db: Db, city: string, scope: Scope, rows: readonly AuditLogRow[]): Promise<Looked[]> {
  const all = rows.map((row) => ({ row, after: row.after === null ? null : (JSON.parse(row.after) as unknown) }))
  const ids = all.flatMap(({ row, after }) => caseIdOf({ entity: row.entity as Entity, after }) ?? [])
  const cases = await seenCases(db, city, [...new Set(ids)])
  const caseOf = (id: string): Case | undefined => cases.get(id)?.state
  return all
    .filter(({ row, after }) => isRowInScope(scope, { entity: row.entity as Entity, after }, caseOf))
    .map((one) => ({ ...one, caseOf }))
}

export async function auditRows(db: Db, city: string, rows: readonly Looked[]): Promise<AuditRow[]> {
  const names = await namesOfActors(
    db,
    city,
    rows.map(({ row }) => row.actor),
  )
  const crossingName = await namesOfCrossings(db, city, rows)
  return rows.map(({ row: { seq, at, actor, kind, reason, ...row }, after, caseOf }) => {
    const entity = row.entity as Entity
    const actorName = names.get(actor) ?? null
    const title = entity === 'crossing' ? crossingName(after as Crossing) : titleOf({ entity, after }, caseOf)
    return { seq, at, actor, actorName, kind, entity, entityId: row.entity_id, title, reason }
  })
}

/** What a crossing is of, by the names that its crew and its fence have now; nothing is read where no row is one. */
async function namesOfCrossings(
  db: Db,
  city: string,
  rows: readonly Looked[],
): Promise<(of: Crossing) => string | null> {
  if (!rows.some(({ row }) => row.entity === 'crossing')) return () => null
  const crews = new Map((await allCrews(db, city)).map(({ crew }) => [crew.id, crew.name]))
  const fences = new Map((await allFences(db, city)).map(({ fence }) => [fence.id, fence.name]))
  return ({ crewId, fenceId }) => `${crews.get(crewId) ?? crewId} · ${fences.get(fenceId) ?? fenceId}`
}

const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()
