import { z } from 'zod'
import { Text } from './layer.ts'
import { origin } from './rule.ts'

/** What is counted of cases within a period [from, to), as it stands at an instant `asOf`. Each is a set of cases, so that a number opens to
 *  its list; what each holds is in server/insight/evaluation/counts.ts, and its words are in the formula set. */
export const CountId = z.enum([
  ...['received', 'accepted', 'closed', 'filed', 'filed-on-time', 'filed-right', 'filed-from-public', 'filed-missed'],
  ...['due', 'due-closed', 'due-closed-on-time', 'due-handled', 'due-handled-on-time', 'due-not-handled'],
  ...['due-reworked', 'due-extended', 'to-dispatch', 'dispatched-on-time', 'dispatched-right'],
  ...['patrol-reported', 'patrol-accepted', 'checked', 'checked-on-time', 'verified', 'verified-on-time'],
] as const)
export type CountId = z.infer<typeof CountId>

/** A rate: the cases of `numerator` among those of `denominator`; the first is always part of the second. */
export const Rate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  name: Text,
  /** As the standard writes it. */
  formula: Text,
  numerator: CountId,
  denominator: CountId,
  /** Whether more is better. */
  better: z.enum(['more', 'less']),
})
export type Rate = z.infer<typeof Rate>

/** A score out of 100: weighted rates; `less` rates count as 1 − rate. */
export const Score = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  name: Text,
  terms: z.array(z.strictObject({ rate: z.string(), weight: z.number().positive() })).min(1),
  ...origin,
})
export type Score = z.infer<typeof Score>

/** Formulas in force from a day on (X8): a period is reckoned with the set that was in force when it began. */
export const FormulaSet = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/),
    version: z.number().int().positive(),
    /** ISO instant. */
    validFrom: z.iso.datetime({ offset: true }),
    ...origin,
    /** What each count holds, in words: shown as the denominator's. */
    counts: z.record(CountId, Text),
    rates: z.array(Rate).min(1),
    scores: z.array(Score),
    /** Grades by the least score, best first. */
    grades: z.array(z.strictObject({ grade: z.string().min(1), from: z.number().min(0).max(100) })).min(1),
  })
  .refine(
    ({ rates, scores }) => scores.every(({ terms }) => terms.every(({ rate }) => rates.some(({ id }) => id === rate))),
    {
      error: 'a score names a rate that is not there',
      path: ['scores'],
    },
  )
  .refine(({ scores }) => scores.every(({ terms }) => terms.reduce((sum, { weight }) => sum + weight, 0) === 100), {
    error: 'the weights of a score add up to 100',
    path: ['scores'],
  })
export type FormulaSet = z.infer<typeof FormulaSet>

export const GroupBy = z.enum(['all', 'area', 'crew', 'contractor', 'class', 'source'])
export type GroupBy = z.infer<typeof GroupBy>

/** One rate of one group with all that it stands on (N1). */
export const RateFigure = z.object({
  rate: z.string(),
  /** 0 … 1; null where the denominator is 0: there is nothing to say. */
  value: z.number().nullable(),
  numerator: z.number().int(),
  denominator: z.number().int(),
  /** Addresses of the lists; `missing`: in the denominator and not in the numerator, what would change the number. */
  lists: z.object({ numerator: z.string(), denominator: z.string(), missing: z.string() }),
  /** The same rate of the same span a year before (同比) and of the span just before (环比), with their numbers. */
  yearBefore: z.number().nullable(),
  periodBefore: z.number().nullable(),
})
export type RateFigure = z.infer<typeof RateFigure>

export const EvaluatedGroup = z.object({
  /** Id of the area, crew, contractor, class (`matter:06010`) or source; '' for cases that have none; 'all'. */
  group: z.string(),
  counts: z.record(CountId, z.number().int()),
  rates: z.array(RateFigure),
  scores: z.array(z.object({ score: z.string(), value: z.number().nullable(), grade: z.string().nullable() })),
})
export type EvaluatedGroup = z.infer<typeof EvaluatedGroup>

export const Evaluation = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  by: GroupBy,
  /** Last row of the log that it counts. */
  seq: z.number().int(),
  formulas: FormulaSet,
  groups: z.array(EvaluatedGroup),
})
export type Evaluation = z.infer<typeof Evaluation>
