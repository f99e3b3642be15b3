import type { Case } from '../../server/contract/case.ts'
import { nextInstants } from '../../server/contract/case-light.ts'
import { type Clock, lightOf } from '../../server/contract/clock.ts'
import type { State } from '../../server/contract/state.ts'
import type { WorkCalendar } from '../../server/contract/working-time.ts'
import { minutesOfWorkday, workMinutesBetween } from '../../server/contract/working-time.ts'
import { duration, timeLeft } from '../format.ts'
import { words } from '../i18n/i18n.ts'

const DAY_MS = 86_400_000

/** 剩 1 小时 05 分, 超 50 分; from a day on in working days where it counts so and the calendar is known: 剩 2 个工作日 3 小时. */
export function leftWords(
  dueAt: number,
  now: number,
  { inWorkingTime, calendar }: { inWorkingTime: boolean; calendar: WorkCalendar | undefined },
): string {
  const left = dueAt - now
  if (!inWorkingTime || !calendar || Math.abs(left) < DAY_MS) return timeLeft(left / 1000)
  const [from, to] = [new Date(Math.min(now, dueAt)).toISOString(), new Date(Math.max(now, dueAt)).toISOString()]
  const minutes = workMinutesBetween(calendar, from, to)
  const days = Math.floor(minutes / minutesOfWorkday(calendar))
  const time =
    days < 1 ? words('clock.workTime', { time: duration(minutes * 60) }) : words('clock.workDays', { n: days })
  return words(left >= 0 ? 'time.left' : 'time.over', { time })
}

export const isWorking = ({ limit }: Pick<Clock, 'limit'>): boolean =>
  limit.unit === 'work-hour' || limit.unit === 'work-day'

/** The clock of a case that is due first; undefined where none runs. */
export function firstClock({ status, clocks }: Pick<Case, 'status' | 'clocks'>): Clock | undefined {
  const due = nextInstants({ status, clocks })?.due
  return due === undefined
    ? undefined
    : clocks.find(
        ({ endedAt, pausedAt, dueAt }) => endedAt === null && pausedAt === null && Date.parse(dueAt ?? '') === due,
      )
}

/** The share of a clock that is used, 0–1. Its own instants at 80 and 100 % tell it without a calendar: between them it is near enough. */
export function usedShare({ startedAt, warnAt, dueAt, endedAt }: Clock, now: number): number {
  const at = endedAt === null ? now : Date.parse(endedAt)
  if (warnAt === null || dueAt === null) return 0
  const [start, warn, due] = [startedAt, warnAt, dueAt].map((instant) => Date.parse(instant)) as [
    number,
    number,
    number,
  ]
  if (at >= due) return 1
  if (at >= warn) return 0.8 + (0.2 * (at - warn)) / Math.max(1, due - warn)
  return Math.max(0, (0.8 * (at - start)) / Math.max(1, warn - start))
}

export const stateOfClock = (clock: Clock, now: number): State => lightOf(clock, now)
