import type { LngLat } from '../../contract/geo.ts'
import { type MinutesBetween, type PlanCase, type PlanCrew, unsuited } from './problem.ts'
import { seededFor } from './seeded.ts'

/** A case in a simulated day: `crew`: given to it already; null: waits for one. */
export interface DayCase extends PlanCase {
  crew: string | null
  /** Known from then on, Unix ms. */
  fromMs: number
  /** When its crew was given it, Unix ms; null: it waits for one. */
  givenMs: number | null
}

export interface DayCrew extends PlanCrew {
  /** Where it waits when it has nothing to do; null: where it is. */
  standby: LngLat | null
}

export interface DayOptions {
  minutesBetween: MinutesBetween
  atMs: number
  seed: number
  /** In which order a crew goes to what it has; the most urgent first where nothing is said. */
  orderOf?: (crew: DayCrew) => Order
}

export type Order = (a: DayCase, b: DayCase) => number

/** What became of a case: when a crew came and when it was done, Unix ms; null: not in this shift. */
export interface DayOutcome {
  arrivalMs: number | null
  finishMs: number | null
  crew: string | null
  /** How many cases its crew had gone to before it. */
  behind: number
}

/** Spread of handling times: half as long or twice as long once in six times each. Crews' own times are to be put here when a log has them. */
const SPREAD = 0.6

export const byUrgency: Order = (a, b) =>
  b.weight - a.weight ||
  (a.dueMs ?? Number.MAX_SAFE_INTEGER) - (b.dueMs ?? Number.MAX_SAFE_INTEGER) ||
  (a.id < b.id ? -1 : 1)

/** Emergencies first, then as they were given. */
export const asGiven: Order = (a, b) => b.weight - a.weight || (a.givenMs ?? 0) - (b.givenMs ?? 0) || byUrgency(a, b)

interface Working {
  crew: DayCrew
  own: DayCase[]
  freeMs: number
  place: LngLat
  done: number
}

/** Lets a day go its way once: crews do what they have been given in their order, and who has nothing takes of what waits, the most urgent case going
 *  to the nearest free crew. How long a case takes is drawn for it alone, so that two days that differ in a crew differ in nothing else. */
export function simulateDay(
  cases: readonly DayCase[],
  crews: readonly DayCrew[],
  options: DayOptions,
): Map<string, DayOutcome> {
  const { atMs, orderOf = () => byUrgency } = options
  const outcomes = new Map<string, DayOutcome>()
  const working = crews.map((crew): Working => {
    const own = cases.filter((of) => of.crew === crew.id).sort(orderOf(crew))
    return { crew, own, freeMs: Math.max(atMs, crew.availableFromMs), place: crew.location, done: 0 }
  })
  const ids = new Set(crews.map(({ id }) => id))
  const waiting = cases.filter(({ crew }) => crew === null || !ids.has(crew)).sort(byUrgency)
  const instants = new Instants([...working.map(({ freeMs }) => freeMs), ...cases.map(({ fromMs }) => fromMs)])
  for (let now = instants.next(); now !== undefined; now = instants.next()) {
    const begin = (one: Working, of: DayCase): boolean => {
      const outcome = goTo(one, of, now, options)
      if (!outcome) return false
      outcomes.set(of.id, outcome)
      instants.add(one.freeMs)
      return true
    }
    for (const one of working) {
      if (one.freeMs > now) continue
      const at = one.own.findIndex(({ fromMs }) => fromMs <= now)
      const [of] = at >= 0 ? one.own.splice(at, 1) : []
      if (of && !begin(one, of)) instants.add(now)
    }
    for (let at = 0; at < waiting.length; at += 1) {
      const of = waiting[at]
      if (!of || of.fromMs > now) continue
      const one = nearestOf(working, of, now, options)
      if (one && begin(one, of)) waiting.splice(at--, 1)
    }
  }
  return outcomes
}

function nearestOf(working: readonly Working[], of: DayCase, now: number, options: DayOptions): Working | undefined {
  let [best, least]: [Working | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
  for (const one of working) {
    if (one.freeMs > now || one.own.some(({ fromMs }) => fromMs <= now) || unsuited(one.crew, { ...of, only: null }))
      continue
    const minutes = options.minutesBetween(placeAt(one, now, options), of.location, one.crew)
    if (minutes < least && now + minutes * 60_000 <= one.crew.shiftEndMs) [best, least] = [one, minutes]
  }
  return best
}

/** Who has nothing to do is at its standby as soon as it can be there. */
function placeAt({ crew, place, freeMs }: Working, now: number, { minutesBetween }: DayOptions): LngLat {
  if (crew.standby === null) return place
  return freeMs + minutesBetween(place, crew.standby, crew) * 60_000 <= now ? crew.standby : place
}

function goTo(one: Working, of: DayCase, now: number, options: DayOptions): DayOutcome | undefined {
  const from = placeAt(one, now, options)
  const arrivalMs = now + options.minutesBetween(from, of.location, one.crew) * 60_000
  if (arrivalMs > one.crew.shiftEndMs) return undefined
  const finishMs = arrivalMs + of.serviceMinutes * drawnFor(of.id, options.seed) * 60_000
  const behind = one.done
  Object.assign(one, { freeMs: finishMs, place: of.location, done: behind + 1 })
  return { arrivalMs, finishMs, crew: one.crew.id, behind }
}

/** A log-normal factor with median 1 (Box–Muller). */
function drawnFor(id: string, seed: number): number {
  const random = seededFor(id, seed)
  const [first, second] = [Math.max(random(), 1e-12), random()]
  return Math.exp(SPREAD * Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second))
}

/** Instants to come, each once, the earliest first. */
class Instants {
  readonly #known = new Set<number>()
  #sorted: number[] = []

  constructor(of: readonly number[]) {
    for (const one of of) this.#known.add(one)
    this.#sorted = [...this.#known].sort((a, b) => b - a)
  }

  next(): number | undefined {
    const one = this.#sorted.pop()
    if (one !== undefined) this.#known.delete(one)
    return one
  }

  add(one: number): void {
    if (this.#known.has(one)) return
    this.#known.add(one)
    let at = this.#sorted.length
    while (at > 0 && (this.#sorted[at - 1] ?? 0) < one) at -= 1
    this.#sorted.splice(at, 0, one)
  }
}
