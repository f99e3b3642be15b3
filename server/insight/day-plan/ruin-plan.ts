import type { Problem } from './problem.ts'
import type { WorkingPlan } from './working-plan.ts'

/** As the paper has it: ten cases a round, at most ten in a row. */
const MEAN_TAKEN = 10
const MOST_IN_A_ROW = 10
/** Half of the time some in the middle of the row stay. */
const SPLIT = 0.5
/** Further away nobody looks. */
const NEAR = 200

/** For each case the others, the nearest first. */
export function neighboursOf({ cases, between }: Problem): Int32Array[] {
  const legs = between[0] ?? new Float64Array(cases * cases)
  const all = Array.from({ length: cases }, (_, index) => index)
  return all.map((index) => {
    const minutes = Float64Array.from(
      all,
      (other) => (legs[index * cases + other] ?? 0) + (legs[other * cases + index] ?? 0),
    )
    minutes[index] = -1
    const order = [...all].sort((a, b) => (minutes[a] ?? 0) - (minutes[b] ?? 0))
    return Int32Array.from(order.slice(0, NEAR))
  })
}

/** Takes rows of cases near each other out of some routes; answers what is in no route now. */
export function ruin(plan: WorkingPlan, near: readonly Int32Array[], random: () => number): number[] {
  const { of, crewOf, routes } = plan
  const used = routes.filter(({ length }) => length > 0).length
  const longest = Math.min(MOST_IN_A_ROW, Math.max(1, of.cases / Math.max(1, used)))
  const most = (4 * MEAN_TAKEN) / (1 + longest) - 1
  const wanted = Math.floor(1 + random() * most)
  const ruined = new Set<number>()
  for (const index of near[Math.floor(random() * of.cases)] ?? []) {
    if (ruined.size >= wanted) break
    const crew = crewOf[index] ?? -1
    if (crew < 0 || ruined.has(crew)) continue
    ruined.add(crew)
    takeRow(plan, crew, index, longest, random)
  }
  const missing: number[] = []
  for (let index = 0; index < of.cases; index += 1) if ((crewOf[index] ?? -1) < 0) missing.push(index)
  return missing
}

function takeRow(plan: WorkingPlan, crew: number, index: number, longest: number, random: () => number): void {
  const route = plan.routes[crew] ?? []
  const count = Math.floor(1 + random() * Math.min(route.length, longest))
  const place = route.indexOf(index)
  const first = Math.max(0, place - count + 1)
  const last = Math.min(place, route.length - count)
  const from = first + Math.floor(random() * (last - first + 1))
  if (count < 3 || count >= route.length || random() < SPLIT) {
    plan.remove(crew, from, count)
    return
  }
  // One in the middle of the row stays where it is.
  const stays = 1 + Math.floor(random() * (count - 2))
  plan.remove(crew, from + stays + 1, count - stays - 1)
  plan.remove(crew, from, stays)
}
