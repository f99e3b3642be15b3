import type { Highs } from 'highs'
import { EXACT_CASES, EXACT_CREWS, exactPlan } from './exact-plan.ts'
import { greedyPlan } from './greedy-plan.ts'
import { costOf, type Routes } from './plan-cost.ts'
import type { Problem } from './problem.ts'
import { regretPlan } from './regret-plan.ts'
import { type Effort, searchPlan } from './search-plan.ts'

/** The best plan so far; `proved`: none is better. */
export interface PlanStep {
  routes: Routes
  cost: number
  rounds: number
  proved: boolean
}

export const isSmall = ({ cases, crews }: Problem): boolean => cases <= EXACT_CASES && crews <= EXACT_CREWS

/** Plans a day: few cases exactly, many by search from the better of two first plans. Yields what it has so far, and returns the best.
 *  @param loadHighs only called where few cases are planned */
export async function* solvePlan(
  of: Problem,
  effort: Effort,
  loadHighs: () => Promise<Pick<Highs, 'solve'>>,
): AsyncGenerator<PlanStep, PlanStep> {
  if (isSmall(of)) {
    const routes = exactPlan(of, await loadHighs())
    if (routes) return { routes, cost: costOf(of, routes).cost, rounds: 0, proved: true }
  }
  const clock = effort.clock ?? (() => performance.now())
  const begun = clock()
  const [first, other] = [regretPlan(of), greedyPlan(of)]
  const begin = costOf(of, first).cost <= costOf(of, other).cost ? first : other
  yield { routes: begin, cost: costOf(of, begin).cost, rounds: 0, proved: false }
  // The first plans are made in the same time.
  const ms = effort.ms === undefined ? {} : { ms: Math.max(1, effort.ms - (clock() - begun)) }
  const search = searchPlan(of, begin, { ...effort, ...ms })
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return { ...step.value, proved: false }
    yield { ...step.value, proved: false }
  }
}
