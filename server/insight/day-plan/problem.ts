import type { Skill } from '../../contract/crew.ts'
import type { LngLat } from '../../contract/geo.ts'
import type { Vehicle } from '../../contract/travel.ts'

/** An open case as a plan sees it. */
export interface PlanCase {
  id: string
  location: LngLat
  /** When its running clock is due, Unix ms; null: none runs. */
  dueMs: number | null
  /** What a minute of lateness costs. */
  weight: number
  serviceMinutes: number
  skill: Skill
  unitGrid: string | null
  /** Stays with this crew; null: any that suits. */
  only: string | null
}

/** A crew as a plan sees it. */
export interface PlanCrew {
  id: string
  location: LngLat
  vehicle: Vehicle
  skills: readonly Skill[]
  /** Beginnings of unit grid codes. */
  areas: readonly string[]
  /** So many cases of the plan at most. */
  capacity: number
  availableFromMs: number
  shiftEndMs: number
}

/** Minutes under way; the crew tells how it goes. */
export type MinutesBetween = (from: LngLat, to: LngLat, crew: Pick<PlanCrew, 'vehicle'>) => number

/** A day as numbers: times in minutes since `atMs`. Crews and cases by their place in the lists. It goes to a thread as it is. */
export interface Problem {
  cases: number
  crews: number
  due: Float64Array
  weight: Float64Array
  service: Float64Array
  /** What a case costs that nobody goes to today. */
  left: Float64Array
  /** When a crew begins and ends. */
  start: Float64Array
  end: Float64Array
  capacity: Int32Array
  /** Minutes from a crew to a case: crew × cases + case. */
  fromCrew: Float64Array
  /** Minutes from case to case for each way of travelling: case × cases + case. */
  between: Float64Array[]
  /** A crew's way of travelling. */
  travels: Int32Array
  /** Whether a crew may have a case: crew × cases + case. */
  suits: Uint8Array
}

/** Ten minutes on the road weigh as much as one minute of lateness of an ordinary case: enough to choose among plans that are equally late. */
export const DRIVING_WEIGHT = 0.1
/** Beside its lateness until the next day, a case that is left over costs as much as if it were so many minutes late: it is left only where
 *  going there would make others later by more. */
export const LEFT_MINUTES = 240
/** From the end of the last shift to the next morning's first case. */
const NEXT_DAY_MINUTES = 14 * 60

export interface ProblemOptions {
  atMs: number
  minutesBetween: MinutesBetween
}

/** Whether a crew may have a case, and if not, why. */
export function unsuited(
  crew: Pick<PlanCrew, 'id' | 'skills' | 'areas'>,
  of: Pick<PlanCase, 'only' | 'skill' | 'unitGrid'>,
): 'other-crew' | 'wrong-skill' | 'outside-area' | undefined {
  if (of.only !== null) return of.only === crew.id ? undefined : 'other-crew'
  if (!crew.skills.includes(of.skill)) return 'wrong-skill'
  const { unitGrid } = of
  const isInside = crew.areas.some((area) => (unitGrid === null ? area.length === 6 : unitGrid.startsWith(area)))
  return isInside ? undefined : 'outside-area'
}

export function makeProblem(
  cases: readonly PlanCase[],
  crews: readonly PlanCrew[],
  { atMs, minutesBetween }: ProblemOptions,
): Problem {
  const minutes = (ms: number): number => (ms - atMs) / 60_000
  const end = Float64Array.from(crews, ({ shiftEndMs }) => minutes(shiftEndMs))
  const nextDay = Math.max(0, ...end) + NEXT_DAY_MINUTES
  const due = Float64Array.from(cases, ({ dueMs }) => (dueMs === null ? Number.POSITIVE_INFINITY : minutes(dueMs)))
  const kinds = [...new Set(crews.map(({ vehicle }) => vehicle))]
  const between = kinds.map((kind) => {
    const crew = crews.find(({ vehicle }) => vehicle === kind)
    const table = new Float64Array(cases.length * cases.length)
    cases.forEach((from, a) => {
      cases.forEach((to, b) => {
        if (crew && a !== b) table[a * cases.length + b] = minutesBetween(from.location, to.location, crew)
      })
    })
    return table
  })
  const each = <T>(value: (crew: PlanCrew, of: PlanCase) => T): T[] =>
    crews.flatMap((crew) => cases.map((of) => value(crew, of)))
  return {
    ...{ cases: cases.length, crews: crews.length, due, end, between },
    weight: Float64Array.from(cases, ({ weight }) => weight),
    service: Float64Array.from(cases, ({ serviceMinutes }) => serviceMinutes),
    left: Float64Array.from(cases, ({ weight }, i) => weight * (LEFT_MINUTES + Math.max(0, nextDay - (due[i] ?? 0)))),
    start: Float64Array.from(crews, ({ availableFromMs }) => Math.max(0, minutes(availableFromMs))),
    capacity: Int32Array.from(crews, ({ capacity }) => Math.max(0, capacity)),
    fromCrew: Float64Array.from(each((crew, of) => minutesBetween(crew.location, of.location, crew))),
    travels: Int32Array.from(crews, ({ vehicle }) => kinds.indexOf(vehicle)),
    suits: Uint8Array.from(each((crew, of) => (unsuited(crew, of) ? 0 : 1))),
  }
}
