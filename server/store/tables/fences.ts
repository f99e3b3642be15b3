import type { Kysely, RawBuilder } from 'kysely'
import { index, table, whole } from '../make-table.ts'

export interface GeofenceTable {
  city: string
  id: string
  /** JSON, the whole Geofence. */
  state: string
  seq: number
}

/** In which fences a crew is, as of its newest place. */
export interface FenceStayTable {
  city: string
  crew_id: string
  /** The newest place that was looked at: an older one that comes late says nothing. */
  at_ms: number
  /** JSON: ids of fences, and since when the crew is in each, Unix ms. */
  inside: string
}

export interface HandoverTable {
  city: string
  id: string
  opened_ms: number
  /** JSON, the whole Handover. */
  state: string
  seq: number
}

export async function makeFenceAndHandoverTables(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'geofences', { required: { city: text, id: text, state: text, seq: whole }, key: ['city', 'id'] })
  await table(db, 'fence_stays', {
    required: { city: text, crew_id: text, at_ms: whole, inside: text },
    key: ['city', 'crew_id'],
  })
  await table(db, 'handovers', {
    required: { city: text, id: text, opened_ms: whole, state: text, seq: whole },
    key: ['city', 'id'],
  })
  await index(db, 'handovers', 'opened_ms', 'id')
}
