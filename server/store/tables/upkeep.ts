import type { Kysely, RawBuilder } from 'kysely'
import { index, real, table, whole } from '../make-table.ts'

/** What a gateway measured: telemetry, and in no log. */
export interface ReadingTable {
  city: string
  thing_id: string
  quantity: string
  /** Of several sensors of one thing; '' for the only one. */
  channel: string
  at_ms: number
  value: number
}

/** How an alarm stands, by its newest reading. */
export interface ReadingAlarmTable {
  city: string
  thing_id: string
  quantity: string
  channel: string
  /** 1 as long as it lasts. */
  raised: number
  since_ms: number
  at_ms: number
  value: number
  limit_value: number
  /** The case that its last excursion became. */
  case_id: string | null
}

/** 联单, the newest state of each. */
export interface ManifestTable {
  city: string
  id: string
  project_id: string
  discharged_ms: number
  /** JSON, the WasteManifest. */
  state: string
  seq: number
}

export async function makeUpkeepTables(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  const sensor = { city: text, thing_id: text, quantity: text, channel: text }
  const key = ['city', 'thing_id', 'quantity', 'channel']
  await table(db, 'readings', { required: { ...sensor, at_ms: whole, value: real }, key: [...key, 'at_ms'] })
  await table(db, 'reading_alarms', {
    required: { ...sensor, raised: whole, since_ms: whole, at_ms: whole, value: real, limit_value: real },
    optional: { case_id: text },
    key,
  })
  await table(db, 'waste_manifests', {
    required: { city: text, id: text, project_id: text, discharged_ms: whole, state: text, seq: whole },
    key: ['city', 'id'],
  })
  await index(db, 'waste_manifests', 'discharged_ms')
}
