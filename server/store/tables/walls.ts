import type { Kysely, RawBuilder } from 'kysely'
import { table, whole } from '../make-table.ts'

/** What walls show: the bureau's own round, and what somebody made one wall show. */
export interface SceneTable {
  city: string
  /** `round`, or the id of a screen. */
  id: string
  /** JSON: a SceneSet, or a SceneCall. */
  state: string
  seq: number
}

/** The last that a wall told of itself: telemetry, one row a wall, and in no log. */
export interface ScreenReportTable {
  city: string
  screen_id: string
  at_ms: number
  /** When a report told of a newer pixel than the one before, by the server's clock: the wall's own may be wrong. */
  pixel_ms: number
  /** JSON, the ScreenReport. */
  report: string
  /** 1 once this failure is a case. */
  alarmed: number
  /** The case that its last failure became. */
  case_id: string | null
}

export async function makeWallTables(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'scenes', { required: { city: text, id: text, state: text, seq: whole }, key: ['city', 'id'] })
  await table(db, 'screen_reports', {
    required: { city: text, screen_id: text, at_ms: whole, pixel_ms: whole, report: text, alarmed: whole },
    optional: { case_id: text },
    key: ['city', 'screen_id'],
  })
}
