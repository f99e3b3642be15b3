import { answerOnce, type Once } from '../store/answer-once.ts'
import { type CaseBook, openCaseBook } from './case-book.ts'
import type { CaseNeeds } from './case-needs.ts'
import { CaseRefused } from './case-refused.ts'

/** Whoever asked has been told by then that it took too long (http/limits.ts); a step that nobody expects any more is not to be made. */
const LONGEST_WAIT_MS = 10_000

/** Works on cases in the city's transaction, once per key; `answer` is given the log row of the first step when all are written. `again`: it was done
 *  before, under this key. Throws CaseRefused when the city was busy for too long, KeyReused, and what `work` throws; then nothing was written. */
export async function runCaseWrite<T>(
  { area, store }: Pick<CaseNeeds, 'area' | 'store'>,
  once: Once | undefined,
  work: (book: CaseBook) => Promise<(first: number) => T>,
): Promise<{ answer: T; again: boolean }> {
  const asked = performance.now()
  return store.transaction(area, (tx) => {
    if (performance.now() - asked > LONGEST_WAIT_MS)
      throw new CaseRefused(503, 'busy', 'The city is being written to; nothing was changed, try again.')
    return answerOnce(tx, once, async () => {
      const book = openCaseBook(tx)
      const answer = await work(book)
      return answer(await book.write())
    })
  })
}
