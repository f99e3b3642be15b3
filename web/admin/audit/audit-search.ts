import { Entity } from '../../../server/contract/log.ts'
import type { Query } from '../../api.ts'

/** What of the log is shown, as the address keeps it. */
export interface AuditSearch {
  entity?: Entity
  id?: string
  actor?: string
  kind?: string
  /** Days of the business calendar, both of them shown. */
  from?: string
  to?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const PATTERNS = {
  id: /^[^\p{Cc}]{1,80}$/u,
  actor: /^[^\p{Cc}]{1,80}$/u,
  kind: /^[a-z-]{1,60}$/,
  from: DAY,
  to: DAY,
} as const

/** A bad part is dropped and the rest stands. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const search: AuditSearch = {}
  const entity = Entity.safeParse(raw.entity)
  if (entity.success) search.entity = entity.data
  for (const key of ['id', 'actor', 'kind', 'from', 'to'] as const) {
    const value = raw[key]
    if (typeof value === 'string' && PATTERNS[key].test(value)) search[key] = value
  }
  return search
}

/** As the server is asked: its `to` is the first instant that is not shown. */
export function queryOf({ entity, id, actor, kind, from, to }: AuditSearch): Query {
  const end = to === undefined ? Number.NaN : Date.parse(`${to}T00:00:00+08:00`) + 86_400_000
  return { entity, entityId: id, actor, kind, from, to: Number.isNaN(end) ? undefined : new Date(end).toISOString() }
}
