import { legOf } from './plan-cost.ts'
import { DRIVING_WEIGHT, type Problem } from './problem.ts'
import { NEAR, type RouteTables } from './route-tables.ts'

/** Stands for a case far away that nobody needs to know. */
const FAR = 0x7ffe

/** The sum of what the cheapest routes of a group's crews cost at these prices; counts what they visit. */
export function cheapestRoutes(of: Problem, group: RouteTables, price: Float64Array, visits: Float64Array): number {
  fillRests(of, group, price)
  const { crews, cases, rest, width, end } = group
  const count = cases.length
  let sum = 0
  for (const crew of crews) {
    let [least, first, firstAt] = [0, -1, 0]
    for (let a = 0; a < count; a += 1) {
      const index = cases[a] ?? 0
      const leg = legOf(of, crew, -1, index)
      const done = (of.start[crew] ?? 0) + leg + (of.service[index] ?? 0)
      if (done > end) continue
      const late = (of.weight[index] ?? 0) * Math.max(0, done - (of.due[index] ?? 0))
      const step = Math.floor(done / width)
      const cost = DRIVING_WEIGHT * leg + late - (price[index] ?? 0) + (rest[step * count + a] ?? 0)
      if (cost < least) [least, first, firstAt] = [cost, a, step]
    }
    sum += least
    if (first >= 0) walk(group, first, firstAt, visits)
  }
  return sum
}

function walk(
  { cases, steps, next, rest, other }: RouteTables,
  first: number,
  firstAt: number,
  visits: Float64Array,
): void {
  const count = cases.length
  let [before, here, step] = [-1, first, firstAt]
  while (here >= 0) {
    visits[cases[here] ?? 0] = (visits[cases[here] ?? 0] ?? 0) + 1
    const at = step * count + here
    const packed = next[at] ?? 0
    // The best next case in the low half, the best other one in the high half; one more than its place, 0: the route ends.
    let then = (packed & 0xffff) - 1
    if (then >= 0 && then === before) then = (other[at] ?? 0) < 0 ? (packed >>> 16) - 1 : -1
    if (then >= 0 && (rest[at] ?? 0) >= 0) then = -1
    if (then === FAR) return
    if (then >= 0) step += steps[here * count + then] ?? 0
    if (step * count >= next.length) return
    ;[before, here] = [here, then]
  }
}

function fillRests(of: Problem, group: RouteTables, price: Float64Array): void {
  const { cases, minutes, driving, steps, near, far, rest, next, other, width, end } = group
  const count = cases.length
  const [due, weight, worth] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  const service = new Float64Array(count)
  for (let a = 0; a < count; a += 1) {
    due[a] = of.due[cases[a] ?? 0] ?? 0
    weight[a] = of.weight[cases[a] ?? 0] ?? 0
    worth[a] = price[cases[a] ?? 0] ?? 0
    service[a] = of.service[cases[a] ?? 0] ?? 0
  }
  const last = Math.floor(end / width)
  // Of those who are at a place at a step: the cheapest case to handle there and then, wherever it is, and the next cheapest.
  const cheapest = {
    cost: new Float64Array(last + 1),
    second: new Float64Array(last + 1),
    at: new Int32Array(last + 1),
  }
  for (let step = last; step >= 0; step -= 1) {
    const now = step * width
    let [low, lower, lowest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1]
    for (let b = 0; b < count; b += 1) {
      const done = now + (service[b] as number)
      if (done > end) continue
      const late = done - (due[b] as number)
      const behind = rest[Math.floor(done / width) * count + b] as number
      const cost = behind - (worth[b] as number) + (late > 0 ? late * (weight[b] as number) : 0)
      if (cost < lower) {
        low = lower
        lower = cost
        lowest = b
      } else if (cost < low) low = cost
    }
    cheapest.cost[step] = lower
    cheapest.second[step] = low
    cheapest.at[step] = lowest
    for (let a = 0; a < count; a += 1) {
      let [least, second, then, thenOther] = [0, 0, 0, 0]
      const row = a * count
      const take = (cost: number, b: number): void => {
        if (cost < least) {
          second = least
          thenOther = then
          least = cost
          then = b + 1
        } else if (cost < second) {
          second = cost
          thenOther = b + 1
        }
      }
      for (let rank = a * NEAR; rank < (a + 1) * NEAR; rank += 1) {
        const b = near[rank] as number
        if (b < 0) break
        const done = now + (minutes[row + b] as number)
        if (done > end) continue
        const late = done - (due[b] as number)
        const spot = (step + (steps[row + b] as number)) * count + b
        // Not straight back.
        const behind = ((next[spot] as number) & 0xffff) === a + 1 ? (other[spot] as number) : (rest[spot] as number)
        take(
          (driving[row + b] as number) - (worth[b] as number) + behind + (late > 0 ? late * (weight[b] as number) : 0),
          b,
        )
      }
      const leg = far[a] as number
      const there = Math.floor((now + leg) / width)
      if (there <= last) {
        const isSelf = cheapest.at[there] === a
        const cost = DRIVING_WEIGHT * leg + ((isSelf ? cheapest.second[there] : cheapest.cost[there]) as number)
        if (cost < least) take(cost, isSelf ? FAR : (cheapest.at[there] as number))
        else if (cost < second) take(cost, isSelf ? FAR : (cheapest.at[there] as number))
      }
      const at = step * count + a
      rest[at] = least
      other[at] = second
      next[at] = then | (thenOther << 16)
    }
  }
}
