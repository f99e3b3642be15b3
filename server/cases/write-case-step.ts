import type { Case } from '../contract/case.ts'
import type { LogEntry } from '../contract/log.ts'
import type { Tx } from '../store/store.ts'
import type { CaseOutcome } from './act-on-case.ts'
import { openCaseBook } from './case-book.ts'
import { noSuchCase } from './case-refused.ts'

/** Writes one step of a case that is no action of CASE_LIFE, for another noun's verb in its own transaction: a photo that came, a parent that was found.
 *  `change` decides and may throw. Throws CaseRefused 404. */
export async function writeCaseStep(
  tx: Tx,
  id: string,
  by: Pick<LogEntry, 'at' | 'actor' | 'kind' | 'reason'>,
  change: (of: Case) => Case,
): Promise<Pick<CaseOutcome, 'seq' | 'case'>> {
  const book = openCaseBook(tx)
  const of = await book.read(id)
  if (!of) throw noSuchCase(id)
  const after = change(of.state)
  book.step({ ...by, after })
  return { seq: await book.write(), case: after }
}
