import type { PastLook } from '../../../../server/insight/day-plan/backtest.ts'
import { seeded } from '../../../../server/insight/day-plan/seeded.ts'
import {
  asGiven,
  byUrgency,
  type DayCase,
  type DayCrew,
  simulateDay,
} from '../../../../server/insight/day-plan/simulate-day.ts'
import { DAY_MS, MADE_MINUTES, madeDay } from './made-days.ts'

/** A made-up morning: what each crew was given, not evenly, and what the day made of it. Half of the crews go by what
 *  is due and half as they were given their cases, and nobody knows which, nor how long a case will take. */
export function madeLook(seed: number, count = 110, dueWithin = 1_500): PastLook {
  const random = seeded(seed)
  const { cases, crews } = madeDay({ cases: count, crews: 12, seed, dueWithin })
  const standing: DayCrew[] = crews.map((crew) => ({ ...crew, standby: null }))
  const given = cases.map((of, index): DayCase => {
    const able = standing.filter(({ skills }) => skills.includes(of.skill))
    // The first of them gets more: as where one supervisor sends whom they know.
    const crew = able[Math.floor(random() ** 1.8 * able.length)]?.id ?? null
    return { ...of, crew, fromMs: DAY_MS, givenMs: DAY_MS - (count - index) * 60_000 }
  })
  const habits = new Map(standing.map(({ id }) => [id, random() < 0.5]))
  const untilMs = DAY_MS + 16 * 3_600_000
  const day = simulateDay(given, standing, {
    ...{ atMs: DAY_MS, minutesBetween: MADE_MINUTES, seed: seed + 100_000 },
    orderOf: ({ id }) => (habits.get(id) ? asGiven : byUrgency),
  })
  const late = given.filter(({ id, dueMs }) => {
    const finishMs = day.get(id)?.finishMs ?? Number.POSITIVE_INFINITY
    return dueMs !== null && dueMs > DAY_MS && dueMs <= untilMs && finishMs > dueMs
  })
  return { atMs: DAY_MS, untilMs, cases: given, crews: standing, late: new Set(late.map(({ id }) => id)) }
}
