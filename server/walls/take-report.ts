import type { ScreenReport } from '../contract/wall.ts'
import type { Store } from '../store/store.ts'
import { stateOfScreen } from './health-of.ts'
import { keepReport, keptReports } from './report-store.ts'

/** Puts down what a wall tells of itself. One that is well again may fail anew; its case stays as it is. Kept in the store and not in memory: with
 *  several nodes it tells now one and now another, and a restart must not take it for dead. */
export async function takeReport(
  screenId: string,
  report: ScreenReport,
  { area, store, now }: { area: string; store: Pick<Store, 'transaction'>; now: () => Date },
): Promise<void> {
  await store.transaction(area, async (tx) => {
    const atMs = now().getTime()
    const [before] = await keptReports(tx.db, tx.city, screenId)
    const isNewer = before?.report.lastPixelChangeAt !== report.lastPixelChangeAt
    const pixelMs = before && !isNewer ? before.pixelMs : atMs
    const isWell = stateOfScreen({ atMs, pixelMs }, atMs) === 'alive'
    const alarmed = (before?.alarmed ?? false) && !isWell
    await keepReport(tx, { screenId, atMs, pixelMs, report, alarmed, caseId: before?.caseId ?? null })
  })
}
