import { z } from 'zod'
import { Limit } from './clock.ts'
import { Text } from './layer.ts'
import { ReckoningStep } from './reckon-deadline.ts'

/** A deadline with its reckoning, so that a rule can be tried before a case stands under it. */
export const DueStage = z.strictObject({
  stage: z.string(),
  action: Text,
  limit: Limit,
  /** Begins when this stage is done; here, when it is due. */
  after: z.string().nullable(),
  startsAt: z.string(),
  warnAt: z.string(),
  dueAt: z.string(),
  /** It runs into a year whose holidays are not known yet: Monday to Friday is assumed there. */
  beyondCalendar: z.boolean(),
  steps: z.array(ReckoningStep),
  /** The steps in words. */
  words: Text,
})
export type DueStage = z.infer<typeof DueStage>

export const DueAnswer = z.strictObject({
  from: z.string(),
  condition: z.strictObject({ id: z.string(), version: z.number(), title: Text }).nullable(),
  stages: z.array(DueStage),
})
export type DueAnswer = z.infer<typeof DueAnswer>
