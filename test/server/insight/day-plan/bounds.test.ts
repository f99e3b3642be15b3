import { expect, test } from 'vitest'
import { lowerBound } from '../../../../server/insight/day-plan/lower-bound.ts'
import { costOf } from '../../../../server/insight/day-plan/plan-cost.ts'
import { regretPlan } from '../../../../server/insight/day-plan/regret-plan.ts'
import { routeBound } from '../../../../server/insight/day-plan/route-bound.ts'
import { leastCost } from './least-cost.ts'
import { madeProblem } from './made-days.ts'

test('no bound is above the optimum, and that by routes comes near it on small days', () => {
  let [near, days] = [0, 0]
  for (let seed = 1; seed <= 12; seed += 1) {
    const of = madeProblem({ cases: 6 + (seed % 2), crews: 2, seed, dueWithin: 150 })
    const [optimum, routes] = [leastCost(of), regretPlan(of)]
    const { cost } = costOf(of, routes)
    // Rounds are counted by a clock that stands still but for being looked at.
    let looks = 0
    const clock = () => looks++
    const byRoutes = routeBound(of, { routes, cost, ms: 80, clock })
    expect(byRoutes, `day ${seed}`).toBeLessThan(optimum + 1e-6)
    expect(lowerBound(of, { best: cost, rounds: 40 }), `day ${seed}`).toBeLessThan(optimum + 1e-6)
    near += byRoutes / optimum
    days += 1
  }
  expect(near / days).toBeGreaterThan(0.8)
})

test('a bound holds for crews that begin late, end early or have no room, and for cases that nobody can do', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const of = madeProblem({ cases: 6, crews: 3, seed, dueWithin: 100 })
    of.start.set([40, 0, 90])
    of.end.set([140, 95, 300])
    of.capacity.set([6, 2, 0])
    of.suits[0] = 0
    of.suits[of.cases] = 0
    const [optimum, routes] = [leastCost(of), regretPlan(of)]
    const { cost } = costOf(of, routes)
    let looks = 0
    expect(routeBound(of, { routes, cost, ms: 60, clock: () => looks++ })).toBeLessThan(optimum + 1e-6)
    expect(lowerBound(of, { best: cost, rounds: 40 })).toBeLessThan(optimum + 1e-6)
  }
})
