import type { Case } from '../contract/case.ts'
import { isOpen } from '../contract/case.ts'
import { type CaseInputs, wordsOf } from '../contract/case-input.ts'
import { CASE_LIFE } from '../contract/case-life.ts'
import { type Acting, caseInScope } from './act-in-book.ts'
import type { CaseBook } from './case-book.ts'
import { pauseAll } from './case-clocks.ts'
import { CaseRefused, unfit } from './case-refused.ts'

/** Log kind of the case that goes on for both, when it takes another in and when that one is split off again. */
export const ABSORBED = 'case-absorbed'
export const PARTED = 'case-parted'

/** Two cases of one problem go on as one (D10): the other takes in every report of this one, whose clocks stand still. */
export async function mergeCase(
  book: CaseBook,
  of: Case,
  input: CaseInputs['merge'],
  { actor, at, rules }: Acting,
): Promise<{ state: Case; step: number }> {
  if (input.into === of.id) throw unfit('into', 'into-itself', 'a case is not merged into itself')
  const { state: into } = await caseInScope(book, input.into, actor)
  if (!isOpen(into))
    throw new CaseRefused(409, 'into-ended', `${into.number} is ${into.status}; merge into a case that goes on.`)
  const reason = wordsOf(input)
  const state: Case = {
    ...of,
    ...{ status: 'merged', before: of.status, mergedInto: into.id, request: null },
    clocks: pauseAll(of.clocks, { at, rules }),
  }
  const step = book.step({ at, actor: actor.id, kind: CASE_LIFE.merge.kind, reason, after: state })
  book.step({ at, actor: actor.id, kind: ABSORBED, reason, after: withReports(into, of) })
  return { state, step }
}

/** An emergency stays one, whichever of two reports told it. */
function withReports(into: Case, { reports, urgency }: Case): Case {
  const known = new Set(into.reports.map(({ id }) => id))
  const added = reports.filter(({ id }) => !known.has(id))
  return {
    ...into,
    reports: [...into.reports, ...added],
    urgency: urgency === 'emergency' ? urgency : into.urgency,
  }
}
