import { finishesOf, legOf, type Routes } from './plan-cost.ts'
import type { Problem } from './problem.ts'

/** "Nearest free crew first", as a good dispatcher does it by hand: whenever a crew is free, the most urgent case that waits and that a free
 *  crew suits goes to the nearest of them. What the plan of the day is measured against. */
export function greedyPlan(of: Problem): Routes {
  const routes: Routes = Array.from({ length: of.crews }, () => [])
  const free = Float64Array.from(of.start)
  const order = Array.from({ length: of.cases }, (_, index) => index).sort(
    (a, b) => (of.weight[b] ?? 0) - (of.weight[a] ?? 0) || byDue(of, a, b),
  )
  const waiting = new Set(order)
  const instants = [...new Set(free)].sort((a, b) => a - b)
  for (let now = instants.shift(); now !== undefined && waiting.size; now = instants.shift()) {
    for (const index of waiting) {
      const crew = nearestFree(of, routes, free, index, now)
      if (crew < 0) continue
      waiting.delete(index)
      routes[crew]?.push(index)
      const finish = finishesOf(of, crew, routes[crew] ?? []).at(-1) ?? 0
      free[crew] = finish
      if (!instants.includes(finish)) instants.push(finish)
    }
    instants.sort((a, b) => a - b)
  }
  return routes
}

const byDue = (of: Problem, a: number, b: number): number => {
  const [first, second] = [of.due[a] ?? 0, of.due[b] ?? 0]
  return first === second ? a - b : first - second
}

function nearestFree(of: Problem, routes: Routes, free: Float64Array, index: number, now: number): number {
  let [best, minutes] = [-1, Number.POSITIVE_INFINITY]
  for (let crew = 0; crew < of.crews; crew += 1) {
    const route = routes[crew] ?? []
    if ((free[crew] ?? 0) > now || !of.suits[crew * of.cases + index]) continue
    if (route.length >= (of.capacity[crew] ?? 0)) continue
    const leg = legOf(of, crew, route.at(-1) ?? -1, index)
    if ((free[crew] ?? 0) + leg + (of.service[index] ?? 0) > (of.end[crew] ?? 0)) continue
    if (leg < minutes) [best, minutes] = [crew, leg]
  }
  return best
}
