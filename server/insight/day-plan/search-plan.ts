import type { Routes } from './plan-cost.ts'
import type { Problem } from './problem.ts'
import { neighboursOf, ruin } from './ruin-plan.ts'
import { seeded } from './seeded.ts'
import { type Spot, WorkingPlan } from './working-plan.ts'

export interface Effort {
  seed: number
  /** Ends after so many rounds; the same seed and rounds give the same plan. */
  rounds?: number
  /** Or after so many milliseconds. */
  ms?: number
  clock?: () => number
}

/** How far the search is. */
export interface SearchStep {
  routes: Routes
  cost: number
  rounds: number
}

/** Of a hundred places one is left out. */
const BLINK = 0.01
const LOOK_EVERY = 64

/** Betters a plan by ruin and recreate under cooling (SISR: Christiaens & Vanden Berghe, Transportation Science 2020): cases near each other are
 *  taken out of a few routes and put back one by one where they cost least. Yields the best plan so far, a few times a second at most. */
export function* searchPlan(of: Problem, begin: Routes, effort: Effort): Generator<SearchStep, SearchStep> {
  const { rounds = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY, clock = () => performance.now() } = effort
  const random = seeded(effort.seed)
  const plan = new WorkingPlan(of, begin)
  const near = neighboursOf(of)
  const begun = clock()
  let best: SearchStep = { routes: plan.routes.map((route) => [...route]), cost: plan.cost, rounds: 0 }
  if (of.cases === 0) return best
  const warm = Math.max(1, plan.cost / of.cases) * 0.5
  let [share, told] = [0, begun]
  for (let round = 1; round <= rounds && share < 1; round += 1) {
    if (round % LOOK_EVERY === 0) {
      const now = clock()
      share = Math.max((now - begun) / ms, round / rounds)
      best.rounds = round
      if (now - told > 250) {
        told = now
        yield best
      }
    }
    const was = plan.cost
    plan.mark()
    recreate(plan, ruin(plan, near, random), random)
    // From half a case's cost down to a thousandth of that.
    const heat = warm * 0.001 ** share
    if (plan.cost >= was - heat * Math.log(random() || 1e-12)) plan.takeBack()
    else if (plan.cost < best.cost - 1e-7)
      best = { routes: plan.routes.map((route) => [...route]), cost: plan.cost, rounds: round }
  }
  return best
}

function recreate(plan: WorkingPlan, missing: number[], random: () => number): void {
  const { due, weight, left } = plan.of
  const dice = random() * 10
  const keys = new Map(missing.map((index) => [index, random()]))
  const key = (index: number): number => {
    if (dice < 4) return keys.get(index) ?? 0
    if (dice < 7) return due[index] ?? 0
    if (dice < 9) return -(left[index] ?? 0)
    return -(weight[index] ?? 0)
  }
  const skips = (): boolean => random() < BLINK
  for (const index of missing.sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const spot = cheapestSpot(plan, index, skips)
    if (spot) plan.insert(index, spot)
  }
}

export function cheapestSpot(plan: WorkingPlan, index: number, skips?: () => boolean): Spot | undefined {
  let spot: Spot | undefined
  for (const crew of plan.suited[index] ?? [])
    spot = plan.spotIn(crew, index, spot?.cost ?? plan.of.left[index] ?? 0, skips) ?? spot
  return spot
}
