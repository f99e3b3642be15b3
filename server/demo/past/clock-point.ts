import { isRunning, isStageClock } from '../../cases/case-clocks.ts'
import type { Case } from '../../contract/case.ts'
import type { Clock } from '../../contract/clock.ts'
import { isRoundTheClock } from '../../contract/run-clock.ts'
import { MINUTE_MS, type WorkCalendar } from '../../contract/working-time.ts'
import { afterWork } from './duty-time.ts'

/** The clocks of the handling that run, the one that is due first first. */
export const runningStages = ({ clocks }: Pick<Case, 'clocks'>): Clock[] =>
  clocks.filter((clock) => isStageClock(clock) && isRunning(clock)).sort((a, b) => dueMs(a) - dueMs(b))

export const dueMs = ({ dueAt }: Clock): number => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt))

/** When a share of a clock is used (1: it is due), Unix ms. */
export function pointOf(clock: Clock, share: number, calendar: WorkCalendar): number {
  const { startedAt, limit, limitMinutes } = clock
  const startMs = Date.parse(startedAt)
  // One that stood still, or is late by far, is reckoned from its end.
  const fromDue = (share - 1) * limitMinutes
  if (isRoundTheClock(limit.unit)) return dueMs(clock) + fromDue * MINUTE_MS
  return share < 1
    ? Math.min(afterWork(calendar, startMs, share * limitMinutes), dueMs(clock))
    : afterWork(calendar, dueMs(clock), fromDue)
}
