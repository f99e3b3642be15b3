import type { Problem } from '../../../../server/insight/day-plan/problem.ts'

/** What the best plan costs, by trying every order of every set and every way to share the cases out: no solver, and none of the server's own
 *  reckoning. */
export function leastCost(of: Problem): number {
  const all = 1 << of.cases
  const leftOf = (set: number): number => bitsOf(set).reduce((sum, index) => sum + (of.left[index] ?? 0), 0)
  let least = Array.from({ length: all }, (_, set) => leftOf(set))
  for (let crew = 0; crew < of.crews; crew += 1) {
    const own = ownCosts(of, crew)
    least = least.map((without, set) => {
      let best = without
      for (let part = set; part > 0; part = (part - 1) & set)
        best = Math.min(best, (own[part] ?? 0) + (least[set & ~part] ?? 0))
      return best
    })
  }
  return least[all - 1] ?? 0
}

const bitsOf = (set: number): number[] => Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => set & (1 << bit))

function ownCosts(of: Problem, crew: number): Float64Array {
  const costs = new Float64Array(1 << of.cases).fill(Number.POSITIVE_INFINITY)
  const legs = of.between[of.travels[crew] ?? 0]
  const visit = (set: number, count: number, last: number, clock: number, cost: number): void => {
    if (cost < (costs[set] ?? 0)) costs[set] = cost
    if (count === of.capacity[crew]) return
    for (let to = 0; to < of.cases; to += 1) {
      if (set & (1 << to) || of.suits[crew * of.cases + to] === 0) continue
      const drive = (last < 0 ? of.fromCrew[crew * of.cases + to] : legs?.[last * of.cases + to]) ?? 0
      const done = clock + drive + (of.service[to] ?? 0)
      if (done > (of.end[crew] ?? 0)) continue
      const late = Math.max(0, done - (of.due[to] ?? 0)) * (of.weight[to] ?? 0)
      visit(set | (1 << to), count + 1, to, done, cost + late + drive / 10)
    }
  }
  visit(0, 0, -1, of.start[crew] ?? 0, 0)
  return costs
}
