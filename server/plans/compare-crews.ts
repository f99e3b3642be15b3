import type { WhatIf, WhatIfAnswer } from '../contract/day-plan.ts'
import type { Scope } from '../contract/role.ts'
import { DAY_MS } from '../contract/working-time.ts'
import type { DayCase } from '../insight/day-plan/simulate-day.ts'
import { changeCrews, figuresOf } from '../insight/day-plan/what-if.ts'
import { dayCaseOf, gatherDay } from './gather-day.ts'
import { handlingAt } from './handle-due.ts'
import { pastCases } from './past-cases.ts'
import type { PlanNeeds } from './plan-needs.ts'
import type { ServiceTimes } from './service-times.ts'
import { endOfDay } from './shift-span.ts'
import { openTravelBook } from './travel-book.ts'

const PAST_DAYS = 14
/** Simulated as often when no past day is known. */
const RUNS = 10

/** A crew that is named is not at work. */
export class UnknownCrew extends Error {
  readonly crewId: string

  constructor(crewId: string) {
    super(`There is no crew "${crewId.slice(0, 60)}" at work.`)
    this.crewId = crewId
  }
}

/** What the rest of the day would come to with other crews, against how it is (N6). What comes in is lent from the same hours of past days. Throws
 *  TooMuch, UnknownCrew. */
export async function compareCrews(
  needs: PlanNeeds,
  { area, seed, ...change }: WhatIf,
  scope: Scope,
): Promise<WhatIfAnswer> {
  const day = await gatherDay(needs, { scope, area })
  const { atMs, work, crews, times } = day
  for (const crewId of [...change.addCrews.map(({ like }) => like), ...change.moveStandby.map((of) => of.crewId)])
    if (!crews.some(({ id }) => id === crewId)) throw new UnknownCrew(crewId)
  const untilMs = endOfDay(atMs)
  const days = await lentDays(needs, { atMs, untilMs, area, scope, times })
  const changed = changeCrews(crews, change)
  const arrivals = days.length ? days : Array.from({ length: RUNS }, () => [])
  const goals = [...work, ...arrivals.flat()].map(({ location }) => location)
  const standby = changed.flatMap((crew) => (crew.standby ? [crew.standby] : []))
  const book = await openTravelBook(needs.roads, {
    from: [...changed.map(({ location }) => location), ...standby, ...goals],
    to: [...goals, ...standby],
    vehicles: crews.map(({ vehicle }) => vehicle),
  })
  const options = { atMs, untilMs, seed, arrivals, minutesBetween: book.minutesBetween }
  return {
    ...{ at: new Date(atMs).toISOString(), until: new Date(untilMs).toISOString() },
    ...{ seed, pastDays: days.length, travel: book.by },
    baseline: figuresOf(work, crews, options),
    changed: figuresOf(work, changed, options),
  }
}

interface Lending {
  atMs: number
  untilMs: number
  area: string | undefined
  scope: Scope
  times: ServiceTimes
}

/** For each past day what was filed in the hours that are still to come today, moved to today. */
async function lentDays(needs: PlanNeeds, { atMs, untilMs, area, scope, times }: Lending): Promise<DayCase[][]> {
  const past = (await pastCases(needs, { days: PAST_DAYS + 1, scope })).filter(
    ({ filedAt, unitGrid }) =>
      filedAt !== null && (area === undefined || area === needs.area || unitGrid?.startsWith(area) === true),
  )
  const days = Array.from({ length: PAST_DAYS }, (_, index): DayCase[] => {
    const shift = (index + 1) * DAY_MS
    return past.flatMap((of) => {
      const filedMs = Date.parse(of.filedAt ?? '')
      const fromMs = filedMs + shift
      if (fromMs <= atMs || fromMs >= untilMs) return []
      const stage = handlingAt(of, filedMs)
      const waiting = {
        ...dayCaseOf(of, needs, times),
        id: `${of.id}+${index}`,
        crew: null,
        only: null,
        fromMs,
        givenMs: null,
      }
      return [{ ...waiting, dueMs: stage ? stage.dueMs + shift : null }]
    })
  })
  return days.some((day) => day.length > 0) ? days : []
}
