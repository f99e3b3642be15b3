import type { LitRoad, LitVerdict } from '../../../server/contract/lighting.ts'
import type { State } from '../../../server/contract/state.ts'
import type { VerdictFilter } from './lighting-search.ts'

export const STATE_OF: Record<LitVerdict, State> = { pass: 'normal', fail: 'late', unknown: 'unknown' }

export const roadsOf = (roads: readonly LitRoad[], verdict: VerdictFilter): LitRoad[] =>
  roads.filter((road) => verdict === 'all' || road.verdict === verdict)

export function countVerdicts(roads: readonly LitRoad[]): Record<VerdictFilter, number> {
  const counts = { all: roads.length, fail: 0, unknown: 0, pass: 0 }
  for (const { verdict } of roads) counts[verdict]++
  return counts
}

/** What is to be said of a road: a missed rate before all else, then why nothing is known. */
export const worstReason = ({ reasons, verdict }: LitRoad): LitRoad['reasons'][number] | undefined =>
  verdict === 'unknown'
    ? (['not-patrolled', 'no-answer', 'no-rule'] as const).find((reason) => reasons.includes(reason))
    : reasons[0]
