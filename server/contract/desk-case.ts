import { z } from 'zod'
import { LiveCase } from './live.ts'

/** An open case as the desk lists and draws it: nothing personal. Of its clocks those that have not ended: they run, or stand still. */
export const DeskCase = LiveCase.omit({
  ...{ closedAt: true, outcome: true, quantity: true, method: true, mergedInto: true, parentId: true },
})
export type DeskCase = z.infer<typeof DeskCase>

/** All open cases that the asker may see, as they were at `seq`: every change with a greater one follows on the stream. */
export const DeskCases = z.object({
  seq: z.number().int().nonnegative(),
  /** By the server's clock. */
  at: z.string(),
  cases: z.array(DeskCase),
})
export type DeskCases = z.infer<typeof DeskCases>

/** What the desk keeps of a case that the stream tells. */
export function deskCaseOf(live: LiveCase): DeskCase {
  const { closedAt: _, outcome: _o, quantity: _q, method: _m, mergedInto: _i, parentId: _p, ...kept } = live
  return { ...kept, clocks: kept.clocks.filter(({ endedAt }) => endedAt === null) }
}
