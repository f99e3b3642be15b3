import { z } from 'zod'
import { CaseStatus } from './case.ts'
import { Clock } from './clock.ts'

/** A clock before and after a step; null where it was not yet. */
export const ClockChange = z.strictObject({ before: Clock.nullable(), after: Clock.nullable() })
export type ClockChange = z.infer<typeof ClockChange>

/** One step of a case: who, when, why, from which status to which, and what it did to the clocks. No personal data of complainants. */
export const CaseStep = z.strictObject({
  /** Its row of the log. */
  seq: z.number().int(),
  at: z.string(),
  /** `case-dispatched` … */
  kind: z.string(),
  /** Who did it, as others see them; null for who may not see names, and for machines without one. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  from: CaseStatus.nullable(),
  to: CaseStatus,
  crewId: z.string().nullable(),
  clocks: z.array(ClockChange),
})
export type CaseStep = z.infer<typeof CaseStep>
