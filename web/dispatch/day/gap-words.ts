import type { PlanProgress } from '../../../server/contract/day-plan.ts'

/** What is known of how good a plan is: proved the best, at most so many per cent from it, or nothing worth saying. */
export type GapSaid = { key: 'day.best' } | { key: 'day.gap'; percent: number } | { key: 'day.gapUnknown' }

/** A bound that allows for half of it says nothing to a reader. */
const TELLING = 0.5

export function gapSaid({ gap, proved, cost }: Pick<PlanProgress, 'gap' | 'proved' | 'cost'>): GapSaid {
  if (cost === null || gap === null) return { key: 'day.gapUnknown' }
  if (proved || gap <= 0.000_1) return { key: 'day.best' }
  return gap > TELLING ? { key: 'day.gapUnknown' } : { key: 'day.gap', percent: Math.ceil(gap * 100) }
}
