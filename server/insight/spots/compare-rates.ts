import type { RateRatio } from '../../contract/spot-recurrence.ts'
import { Z95 } from './normal.ts'

export interface Counted {
  before: number
  after: number
  beforeDays: number
  afterDays: number
}

/** A rate after by the rate before. Given how many came in all, the share of them that came after is binomial; its bounds are Wilson's (J. Am.
 *  Stat. Assoc. 22 (1927) 209–212), turned into a ratio of rates. */
export function rateRatio(counted: Counted, leastCases: number): RateRatio {
  const { before, after, beforeDays, afterDays } = counted
  const all = before + after
  if (all < leastCases || !(beforeDays > 0) || !(afterDays > 0))
    return { ...counted, ratio: null, low: null, high: null, verdict: 'too-few' }
  const ratioOf = (share: number): number | null =>
    share < 1 ? ((share / (1 - share)) * beforeDays) / afterDays : null
  const [low, high] = wilson(after, all).map(ratioOf)
  const verdict = high !== null && (high ?? 1) < 1 ? 'fell' : (low ?? 0) > 1 ? 'rose' : 'unclear'
  return { ...counted, ratio: ratioOf(after / all), low: low ?? null, high: high ?? null, verdict }
}

/** Bounds of a share of which `some` of `all` were seen. */
export function wilson(some: number, all: number): [low: number, high: number] {
  const [share, square] = [some / all, Z95 ** 2]
  const middle = (share + square / (2 * all)) / (1 + square / all)
  const half = (Z95 * Math.sqrt((share * (1 - share)) / all + square / (4 * all ** 2))) / (1 + square / all)
  return [Math.max(0, middle - half), some === all ? 1 : Math.min(1, middle + half)]
}

/** How much more one fell or rose than the other, with bounds on the logarithm (Wald); null where either says nothing or a count is 0. */
export function ratioOfRatios(one: RateRatio, other: RateRatio): { ratio: number; low: number; high: number } | null {
  if (!one.ratio || !other.ratio) return null
  const error = Math.sqrt(1 / one.before + 1 / one.after + 1 / other.before + 1 / other.after)
  const ratio = one.ratio / other.ratio
  return { ratio, low: ratio * Math.exp(-Z95 * error), high: ratio * Math.exp(Z95 * error) }
}
