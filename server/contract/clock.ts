import { z } from 'zod'
import type { State } from './state.ts'

/** `minute` and `hour` run around the clock; `work-hour` and `work-day` run in working time only. */
export const LimitUnit = z.enum(['minute', 'hour', 'work-hour', 'work-day'])
export type LimitUnit = z.infer<typeof LimitUnit>

export const Limit = z.strictObject({ value: z.number().positive().max(10_000), unit: LimitUnit })
export type Limit = z.infer<typeof Limit>

/** A running or ended deadline of a case. It says its own instants, so that a screen colours it without a calendar. */
export const Clock = z.strictObject({
  /** Distinct within the case: the stage, and `#2` … for one that began again (返工). */
  id: z.string().min(1),
  /** What is to be done within it: a post's step (`accept`, `check`, `file`, `dispatch`, `verify`, `close`), or a stage of the filing
   *  condition (`handle`, `stop`, `penalty`, `demolish`, `sign`, `replace`). */
  stage: z.string().min(1),
  /** The rule and its version that it was started by: a later change of the rule does not touch it (D4). */
  ruleId: z.string().min(1),
  ruleVersion: z.number().int().positive(),
  limit: Limit,
  /** Minutes, of working time or around the clock as the unit says: the limit with its extensions. */
  limitMinutes: z.number().positive(),
  startedAt: z.string(),
  /** When 80 % of it are used, and all of it; null while it stands still, unless it is late already: late stays late. */
  warnAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  /** Done then; null while it runs. */
  endedAt: z.string().nullable(),
  /** Stands still since (挂账). */
  pausedAt: z.string().nullable(),
  /** Minutes used before it last began to run. */
  usedMinutes: z.number().nonnegative(),
  /** Its days run into a year whose holidays were not known when it was reckoned: Monday to Friday is assumed there. */
  beyondCalendar: z.boolean().optional(),
})
export type Clock = z.infer<typeof Clock>

/** How a clock stands at an instant (Unix ms): the light of D5, in the words of the screen's states. An ended clock is `normal`, or `late`
 *  when it ended late; one that stands still is `unknown`. */
export function lightOf(clock: Clock, now: number): State {
  if (clock.endedAt !== null) return isLate(clock, Date.parse(clock.endedAt)) ? 'late' : 'normal'
  if (clock.dueAt === null || clock.warnAt === null) return 'unknown'
  if (isLate(clock, now)) return 'late'
  return now >= Date.parse(clock.warnAt) ? 'due' : 'working'
}

/** STANDARDS 1.3: ≤ 80 % green, 80–100 % yellow, > 100 % red; so at the very instant it is not late yet. */
const isLate = ({ dueAt }: Clock, at: number): boolean => dueAt !== null && at > Date.parse(dueAt)
