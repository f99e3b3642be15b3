import highsLoader from 'highs'
import { expect, test } from 'vitest'
import { exactPlan } from '../../../../server/insight/day-plan/exact-plan.ts'
import { greedyPlan } from '../../../../server/insight/day-plan/greedy-plan.ts'
import { lowerBound } from '../../../../server/insight/day-plan/lower-bound.ts'
import { costOf, isAllowed, type Routes } from '../../../../server/insight/day-plan/plan-cost.ts'
import type { Problem } from '../../../../server/insight/day-plan/problem.ts'
import { regretPlan } from '../../../../server/insight/day-plan/regret-plan.ts'
import { type Effort, searchPlan } from '../../../../server/insight/day-plan/search-plan.ts'
import { leastCost } from './least-cost.ts'
import { madeProblem } from './made-days.ts'

// A second by itself, but machines are shared.
const PATIENT = { timeout: 30_000 }

const highs = await highsLoader()

function search(of: Problem, effort: Effort, begin: Routes = regretPlan(of)) {
  const steps = searchPlan(of, begin, effort)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
const small = (seed: number): Problem =>
  madeProblem({ cases: 6 + (seed % 2), crews: 2 + ((seed >> 1) % 2), seed, dueWithin: 150 })

test(
  'on 200 small days the search is within 1 % of the optimum in the mean, and the proved plan is the optimum',
  PATIENT,
  () => {
    let [gaps, firsts] = [0, 0]
    for (let seed = 1; seed <= 200; seed += 1) {
      const of = small(seed)
      const optimum = leastCost(of)
      const found = search(of, { seed, rounds: 80 })
      expect(found.cost).toBeGreaterThan(optimum - 1e-6)
      // Of some: HiGHS takes 40 ms to begin. All 200 are in the bench.
      if (seed % 25 === 0) expect(costOf(of, exactPlan(of, highs) ?? []).cost, `day ${seed}`).toBeCloseTo(optimum, 4)
      gaps += found.cost / optimum - 1
      firsts += costOf(of, regretPlan(of)).cost / optimum - 1
    }
    expect(gaps / 200).toBeLessThan(0.01)
    // The days are not such that any plan would do.
    expect(firsts / 200).toBeGreaterThan(0.02)
  },
)

test(
  'a plan keeps to shifts, loads and skills, its cost is what its routes cost, and it is the same for the same seed',
  PATIENT,
  () => {
    const of = madeProblem({ cases: 60, crews: 4, seed: 3 })
    of.capacity.fill(13)
    of.end.fill(420)
    const found = search(of, { seed: 1, rounds: 800 })
    for (const [crew, route] of found.routes.entries()) expect(isAllowed(of, crew, route)).toBe(true)
    const planned = found.routes.flat()
    expect(new Set(planned).size).toBe(planned.length)
    const cost = costOf(of, found.routes)
    expect(cost.cost).toBeCloseTo(found.cost, 4)
    expect(planned.length + cost.left.length).toBe(60)
    expect(cost.left.length).toBeGreaterThanOrEqual(8)
    expect(search(of, { seed: 1, rounds: 800 })).toEqual(found)
  },
)

test(
  'on days of 200 cases and 12 crews the plan is at least 25 % less late than nearest free crew first',
  PATIENT,
  () => {
    for (const seed of [1, 2]) {
      const of = madeProblem({ cases: 200, crews: 12, seed })
      const byHand = costOf(of, greedyPlan(of))
      const planned = search(of, { seed, rounds: 250 })
      expect(costOf(of, planned.routes).late).toBeLessThan(0.75 * byHand.late)
      expect(lowerBound(of, { best: planned.cost, rounds: 20 })).toBeLessThanOrEqual(planned.cost)
    }
  },
)

test('of a day without cases or without crews nothing is planned', () => {
  for (const of of [madeProblem({ cases: 0, crews: 2, seed: 1 }), madeProblem({ cases: 3, crews: 0, seed: 1 })]) {
    expect(search(of, { seed: 1, rounds: 10 }).routes.flat()).toEqual([])
    expect(exactPlan(of, highs)?.flat() ?? []).toEqual([])
  }
})
