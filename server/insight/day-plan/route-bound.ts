import { cheapestRoutes } from './cheapest-routes.ts'
import { type Routes, routeCost } from './plan-cost.ts'
import type { Problem } from './problem.ts'
import { tablesOfGroups } from './route-tables.ts'

export interface RouteBoundOptions {
  /** The best plan known. */
  routes: Routes
  cost: number
  ms: number
  clock?: () => number
  onBound?: (bound: number) => void
}

/** Of what the plan would save without each case, tried first: together they are too much, as one makes room for many. */
const SHARES: readonly number[] = [0.75, 0.5, 0.3, 0.15]
/** Rounds without a better bound until the steps are made shorter. */
const PATIENCE = 8

/** What no plan can fall below, by the prices of cases (Lagrange of set partitioning): each crew then takes the route that is cheapest at these
 *  prices, also one that goes to a case twice but for there and straight back (2-cycle-free q-routes: Christofides, Mingozzi & Toth 1981), at times
 *  rounded down to whole steps. Both make routes cheaper than they are, never dearer, so each round is a true bound; prices move up where a case
 *  is in no route and down where in several. */
export function routeBound(of: Problem, options: RouteBoundOptions): number {
  const { cost, ms, clock = () => performance.now(), onBound = () => undefined } = options
  const begun = clock()
  const groups = tablesOfGroups(of)
  const saved = firstPrices(of, options.routes)
  const [price, kept] = [Float64Array.from(saved), Float64Array.from(saved)]
  const [visits, course] = [new Float64Array(of.cases), new Float64Array(of.cases)]
  let best = Number.NEGATIVE_INFINITY
  let [stride, since] = [1, 0]
  for (let round = 0; clock() - begun < ms && stride > 1e-3; round += 1) {
    const share = SHARES[round]
    if (share !== undefined)
      for (let index = 0; index < of.cases; index += 1) price[index] = share * (saved[index] ?? 0)
    visits.fill(0)
    let bound = price.reduce((sum, one) => sum + one, 0)
    for (const group of groups) bound += cheapestRoutes(of, group, price, visits)
    if (bound > best) {
      since = 0
      best = bound
      kept.set(price)
      onBound(Math.max(0, Math.min(best, cost)))
    } else if (share === undefined && ++since % PATIENCE === 0) {
      stride *= 0.6
      price.set(kept)
      course.fill(0)
    }
    if (share !== undefined && round < SHARES.length - 1) continue
    if (share !== undefined) price.set(kept)
    let square = 0
    for (let index = 0; index < of.cases; index += 1) {
      // Part of the last course is kept, so that prices do not go to and fro (Camerini, Fratta & Maffioli 1975).
      course[index] = 0.6 * (course[index] ?? 0) + 1 - (visits[index] ?? 0)
      square += (course[index] ?? 0) ** 2
    }
    if (square === 0) break
    const step = (stride * Math.max(cost - bound, 1e-3 * cost)) / square
    for (let index = 0; index < of.cases; index += 1) {
      const moved = (price[index] ?? 0) + step * (course[index] ?? 0)
      // Leaving it over costs so much and no more.
      price[index] = Math.min(of.left[index] ?? 0, Math.max(0, moved))
    }
  }
  return Math.max(0, Math.min(best, cost))
}

/** What the plan would save without a case. */
function firstPrices(of: Problem, routes: Routes): Float64Array {
  const price = Float64Array.from(of.left)
  routes.forEach((route, crew) => {
    const whole = routeCost(of, crew, route)
    for (const index of route)
      price[index] = Math.min(
        of.left[index] ?? 0,
        Math.max(
          0,
          whole -
            routeCost(
              of,
              crew,
              route.filter((other) => other !== index),
            ),
        ),
      )
  })
  return price
}
