import type { PlanAccepted } from '../../../server/contract/day-plan.ts'
import type { Outcome } from '../desk/act-on-many.ts'

/** What became of accepting a plan, as the desk tells it of any act on many: all crews together, one batch of each to take back. */
export function outcomeOfPlan(answers: readonly PlanAccepted[]): Outcome {
  const outcome: Outcome = { action: 'dispatch', done: [], refused: [], batches: [] }
  for (const { results, batch } of answers.flatMap(({ crews }) => crews)) {
    if (batch !== null) outcome.batches.push(batch)
    for (const { id, refused } of results)
      if (refused) outcome.refused.push({ id, refused })
      else outcome.done.push(id)
  }
  return outcome
}
