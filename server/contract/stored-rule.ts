import { z } from 'zod'
import { Condition, PostLimits } from './condition.ts'
import { KeptCoverageSet } from './rule.ts'
import { CalendarYear, WorkingHours } from './work-calendar.ts'

/** A rule as a bureau set it: what the log and the store keep. */
export const StoredRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('condition'), rule: Condition }),
  z.strictObject({ kind: z.literal('posts'), rule: PostLimits }),
  z.strictObject({ kind: z.literal('hours'), rule: WorkingHours }),
  z.strictObject({ kind: z.literal('calendar'), rule: CalendarYear }),
  z.strictObject({ kind: z.literal('coverage'), rule: KeptCoverageSet }),
])
export type StoredRule = z.infer<typeof StoredRule>

/** What it is of: distinct among the rules of its kind. */
export function ruleId(stored: StoredRule): string {
  if (stored.kind === 'condition' || stored.kind === 'coverage') return stored.rule.id
  return stored.kind === 'calendar' ? String(stored.rule.year) : stored.kind
}
