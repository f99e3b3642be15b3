import type { Kysely, RawBuilder } from 'kysely'
import { index, real, table, whole } from '../make-table.ts'

export interface CrewTable {
  city: string
  id: string
  contractor: string | null
  /** JSON, the whole Crew. */
  state: string
  seq: number
}

/** Telemetry: where a crew was, with a retention of its own. */
export interface CrewPositionTable {
  city: string
  crew_id: string
  at_ms: number
  lng: number
  lat: number
  accuracy_m: number | null
  speed_kmh: number | null
  heading_deg: number | null
}

export async function makeCrewTables(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'crews', {
    required: { city: text, id: text, state: text, seq: whole },
    optional: { contractor: text },
    key: ['city', 'id'],
  })
  await table(db, 'crew_positions', {
    required: { city: text, crew_id: text, at_ms: whole, lng: real, lat: real },
    optional: { accuracy_m: real, speed_kmh: real, heading_deg: real },
    key: ['city', 'crew_id', 'at_ms'],
  })
  await index(db, 'crew_positions', 'at_ms')
}
