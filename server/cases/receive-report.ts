import type { NewReport } from '../contract/case-input.ts'
import { actingNow } from './act-in-book.ts'
import type { CaseOutcome, CaseWriter } from './act-on-case.ts'
import type { CaseNeeds } from './case-needs.ts'
import { reportInBook } from './report-in-book.ts'
import { runCaseWrite } from './run-case-write.ts'

/** 上报: a problem comes in and is a case, or joins one. Throws CaseRefused, KeyReused. */
export async function receiveReport(
  report: NewReport,
  { actor, once }: CaseWriter,
  needs: CaseNeeds,
): Promise<Omit<CaseOutcome, 'batch'> & { joined: boolean; again: boolean }> {
  const { answer, again } = await runCaseWrite(needs, once, async (book) => {
    const { state, step, joined } = await reportInBook(book, report, await actingNow(book.tx, actor, needs), needs)
    return (first) => ({ seq: first + step, case: state, joined })
  })
  return { ...answer, again }
}
