import { FROZEN_S, REPORT_S, type ScreenHealth, SILENT_S } from '../contract/wall.ts'
import type { KeptReport } from './report-store.ts'

/** How a wall is by its last report: nothing heard, or heard and no pixel changes any more (N13). */
export function stateOfScreen(
  { atMs, pixelMs }: Pick<KeptReport, 'atMs' | 'pixelMs'>,
  nowMs: number,
): ScreenHealth['state'] {
  if (nowMs - atMs > SILENT_S * 1_000) return 'silent'
  // Of one that has missed a report nothing is known but that.
  if (nowMs - atMs > (REPORT_S + 5) * 1_000) return 'alive'
  return nowMs - pixelMs > FROZEN_S * 1_000 ? 'frozen' : 'alive'
}

export const healthOf = (kept: KeptReport, nowMs: number): ScreenHealth => ({
  at: new Date(kept.atMs).toISOString(),
  report: kept.report,
  state: stateOfScreen(kept, nowMs),
  caseId: kept.caseId,
})
