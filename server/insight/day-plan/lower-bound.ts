import { legOf } from './plan-cost.ts'
import { DRIVING_WEIGHT, type Problem } from './problem.ts'

/** Crews that can do the same cases and travel alike share their hours. */
interface Group {
  crews: number[]
  from: number
  to: number
  /** Minutes that its crews have in each slice of the day, and what one costs. */
  minutes: Float64Array
  price: Float64Array
  /** Sum of the prices up to the beginning of each slice. */
  paid: Float64Array
  used: Float64Array
}

interface Task {
  index: number
  group: Group
  /** The shortest way to it from any place where a crew of the group could come from. */
  leg: number
  length: number
}

const SLICES = 96

export interface BoundOptions {
  /** What the best plan known costs: the bound is looked for below it. */
  best: number
  rounds?: number
  ms?: number
  clock?: () => number
}

/** What no plan can fall below. Every case takes its handling and the shortest way to it of some crew's time, and nobody can be at two places: that
 *  rule is given a price per minute and slice of the day (Lagrange), each case then chooses its cheapest time by itself, and the prices are moved to
 *  where most is asked for (subgradient, Polyak's step). Each round gives a true bound; the greatest counts. */
export function lowerBound(
  of: Problem,
  { best, rounds = 400, ms = Number.POSITIVE_INFINITY, clock }: BoundOptions,
): number {
  const now = clock ?? (() => performance.now())
  const begun = now()
  const groups = groupsOf(of)
  const tasks = tasksOf(of, groups)
  const width = widthOf(of)
  let greatest = 0
  let [stride, since] = [1, 0]
  for (let round = 0; round < rounds && now() - begun < ms; round += 1) {
    let bound = 0
    for (const group of groups) bound -= begin(group, width)
    for (let index = 0; index < of.cases; index += 1) bound += choose(of, index, tasks[index] ?? [], width)
    if (bound > greatest + 1e-6 * Math.abs(greatest)) {
      greatest = bound
      since = 0
    } else if (++since % 15 === 0) stride *= 0.6
    let square = 0
    for (const { used, minutes, price } of groups)
      for (let at = 0; at < SLICES; at += 1) {
        const over = (used[at] ?? 0) - (minutes[at] ?? 0)
        if (over > 0 || (price[at] ?? 0) > 0) square += over * over
      }
    if (square === 0 || stride < 1e-4) break
    const step = (stride * Math.max(best - bound, 1e-3 * best)) / square
    for (const { used, minutes, price } of groups)
      for (let at = 0; at < SLICES; at += 1)
        price[at] = Math.max(0, (price[at] ?? 0) + step * ((used[at] ?? 0) - (minutes[at] ?? 0)))
  }
  return Math.min(greatest, best)
}

const widthOf = ({ end }: Problem): number => Math.max(1, ...end) / SLICES

/** Sums the prices and forgets who asked; what all the group's minutes cost. */
function begin({ price, paid, minutes, used }: Group, width: number): number {
  let [sum, all] = [0, 0]
  for (let at = 0; at < SLICES; at += 1) {
    paid[at] = sum
    sum += (price[at] ?? 0) * width
    all += (price[at] ?? 0) * (minutes[at] ?? 0)
  }
  used.fill(0)
  return all
}

/** The cheapest time of a case by itself, and its asking for it. Cost and prices are straight between the edges of slices and the instant it is
 *  due, so only beginnings and ends at those can be cheapest. */
function choose(of: Problem, index: number, tasks: readonly Task[], width: number): number {
  let least = of.left[index] ?? 0
  const chosen: { task: Task | undefined; begins: number } = { task: undefined, begins: 0 }
  const [due, weight] = [of.due[index] ?? 0, of.weight[index] ?? 0]
  for (const task of tasks) {
    const { group, leg, length } = task
    const last = group.to - length
    if (last < group.from) continue
    const look = (start: number): void => {
      if (start < group.from || start > last) return
      const cost =
        DRIVING_WEIGHT * leg +
        weight * Math.max(0, start + length - due) +
        paidUpTo(group, start + length, width) -
        paidUpTo(group, start, width)
      if (cost >= least) return
      least = cost
      Object.assign(chosen, { task, begins: start })
    }
    look(group.from)
    look(last)
    look(due - length)
    for (let at = 0; at <= SLICES; at += 1) {
      look(at * width)
      look(at * width - length)
    }
  }
  if (chosen.task) ask(chosen.task.group.used, chosen.begins, chosen.begins + chosen.task.length, width)
  return least
}

function paidUpTo({ paid, price }: Group, time: number, width: number): number {
  const at = Math.min(SLICES - 1, Math.floor(time / width))
  return (paid[at] ?? 0) + (time - at * width) * (price[at] ?? 0)
}

function ask(used: Float64Array, from: number, to: number, width: number): void {
  for (let at = Math.floor(from / width); at < SLICES && at * width < to; at += 1)
    used[at] = (used[at] ?? 0) + Math.min(to, (at + 1) * width) - Math.max(from, at * width)
}

function groupsOf(of: Problem): Group[] {
  const width = widthOf(of)
  const groups = new Map<string, Group>()
  for (let crew = 0; crew < of.crews; crew += 1) {
    const [from, to] = [of.start[crew] ?? 0, of.end[crew] ?? 0]
    if (to <= from || (of.capacity[crew] ?? 0) === 0) continue
    const key = `${of.travels[crew]} ${of.suits.subarray(crew * of.cases, (crew + 1) * of.cases).join('')}`
    const slices = () => new Float64Array(SLICES)
    const group = groups.get(key) ?? {
      ...{ crews: [], from, to, minutes: slices(), price: slices(), paid: slices(), used: slices() },
    }
    group.crews.push(crew)
    group.from = Math.min(group.from, from)
    group.to = Math.max(group.to, to)
    ask(group.minutes, from, to, width)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function tasksOf(of: Problem, groups: readonly Group[]): Task[][] {
  return Array.from({ length: of.cases }, (_, index) =>
    groups.flatMap((group) => {
      const first = group.crews[0] ?? 0
      if (!of.suits[first * of.cases + index]) return []
      let leg = Number.POSITIVE_INFINITY
      for (const crew of group.crews) leg = Math.min(leg, legOf(of, crew, -1, index))
      for (let other = 0; other < of.cases; other += 1)
        if (other !== index && of.suits[first * of.cases + other]) leg = Math.min(leg, legOf(of, first, other, index))
      return [{ index, group, leg, length: leg + (of.service[index] ?? 0) }]
    }),
  )
}
