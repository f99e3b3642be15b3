import { z } from 'zod'

/** What a log row is about. */
export const Entity = z.enum([
  'city',
  'asset',
  'case',
  'inspection',
  'import',
  'person',
  'screen',
  'crew',
  'rule',
  'complainant',
  'photo',
  'retention',
  'geofence',
  'crossing',
  'handover',
  'scene',
  'manifest',
])
export type Entity = z.infer<typeof Entity>

/** One fact that changed, as the caller writes it. */
export interface LogEntry {
  /** ISO instant at which the fact held; never before the row before it in the same city, or it is moved up to that row's. */
  at: string
  /** `person:…`, `screen:…`, `sensor:…`, `import:…`, `made:suo`. */
  actor: string
  /** A verb in the past: `asset-added`, `case-closed`. */
  kind: string
  entity: Entity
  entityId: string
  /** The whole new state; null when the thing is gone. */
  after: unknown
  reason: string | null
}

/** One row of the log as it stands. */
export interface LogRow extends LogEntry {
  /** 6-digit area code of the city whose log this is. */
  city: string
  /** 1, 2, 3 … without holes, in commit order, per city. */
  seq: number
  /** SHA-256 in hex over the hash before and this row. */
  hash: string
}
