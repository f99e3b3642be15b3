import type { CaseResult, ManyOutcome } from '../../../server/contract/case-card.ts'
import type { CaseAsk } from '../../../server/contract/case-input.ts'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'

/** As many as the server takes at once. */
const AT_ONCE = 500

/** One thing to do to some cases. */
export type Wish = CaseAsk & { ids: readonly string[] }

export interface RefusedCase {
  id: string
  /** What the server said of this one, or what kept the whole request from it. */
  refused: NonNullable<CaseResult['refused']> | { fault: unknown }
}

/** What became of what was wished, case by case: nothing is lost. */
export interface Outcome {
  action: CaseAction
  done: string[]
  refused: RefusedCase[]
  /** What takes it back, one for each request. */
  batches: string[]
}

/** Dispatching in the words of the case's life: one that waits is dispatched, one that a crew has goes to another, which wants a reason; for the
 *  others the server says why not. */
export function dispatchWishes(cases: readonly DeskCase[], crewId: string, reason: string | undefined): Wish[] {
  const moves = cases.filter(isWithCrew)
  const sends = cases.filter((one) => !isWithCrew(one))
  return [
    ...(sends.length > 0
      ? [{ action: 'dispatch', input: { crewId, ...(reason ? { reason } : {}) }, ids: idsOf(sends) } as const]
      : []),
    ...(moves.length > 0
      ? [{ action: 'reassign', input: { crewId, reason: reason ?? '' }, ids: idsOf(moves) } as const]
      : []),
  ]
}

/** Whether giving it to a crew takes it from another. */
export const isWithCrew = ({ status }: Pick<DeskCase, 'status'>): boolean =>
  status === 'dispatched' || status === 'handling'

const idsOf = (cases: readonly DeskCase[]): string[] => cases.map(({ id }) => id)

/** Does it in as many requests as it takes, one after the other. One that fails leaves its own cases undone and says so. */
export async function actOnMany(
  wishes: readonly Wish[],
  send: (ids: readonly string[], ask: CaseAsk) => Promise<ManyOutcome>,
): Promise<Outcome> {
  const outcome: Outcome = { action: wishes[0]?.action ?? 'dispatch', done: [], refused: [], batches: [] }
  for (const { ids, ...ask } of wishes)
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      try {
        const { results, batch } = await send(some, ask)
        if (batch !== null) outcome.batches.push(batch)
        for (const { id, refused } of results) {
          if (refused) outcome.refused.push({ id, refused })
          else outcome.done.push(id)
        }
      } catch (fault) {
        for (const id of some) outcome.refused.push({ id, refused: { fault } })
      }
    }
  return outcome
}

/** Those that were refused for the same reason together, the most first. */
export function reasonsOf(
  refused: readonly RefusedCase[],
  wordsOf: (of: RefusedCase['refused']) => string,
): { words: string; ids: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const { id, refused: why } of refused) {
    const words = wordsOf(why)
    groups.set(words, [...(groups.get(words) ?? []), id])
  }
  return [...groups].map(([words, ids]) => ({ words, ids })).sort((a, b) => b.ids.length - a.ids.length)
}
