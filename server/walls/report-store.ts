import type { ScreenReport } from '../contract/wall.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** The last that a wall told of itself, and when; instants in Unix ms by the server's clock. */
export interface KeptReport {
  screenId: string
  atMs: number
  /** When a report told of a newer pixel than the one before. */
  pixelMs: number
  report: ScreenReport
  /** This failure is a case already. */
  alarmed: boolean
  caseId: string | null
}

const COLUMNS = ['screen_id', 'at_ms', 'pixel_ms', 'report', 'alarmed', 'case_id'] as const

/** Of every wall that ever told; or of one. */
export async function keptReports(db: Db, city: string, screenId?: string): Promise<KeptReport[]> {
  let query = db.selectFrom('screen_reports').select(COLUMNS).where('city', '=', city)
  if (screenId !== undefined) query = query.where('screen_id', '=', screenId)
  return (await query.orderBy('screen_id').execute()).map((row) => ({
    ...{ screenId: row.screen_id, atMs: Number(row.at_ms), pixelMs: Number(row.pixel_ms) },
    ...{ report: JSON.parse(row.report) as ScreenReport, alarmed: Number(row.alarmed) === 1, caseId: row.case_id },
  }))
}

export function keepReport(tx: Tx, { screenId, atMs, pixelMs, report, alarmed, caseId }: KeptReport): Promise<void> {
  const row = { city: tx.city, screen_id: screenId, at_ms: atMs, pixel_ms: pixelMs, report: JSON.stringify(report) }
  return tx.write('screen_reports', [{ ...row, alarmed: alarmed ? 1 : 0, case_id: caseId }], 'replace')
}

/** Of a wall that was taken out nothing is awaited any more. */
export async function forgetReport(tx: Tx, screenId: string): Promise<void> {
  await tx.db.deleteFrom('screen_reports').where('city', '=', tx.city).where('screen_id', '=', screenId).execute()
}
