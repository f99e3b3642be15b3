import { latenessOf, legOf } from './plan-cost.ts'
import { DRIVING_WEIGHT, type Problem } from './problem.ts'

/** The cheapest order in which a crew can go to a set of cases. */
export interface BestOrder {
  cost: number
  route: number[]
}

/** For every set of cases (bit i: case i) the best order of a crew; undefined for a set that the crew cannot do. By trying all orders: for a few
 *  cases only. */
export function bestOrders(of: Problem, crew: number): (BestOrder | undefined)[] {
  const best: (BestOrder | undefined)[] = new Array(1 << of.cases).fill(undefined)
  best[0] = { cost: 0, route: [] }
  const route: number[] = []
  const go = (set: number, time: number, cost: number): void => {
    if (route.length >= (of.capacity[crew] ?? 0)) return
    for (let to = 0; to < of.cases; to += 1) {
      if (set & (1 << to) || !of.suits[crew * of.cases + to]) continue
      const leg = legOf(of, crew, route.at(-1) ?? -1, to)
      const finish = time + leg + (of.service[to] ?? 0)
      if (finish > (of.end[crew] ?? 0) + 1e-9) continue
      const next = set | (1 << to)
      const more = cost + DRIVING_WEIGHT * leg + latenessOf(of, to, finish)
      route.push(to)
      if (more < (best[next]?.cost ?? Number.POSITIVE_INFINITY)) best[next] = { cost: more, route: [...route] }
      go(next, finish, more)
      route.pop()
    }
  }
  go(0, of.start[crew] ?? 0, 0)
  return best
}
