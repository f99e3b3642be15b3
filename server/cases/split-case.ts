import type { Case } from '../contract/case.ts'
import { type CaseInputs, wordsOf } from '../contract/case-input.ts'
import { CASE_LIFE } from '../contract/case-life.ts'
import { wholeCase } from '../contract/compact-case.ts'
import { historyOf } from '../store/read-log.ts'
import { statesBefore } from '../store/state-at.ts'
import type { Acting } from './act-in-book.ts'
import type { CaseBook } from './case-book.ts'
import { CaseRefused } from './case-refused.ts'
import { PARTED } from './merge-case.ts'

/** Undoes a merge (D10): the case is again what it was before, with its clocks as if they had run on; the other one gives its reports back, and is
 *  what it was too where nothing else happened to it. */
export async function splitCase(
  book: CaseBook,
  of: Case,
  input: CaseInputs['split'],
  { actor, at }: Acting,
): Promise<{ state: Case; step: number }> {
  const merged = await mergeRow(book, of)
  const state = await stateBefore(book, of.id, merged)
  const into = (await book.read(of.mergedInto ?? ''))?.state
  if (!state || !into) throw new CaseRefused(409, 'not-in-log', `The log does not tell what ${of.number} was before.`)
  if (into.status === 'merged')
    throw new CaseRefused(409, 'into-merged', `${into.number} was merged itself; split that one first.`)
  const reason = wordsOf(input)
  const step = book.step({ at, actor: actor.id, kind: CASE_LIFE.split.kind, reason, after: state })
  // Both rows of a merge are written together, one behind the other.
  const taken = await stateBefore(book, into.id, merged + 1)
  const after = withoutReports(into, of, taken?.urgency ?? into.urgency)
  book.step({ at, actor: actor.id, kind: PARTED, reason, after })
  return { state, step }
}

/** The log row that merged it. */
async function mergeRow({ tx }: CaseBook, { id, number }: Case): Promise<number> {
  const rows = await historyOf(tx.db, { city: tx.city, entity: 'case', entityId: id })
  const row = rows.find(({ kind }) => kind === CASE_LIFE.merge.kind)
  if (!row) throw new CaseRefused(409, 'not-in-log', `The log does not tell what ${number} was before.`)
  return row.seq
}

async function stateBefore({ tx }: CaseBook, id: string, seq: number): Promise<Case | undefined> {
  const found = await statesBefore(tx.db, { city: tx.city, entity: 'case', ids: [id], seq })
  const after = found.get(id)?.after
  return after ? wholeCase(after) : undefined
}

function withoutReports(into: Case, { reports, urgency }: Case, before: Case['urgency']): Case {
  const given = new Set(reports.map(({ id }) => id))
  return {
    ...into,
    reports: into.reports.filter(({ id }) => !given.has(id)),
    // Said to be an emergency by the merge alone.
    urgency: urgency === 'emergency' && into.urgency === 'emergency' ? before : into.urgency,
  }
}
