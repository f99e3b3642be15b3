import { z } from 'zod'
import type { Limit } from './clock.ts'
import { Text } from './layer.ts'
import { isRoundTheClock, minutesOf, reach, WARN_SHARE } from './run-clock.ts'
import type { BusinessCalendar } from './work-calendar.ts'
import { dateOf, MINUTE_MS, placeInTime } from './working-time.ts'

/** A run of days that count alike, on the way from the start to the deadline. `clock`: all of the time counts. */
export const ReckoningStep = z.strictObject({
  kind: z.enum(['workday', 'shift', 'weekend', 'holiday', 'clock']),
  /** Of the holiday, or of that which a shift makes up for. */
  name: Text.nullable(),
  /** First and last day, YYYY-MM-DD in business time. */
  from: z.string(),
  to: z.string(),
  days: z.number().int().positive(),
  /** What these days count, together. */
  minutes: z.number().nonnegative(),
  /** Whether the holidays of its year are known. */
  known: z.boolean(),
})
export type ReckoningStep = z.infer<typeof ReckoningStep>

export interface Reckoned {
  warnAt: string
  dueAt: string
  beyondCalendar: boolean
  steps: ReckoningStep[]
}

/** How a deadline comes about, day by day; days that count alike are one step. Throws RangeError for a limit beyond all calendars. */
export function reckonDeadline(limit: Limit, from: string, calendar: BusinessCalendar): Reckoned {
  const minutes = minutesOf(limit, calendar)
  const warn = reach(from, minutes * WARN_SHARE, limit.unit, calendar)
  const due = reach(from, minutes, limit.unit, calendar)
  const steps = isRoundTheClock(limit.unit)
    ? [stepAroundTheClock(from, due.at, minutes)]
    : stepsOfWork(from, due.at, calendar)
  return { warnAt: warn.at, dueAt: due.at, beyondCalendar: due.beyondCalendar, steps }
}

function stepAroundTheClock(from: string, dueAt: string, minutes: number): ReckoningStep {
  const first = placeInTime(from).day
  const last = placeInTime(dueAt).day
  const dates = { from: dateOf(first), to: dateOf(last), days: last - first + 1 }
  return { kind: 'clock', name: null, ...dates, minutes, known: true }
}

function stepsOfWork(from: string, dueAt: string, calendar: BusinessCalendar): ReckoningStep[] {
  const start = placeInTime(from)
  const end = placeInTime(dueAt)
  const steps: ReckoningStep[] = []
  for (let day = start.day; day <= end.day; day++) {
    const date = dateOf(day)
    const { kind, name = null, known } = calendar.day(date)
    const works = kind === 'workday' || kind === 'shift'
    const begin = day === start.day ? start.msOfDay / MINUTE_MS : 0
    const until = day === end.day ? end.msOfDay / MINUTE_MS : 1440
    const minutes = works ? workedBetween(calendar, begin, until) : 0
    const last = steps.at(-1)
    const perDay = last ? last.minutes / last.days : -1
    if (last && last.kind === kind && last.name?.zh === name?.zh && last.known === known && perDay === minutes) {
      last.to = date
      last.days++
      last.minutes += minutes
    } else steps.push({ kind, name, from: date, to: date, days: 1, minutes, known })
  }
  return steps
}

const workedBetween = ({ hours }: BusinessCalendar, begin: number, until: number): number =>
  hours.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(until, to) - Math.max(begin, from)), 0)
