import { z } from 'zod'
import { Case } from './case.ts'
import { allowedActions, CaseAction } from './case-life.ts'
import { lightOfCase } from './case-light.ts'
import type { Actor } from './role.ts'
import { State } from './state.ts'

/** A case as somebody sees it: with its light now, and what their posts do to it. */
export const CaseCard = Case.extend({
  light: State,
  /** `refused`: the stable word of what stands in the way now; null where nothing does. Empty for who has no post. */
  allowed: z.array(z.strictObject({ action: CaseAction, refused: z.string().nullable() })),
})
export type CaseCard = z.infer<typeof CaseCard>

export const cardOf = (of: Case, actor: Actor | undefined, now: Date): CaseCard => ({
  ...of,
  light: lightOfCase(of, now.getTime()),
  allowed: actor ? allowedActions(actor, of) : [],
})

/** What became of one of many cases. */
export const CaseResult = z.strictObject({
  id: z.string(),
  /** The log row of its step, null where it was refused. */
  seq: z.number().int().nullable(),
  refused: z
    .strictObject({
      status: z.number().int(),
      code: z.string(),
      detail: z.string(),
      last: z.strictObject({ name: z.string(), at: z.string(), kind: z.string() }).optional(),
    })
    .nullable(),
})
export type CaseResult = z.infer<typeof CaseResult>

export const ManyOutcome = z.strictObject({
  results: z.array(CaseResult),
  /** What undoes it within a minute; null where nothing was done. */
  batch: z.string().nullable(),
})
export type ManyOutcome = z.infer<typeof ManyOutcome>
