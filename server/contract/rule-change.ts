import { z } from 'zod'
import { ConditionDraft, PostLimits } from './condition.ts'
import { CoverageSetDraft } from './rule.ts'
import { CalendarYear, Periods } from './work-calendar.ts'

/** What an admin sends: a rule without what the store gives it. */
export const HoursDraft = z.strictObject({ periods: Periods })
export const PostsDraft = z.strictObject({ limits: PostLimits.shape.limits })
export const CalendarDraft = CalendarYear.omit({ year: true, version: true, validFrom: true })

/** A change of one rule. */
export const RuleChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('condition'), id: z.string(), draft: ConditionDraft }),
  z.strictObject({ kind: z.literal('posts'), draft: PostsDraft }),
  z.strictObject({ kind: z.literal('hours'), draft: HoursDraft }),
  z.strictObject({ kind: z.literal('calendar'), year: z.number(), draft: CalendarDraft }),
  z.strictObject({ kind: z.literal('coverage'), id: z.string(), draft: CoverageSetDraft }),
  z.strictObject({ kind: z.literal('coverage-removal'), id: z.string() }),
])
export type RuleChange = z.infer<typeof RuleChange>
