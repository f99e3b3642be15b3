import type { PlanTotals } from '../../../server/contract/day-plan.ts'

export interface BarPair {
  key: 'late' | 'driving'
  /** Minutes. */
  before: number
  after: number
  /** 0 … 1 of the longer of all bars. */
  beforeShare: number
  afterShare: number
}

/** Lateness and driving before and after, all to one scale: a minute is as long in each. */
export function barShares(before: PlanTotals, after: PlanTotals): BarPair[] {
  const pairs = [
    { key: 'late' as const, before: before.weightedLateMinutes, after: after.weightedLateMinutes },
    { key: 'driving' as const, before: before.drivingMinutes, after: after.drivingMinutes },
  ]
  const longest = Math.max(1, ...pairs.flatMap((pair) => [pair.before, pair.after]))
  return pairs.map((pair) => ({ ...pair, beforeShare: pair.before / longest, afterShare: pair.after / longest }))
}
