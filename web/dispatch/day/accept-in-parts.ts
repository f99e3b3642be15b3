import type { PlanAcceptance, PlanAccepted } from '../../../server/contract/day-plan.ts'
import type { Outcome } from '../desk/act-on-many.ts'
import { acceptancesOf } from './day-choice.ts'

/** Accepts these cases of a plan in as many requests as it takes, and tells it as the desk tells any act on many: all crews together, a batch of each
 *  to take back. A request that fails leaves its own cases undone and says so. */
export async function acceptInParts(
  ids: readonly string[],
  send: (asked: PlanAcceptance) => Promise<PlanAccepted>,
): Promise<Outcome> {
  const outcome: Outcome = { action: 'dispatch', done: [], refused: [], batches: [] }
  for (const asked of acceptancesOf(ids))
    try {
      for (const { results, batch } of (await send(asked)).crews) {
        if (batch !== null) outcome.batches.push(batch)
        for (const { id, refused } of results)
          if (refused) outcome.refused.push({ id, refused })
          else outcome.done.push(id)
      }
    } catch (fault) {
      for (const id of asked.caseIds ?? []) outcome.refused.push({ id, refused: { fault } })
    }
  return outcome
}
