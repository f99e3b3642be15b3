import type { CaseResult, ManyOutcome } from '../contract/case-card.ts'
import type { CaseAsk } from '../contract/case-input.ts'
import { actInBook, actingNow } from './act-in-book.ts'
import { batchOf, type CaseWriter } from './act-on-case.ts'
import type { CaseNeeds } from './case-needs.ts'
import { CaseRefused } from './case-refused.ts'
import { runCaseWrite } from './run-case-write.ts'

/** Does the same to many cases in one transaction (D6): those that refuse it are told one by one, the others are done.
 *  @param ask.ids each once. Throws KeyReused, and CaseRefused when the city was busy for too long. */
export async function actOnCases(
  { ids, ...ask }: CaseAsk & { ids: readonly string[] },
  { actor, once }: CaseWriter,
  needs: CaseNeeds,
): Promise<ManyOutcome & { again: boolean }> {
  const { answer, again } = await runCaseWrite(needs, once, async (book) => {
    const acting = await actingNow(book.tx, actor, needs)
    await book.fetch(ids)
    const done: { id: string; step?: number; refused: CaseResult['refused'] }[] = []
    for (const id of ids)
      done.push(
        await actInBook(book, { id, ...ask }, acting, needs).then(
          ({ step }) => ({ id, step, refused: null }),
          (error: unknown) => ({ id, refused: refusedBy(error) }),
        ),
      )
    return (first): ManyOutcome => {
      const steps = done.flatMap(({ step }) => step ?? [])
      return {
        results: done.map(({ id, step, refused }) => ({ id, seq: step === undefined ? null : first + step, refused })),
        batch: steps.length ? batchOf(first, first + book.steps - 1) : null,
      }
    }
  })
  return { ...answer, again }
}

function refusedBy(error: unknown): CaseResult['refused'] {
  if (!(error instanceof CaseRefused)) throw error
  const { status, code, message, last } = error
  return { status, code, detail: message, ...(last ? { last } : {}) }
}
