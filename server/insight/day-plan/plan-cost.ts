import { DRIVING_WEIGHT, type Problem } from './problem.ts'

/** For each crew its cases in their order; a case in none of them is left over. */
export type Routes = number[][]

/** What a plan costs, in weighted minutes, and what it is made of. */
export interface PlanCost {
  cost: number
  /** Weighted minutes, those of cases left over included. */
  late: number
  /** Minutes on the road. */
  driving: number
  /** Cases that are handled too late, left ones not counted. */
  lateCases: number
  left: number[]
}

/** Minutes from where a crew is to a case; `from` -1: from where it begins. */
export const legOf = (of: Problem, crew: number, from: number, to: number): number =>
  (from < 0 ? of.fromCrew[crew * of.cases + to] : of.between[of.travels[crew] ?? 0]?.[from * of.cases + to]) ?? 0

/** When each case of a route has been handled. */
export function finishesOf(of: Problem, crew: number, route: readonly number[]): number[] {
  let time = of.start[crew] ?? 0
  let from = -1
  return route.map((to) => {
    time += legOf(of, crew, from, to) + (of.service[to] ?? 0)
    from = to
    return time
  })
}

export const latenessOf = (of: Problem, index: number, finish: number): number =>
  (of.weight[index] ?? 0) * Math.max(0, finish - (of.due[index] ?? 0))

export function drivingOf(of: Problem, crew: number, route: readonly number[]): number {
  let minutes = 0
  route.forEach((to, at) => {
    minutes += legOf(of, crew, route[at - 1] ?? -1, to)
  })
  return minutes
}

export function routeCost(of: Problem, crew: number, route: readonly number[]): number {
  let cost = DRIVING_WEIGHT * drivingOf(of, crew, route)
  finishesOf(of, crew, route).forEach((finish, at) => {
    cost += latenessOf(of, route[at] ?? 0, finish)
  })
  return cost
}

export function costOf(of: Problem, routes: Routes): PlanCost {
  const planned = new Set(routes.flat())
  const left = Array.from({ length: of.cases }, (_, index) => index).filter((index) => !planned.has(index))
  let late = left.reduce((sum, index) => sum + (of.left[index] ?? 0), 0)
  let [driving, lateCases] = [0, 0]
  routes.forEach((route, crew) => {
    driving += drivingOf(of, crew, route)
    finishesOf(of, crew, route).forEach((finish, at) => {
      const cost = latenessOf(of, route[at] ?? 0, finish)
      late += cost
      if (finish > (of.due[route[at] ?? 0] ?? 0)) lateCases += 1
    })
  })
  return { cost: late + DRIVING_WEIGHT * driving, late, driving, lateCases, left }
}

/** Whether a route keeps to the crew's shift and load, and holds only what suits it. */
export function isAllowed(of: Problem, crew: number, route: readonly number[]): boolean {
  if (route.length > (of.capacity[crew] ?? 0)) return false
  if (route.some((index) => !of.suits[crew * of.cases + index])) return false
  return (finishesOf(of, crew, route).at(-1) ?? 0) <= (of.end[crew] ?? 0) + 1e-9
}
