import type { CleanFirstRow, DrainRules } from '../../../server/contract/drain.ts'

/** How shut an inlet is, and what a low place adds, term by term as the server reckons it (server/insight/drains/rank-inlets.ts). */
export interface Reckoned {
  byStatus: number
  byFaults: number
  byLate: number
  /** The sum, and at most 1. */
  shut: number
  /** The rain of its catchment that it does not take. */
  blockedM3: number
  low: number
  deep: number
  score: number
}

export function reckon(
  row: Pick<CleanFirstRow, 'status' | 'faults' | 'lateCycles' | 'catchmentM2' | 'lowPlace' | 'sinkDepthM'>,
  rainMm: number,
  rules: DrainRules,
): Reckoned {
  const byStatus = rules.shutByStatus[row.status] ?? 0
  const byFaults = rules.shutPerFault * row.faults
  const byLate = rules.shutPerLateCycle * row.lateCycles
  const shut = Math.min(1, byStatus + byFaults + byLate)
  const blockedM3 = (rainMm / 1000) * rules.runoff * row.catchmentM2 * shut
  const low = 1 + (row.lowPlace ? rules.lowPlaceAdds : 0)
  const deep = 1 + rules.sinkAdds * Math.min(1, (row.sinkDepthM ?? 0) / rules.deepSinkM)
  return { byStatus, byFaults, byLate, shut, blockedM3, low, deep, score: blockedM3 * low * deep }
}
