import type { BalanceRow, WasteManifest } from '../../contract/manifest.ts'

const BUSINESS_MS = 8 * 3_600_000

/** 联单平衡 (P11): what a site gave out less what was taken in, by project and day of the discharge, and by project. A load that has not arrived is
 *  missing whole. Flagged where more than `tolerancePercent` of what was discharged is missing, or came too much. The worst first. */
export function balanceWaste(
  manifests: Iterable<WasteManifest>,
  tolerancePercent: number,
): { days: BalanceRow[]; projects: BalanceRow[] } {
  const all = [...manifests]
  const dateOf = ({ dischargedAt }: WasteManifest): string =>
    new Date(Date.parse(dischargedAt) + BUSINESS_MS).toISOString().slice(0, 10)
  const sum = (keyOf: (of: WasteManifest) => string | null): BalanceRow[] => {
    const rows = new Map<string, BalanceRow>()
    for (const manifest of all) {
      const { projectId, projectName, dischargedT, receivedT } = manifest
      const date = keyOf(manifest)
      const key = JSON.stringify([projectId, date])
      const row = rows.get(key) ?? emptyRow(projectId, projectName, date)
      rows.set(key, row)
      row.loads++
      row.dischargedT += dischargedT
      row.receivedT += receivedT ?? 0
      if (receivedT === null) row.open++
    }
    return [...rows.values()].map((row) => closeRow(row, tolerancePercent)).sort(worstFirst)
  }
  return { days: sum(dateOf), projects: sum(() => null) }
}

function closeRow(row: BalanceRow, tolerancePercent: number): BalanceRow {
  const [dischargedT, receivedT] = [hundredths(row.dischargedT), hundredths(row.receivedT)]
  const missingT = hundredths(dischargedT - receivedT)
  const missingPercent = dischargedT > 0 ? (missingT / dischargedT) * 100 : null
  const flagged = missingPercent === null ? missingT !== 0 : Math.abs(missingPercent) > tolerancePercent + 1e-9
  return { ...row, dischargedT, receivedT, missingT, missingPercent, flagged }
}

/** Of a tonne: what a weighbridge tells. Sums of them have a hair more. */
const hundredths = (tonnes: number): number => Math.round(tonnes * 100) / 100

const worstFirst = (a: BalanceRow, b: BalanceRow): number =>
  Number(b.flagged) - Number(a.flagged) ||
  Math.abs(b.missingT) - Math.abs(a.missingT) ||
  (a.projectId < b.projectId ? -1 : a.projectId > b.projectId ? 1 : (a.date ?? '') < (b.date ?? '') ? -1 : 1)

const emptyRow = (projectId: string, projectName: string, date: string | null): BalanceRow => ({
  ...{ projectId, projectName, date, loads: 0, dischargedT: 0, receivedT: 0, open: 0 },
  ...{ missingT: 0, missingPercent: null, flagged: false },
})
