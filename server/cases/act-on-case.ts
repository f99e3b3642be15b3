import type { Case } from '../contract/case.ts'
import type { CaseAsk } from '../contract/case-input.ts'
import type { Actor } from '../contract/role.ts'
import type { Once } from '../store/answer-once.ts'
import { actInBook, actingNow, type Seen } from './act-in-book.ts'
import type { CaseNeeds } from './case-needs.ts'
import { runCaseWrite } from './run-case-write.ts'

/** Names the log rows of what was done together. */
export const batchOf = (first: number, last: number): string => `${first}-${last}`

/** Who writes, and the key under which the same request may come again. */
export interface CaseWriter {
  actor: Actor
  once?: Once | undefined
}

/** A case as it stands now, and the log row that made it so. */
export interface CaseOutcome {
  seq: number
  case: Case
  /** What undoes it, see undo-batch.ts. */
  batch: string
}

/** Does one action to one case: its step and its state, or nothing. Throws CaseRefused, KeyReused. */
export async function actOnCase(
  ask: CaseAsk & { id: string; seen?: Seen },
  { actor, once }: CaseWriter,
  needs: CaseNeeds,
): Promise<CaseOutcome & { again: boolean }> {
  const { answer, again } = await runCaseWrite(needs, once, async (book) => {
    const { state, step } = await actInBook(book, ask, await actingNow(book.tx, actor, needs), needs)
    return (first): CaseOutcome => ({ seq: first + step, case: state, batch: batchOf(first, first + book.steps - 1) })
  })
  return { ...answer, again }
}
