import type { Clock, Limit, LimitUnit } from './clock.ts'
import {
  addWorkMinutes,
  MINUTE_MS,
  minutesOfWorkday,
  type Reached,
  type WorkCalendar,
  workMinutesBetween,
} from './working-time.ts'

/** STANDARDS 1.3: yellow from 80 % on. */
export const WARN_SHARE = 0.8

/** What a clock is started by. */
export type NewClock = Pick<Clock, 'id' | 'stage' | 'ruleId' | 'ruleVersion' | 'limit'>

export const isRoundTheClock = (unit: LimitUnit): boolean => unit === 'minute' || unit === 'hour'

/** Only a limit that counts as the clock does can lengthen it: 2 hours of the night are no working time. */
export const countsAlike = (one: LimitUnit, other: LimitUnit): boolean =>
  isRoundTheClock(one) === isRoundTheClock(other)

/** A limit in minutes: of working time where its unit is one; a work day is as long as the calendar's, 8 h or 6 h. */
export function minutesOf({ value, unit }: Limit, calendar: WorkCalendar): number {
  if (unit === 'minute') return value
  return value * (unit === 'work-day' ? minutesOfWorkday(calendar) : 60)
}

/** The instant `minutes` after `from`, counted as `unit` counts. */
export function reach(from: string, minutes: number, unit: LimitUnit, calendar: WorkCalendar): Reached {
  if (!isRoundTheClock(unit)) return addWorkMinutes(calendar, from, minutes)
  return { at: new Date(Date.parse(from) + Math.round(minutes * MINUTE_MS)).toISOString(), beyondCalendar: false }
}

const minutesBetween = (from: string, to: string, unit: LimitUnit, calendar: WorkCalendar): number =>
  isRoundTheClock(unit) ? (Date.parse(to) - Date.parse(from)) / MINUTE_MS : workMinutesBetween(calendar, from, to)

/** Begins to run at `at`; outside the working hours the first minute passes when they begin. */
export function startClock(made: NewClock, at: string, calendar: WorkCalendar): Clock {
  const limitMinutes = minutesOf(made.limit, calendar)
  const { id, stage, ruleId, ruleVersion, limit } = made
  const { warn, due } = run({ limit, limitMinutes, usedMinutes: 0 }, at, calendar)
  // In one piece: put together from parts it takes three times as long, and a year of cases starts half a million.
  const clock: Clock = {
    id,
    stage,
    ruleId,
    ruleVersion,
    limit,
    limitMinutes,
    startedAt: at,
    warnAt: warn.at,
    dueAt: due.at,
    endedAt: null,
    pausedAt: null,
    usedMinutes: 0,
  }
  return due.beyondCalendar ? marked(clock, due) : clock
}

/** Done. A clock that has ended stays as it is. */
export const endClock = (clock: Clock, at: string): Clock =>
  clock.endedAt === null ? { ...clock, endedAt: at } : clock

/** 挂账: stands still. What is late already stays late, with its instants. */
export function pauseClock(clock: Clock, at: string, calendar: WorkCalendar): Clock {
  if (clock.endedAt !== null || clock.pausedAt !== null || clock.dueAt === null) return clock
  const usedMinutes = Math.max(0, clock.limitMinutes - minutesBetween(at, clock.dueAt, clock.limit.unit, calendar))
  const isLate = Date.parse(at) > Date.parse(clock.dueAt)
  return { ...clock, pausedAt: at, usedMinutes, ...(isLate ? {} : { warnAt: null, dueAt: null }) }
}

/** 挂账恢复: runs on with what was left. */
export function resumeClock(clock: Clock, at: string, calendar: WorkCalendar): Clock {
  if (clock.endedAt !== null || clock.pausedAt === null) return clock
  const { warn, due } = run(clock, at, calendar)
  return marked({ ...clock, pausedAt: null, warnAt: warn.at, dueAt: due.at }, due)
}

/** 延期: a longer limit, once it is approved. Throws RangeError when it does not count as the clock does. */
export function extendClock(clock: Clock, longer: Limit, calendar: WorkCalendar): Clock {
  const { unit } = clock.limit
  if (!countsAlike(unit, longer.unit)) throw new RangeError(`a limit in ${unit} is not extended in ${longer.unit}`)
  if (clock.endedAt !== null) return clock
  const minutes = minutesOf(longer, calendar)
  const limitMinutes = clock.limitMinutes + minutes
  if (clock.pausedAt !== null && clock.usedMinutes <= limitMinutes)
    return { ...clock, limitMinutes, warnAt: null, dueAt: null }
  if (clock.warnAt === null || clock.dueAt === null) return { ...clock, limitMinutes }
  const warn = reach(clock.warnAt, minutes * WARN_SHARE, unit, calendar)
  const due = reach(clock.dueAt, minutes, unit, calendar)
  return marked({ ...clock, limitMinutes, warnAt: warn.at, dueAt: due.at }, due)
}

/** Reckoned anew as if it had begun to run at `at` last, under a calendar that knows more; one that stands still or has ended stays as it is. */
export function reckonClock(clock: Clock, at: string, calendar: WorkCalendar): Clock {
  if (clock.endedAt !== null || clock.pausedAt !== null || clock.dueAt === null) return clock
  const { warn, due } = run(clock, at, calendar)
  return marked({ ...clock, warnAt: warn.at, dueAt: due.at }, due)
}

type Rest = Pick<Clock, 'limit' | 'limitMinutes' | 'usedMinutes'>

/** When it is yellow and when it is due, running from `at` on. */
const run = ({ limit, limitMinutes, usedMinutes }: Rest, at: string, calendar: WorkCalendar) => ({
  warn: reach(at, limitMinutes * WARN_SHARE - usedMinutes, limit.unit, calendar),
  due: reach(at, limitMinutes - usedMinutes, limit.unit, calendar),
})

function marked({ beyondCalendar: _before, ...clock }: Clock, { beyondCalendar }: Reached): Clock {
  return beyondCalendar ? { ...clock, beyondCalendar } : clock
}
