import type { BalanceRow } from '../../../server/contract/manifest.ts'
import type { PlanSearch } from '../plan-search.ts'

export const SPANS = [7, 30, 90] as const
/** Percent of what was discharged that may be missing; a local setting. */
export const TOLERANCE = { least: 0, most: 20, step: 0.5, standard: 5 }
const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

export interface WasteSearch {
  days: (typeof SPANS)[number]
  tolerance: number
  /** Of a project. */
  at: string | undefined
}

export function readWaste({ days, tol, at }: PlanSearch): WasteSearch {
  const tolerance = Number(tol)
  const isOne = tol !== undefined && tol !== '' && tolerance >= TOLERANCE.least && tolerance <= TOLERANCE.most
  return {
    days: SPANS.find((one) => String(one) === days) ?? 30,
    tolerance: isOne ? Math.round(tolerance / TOLERANCE.step) * TOLERANCE.step : TOLERANCE.standard,
    at,
  }
}

/** Whole days in Shanghai, today with them. */
export function daysUpTo(now: number, days: number): { from: string; to: string } {
  const end = Math.floor((now + SHANGHAI_MS) / DAY_MS + 1) * DAY_MS - SHANGHAI_MS
  return { from: new Date(end - days * DAY_MS).toISOString(), to: new Date(end).toISOString() }
}

/** A row for each day from the first to the last, YYYY-MM-DD; a day without a load has none. */
export function byDay(
  rows: readonly BalanceRow[],
  { from, to }: { from: string; to: string },
): { date: string; row: BalanceRow | undefined }[] {
  const first = Math.floor((Date.parse(from) + SHANGHAI_MS) / DAY_MS)
  const last = Math.ceil((Date.parse(to) + SHANGHAI_MS) / DAY_MS)
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => {
    const date = new Date((first + i) * DAY_MS).toISOString().slice(0, 10)
    return { date, row: rows.find((one) => one.date === date) }
  })
}
