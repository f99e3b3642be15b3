import { legOf } from './plan-cost.ts'
import { DRIVING_WEIGHT, type Problem } from './problem.ts'

/** Ways that are looked at one by one; to all others it takes as long as to the nearest of them. */
export const NEAR = 24
/** Table entries that a round may look at: some 50 ms. */
const MOST_LOOKS = 8e6
const FINEST_MINUTES = 1

/** Crews that can do the same cases and travel alike: what a route costs behind its first stop is the same for all of them. */
export interface RouteTables {
  crews: number[]
  cases: Int32Array
  /** From the a-th case to the b-th, at a × count + b: minutes with the handling, the driving's cost, whole steps. */
  minutes: Float64Array
  driving: Float64Array
  steps: Int32Array
  /** Of the a-th case the nearest others, at a × NEAR + rank, and the way that all the rest are at least away. */
  near: Int32Array
  far: Float64Array
  /** Cheapest rest of a route behind the a-th case at a step, at step × count + a, where it goes next, and the cheapest that goes elsewhere next. */
  rest: Float64Array
  next: Int32Array
  other: Float64Array
  /** When the last of them ends, and how long a step is, in minutes. */
  end: number
  width: number
}

export function tablesOfGroups(of: Problem): RouteTables[] {
  const keys = new Map<string, number[]>()
  for (let crew = 0; crew < of.crews; crew += 1) {
    if ((of.end[crew] ?? 0) <= (of.start[crew] ?? 0) || (of.capacity[crew] ?? 0) === 0) continue
    const key = `${of.travels[crew]} ${of.suits.subarray(crew * of.cases, (crew + 1) * of.cases).join('')}`
    keys.set(key, [...(keys.get(key) ?? []), crew])
  }
  const sets = [...keys.values()].map((crews) => ({ crews, cases: casesOf(of, crews[0] ?? 0) }))
  const end = Math.max(1, ...of.end)
  const pairs = sets.reduce((sum, { cases }) => sum + cases.length * Math.min(cases.length, NEAR), 0)
  // A step is no longer than the shortest handling: the table is filled from the evening on.
  const width = Math.min(Math.max(FINEST_MINUTES, (end * pairs) / MOST_LOOKS), ...of.service)
  return sets.map(({ crews, cases }) => tablesOf(of, crews, cases, width))
}

const casesOf = (of: Problem, crew: number): Int32Array =>
  Int32Array.from({ length: of.cases }, (_, index) => index).filter((index) => of.suits[crew * of.cases + index])

function tablesOf(of: Problem, crews: number[], cases: Int32Array, width: number): RouteTables {
  const count = cases.length
  const [minutes, driving] = [new Float64Array(count * count), new Float64Array(count * count)]
  const steps = new Int32Array(count * count)
  for (let a = 0; a < count; a += 1)
    for (let b = 0; b < count; b += 1) {
      const leg = legOf(of, crews[0] ?? 0, cases[a] ?? 0, cases[b] ?? 0)
      const at = a * count + b
      minutes[at] = leg + (of.service[cases[b] ?? 0] ?? 0)
      driving[at] = DRIVING_WEIGHT * leg
      steps[at] = Math.floor((minutes[at] ?? 0) / width)
    }
  const end = Math.max(...crews.map((crew) => of.end[crew] ?? 0))
  const size = count * (Math.floor(end / width) + 1)
  const rest = new Float64Array(size)
  const { near, far } = nearOf(driving, count)
  const tables = { rest, next: new Int32Array(size), other: new Float64Array(size) }
  return { crews, cases, minutes, driving, steps, near, far, ...tables, end, width }
}

function nearOf(driving: Float64Array, count: number): Pick<RouteTables, 'near' | 'far'> {
  const near = new Int32Array(count * NEAR).fill(-1)
  const far = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const all = Array.from({ length: count }, (_, b) => b)
  for (let a = 0; a < count; a += 1) {
    const leg = (b: number): number => driving[a * count + b] ?? 0
    const order = all.filter((b) => b !== a).sort((b, c) => leg(b) - leg(c))
    near.set(order.slice(0, NEAR), a * NEAR)
    const next = order[NEAR]
    if (next !== undefined) far[a] = leg(next) / DRIVING_WEIGHT
  }
  return { near, far }
}
