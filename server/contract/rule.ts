import { z } from 'zod'
import { Text } from './layer.ts'

const RuleId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/)

/** How far a number can be relied on: `V` read in the named source, `T` read in a third party's transcription of the
 *  official text, `U` not verified. A screen that prints a `T` or `U` number says so. */
export const Verified = z.enum(['V', 'T', 'U'])
export type Verified = z.infer<typeof Verified>

/** Where a number comes from, and of which edition. */
const origin = { source: z.string().min(1), edition: z.string().min(1), verified: Verified }

/** `minute` and `hour` run around the clock; `work-hour` and `work-day` (8 work hours) run in working time only. */
export const LimitUnit = z.enum(['minute', 'hour', 'work-hour', 'work-day'])
export type LimitUnit = z.infer<typeof LimitUnit>

/** 立案条件 row: how long a bureau has for what. */
export const DeadlineRule = z.strictObject({
  id: RuleId,
  subject: Text,
  /** What must be done within the limit. */
  action: Text,
  limit: z.strictObject({ value: z.number().positive(), unit: LimitUnit }),
  /** Whose rule it is: a default to start from, not a law for every county. */
  place: Text,
  ...origin,
})
export type DeadlineRule = z.infer<typeof DeadlineRule>

/** How far apart things may stand, or how far a person may have to walk to one. */
export const CoverageRule = z
  .strictObject({
    id: RuleId,
    subject: Text,
    /** The streets or quarters that it holds for. */
    where: Text,
    /** The road classes that `where` means, for a rule about roads. */
    roadClasses: z.array(z.string().min(1)).optional(),
    /** `along-road`: spacing along the road; `radius`: straight distance served. */
    measure: z.enum(['along-road', 'radius']),
    minMetres: z.number().nonnegative().optional(),
    maxMetres: z.number().positive(),
    ...origin,
  })
  .refine(({ minMetres = 0, maxMetres }) => minMetres <= maxMetres, { error: 'minMetres is above maxMetres' })
export type CoverageRule = z.infer<typeof CoverageRule>

export const Rules = z.strictObject({ deadlines: z.array(DeadlineRule), coverage: z.array(CoverageRule) })
export type Rules = z.infer<typeof Rules>
