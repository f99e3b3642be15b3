import type { Limit } from '../contract/clock.ts'
import type { ConditionStage } from '../contract/condition.ts'
import type { DueStage } from '../contract/due.ts'
import { reckonDeadline } from '../contract/reckon-deadline.ts'
import { limitWords, reckoningWords } from '../contract/reckoning-words.ts'
import type { BusinessCalendar } from '../contract/work-calendar.ts'

/** When each stage would be due, had the case begun at `from`; a stage that follows another begins when that is due. Throws RangeError for
 *  a deadline beyond all calendars. */
export function trialOf(stages: readonly ConditionStage[], from: string, calendar: BusinessCalendar): DueStage[] {
  const done: DueStage[] = []
  for (const { id, action, limit, after = null } of stages) {
    const startsAt = done.find(({ stage }) => stage === after)?.dueAt ?? from
    done.push({ stage: id, action, after, ...dueOf(limit, startsAt, calendar) })
  }
  return done
}

/** The same for a limit of its own. */
export const trialOfLimit = (limit: Limit, from: string, calendar: BusinessCalendar): DueStage[] => [
  { stage: 'handle', action: limitWords(limit), after: null, ...dueOf(limit, from, calendar) },
]

function dueOf(limit: Limit, startsAt: string, calendar: BusinessCalendar) {
  const reckoned = reckonDeadline(limit, startsAt, calendar)
  return { limit, startsAt, ...reckoned, words: reckoningWords(limit, startsAt, reckoned) }
}
