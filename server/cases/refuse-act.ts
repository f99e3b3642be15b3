import type { Case } from '../contract/case.ts'
import { CASE_LIFE, type CaseAction, type CaseRefusal, type CaseRefusalCode } from '../contract/case-life.ts'
import { historyOf } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'
import type { CaseBook } from './case-book.ts'
import type { CaseNeeds } from './case-needs.ts'
import { CaseRefused, type LastStep } from './case-refused.ts'

const WORDS: Record<Exclude<CaseRefusalCode, 'conflict'>, string> = {
  'wrong-role': 'Your post does not do that.',
  'other-crew': 'Another crew has the case.',
  'own-request': 'Somebody else decides on what you asked for.',
  'request-pending': 'Something is asked for already and not decided.',
  'no-request': 'Nothing is asked for; it may have been decided already.',
  unclassified: 'Nobody has said yet what it is: return it, and accept it with its kind and code.',
  'photo-missing': 'Its filing condition asks for a photo of after the handling.',
  'not-emergency': 'It is no emergency.',
  acknowledged: 'Somebody has acknowledged it.',
}

/** Refusals that somebody who was faster may have brought about. */
const RACED: readonly CaseRefusalCode[] = ['conflict', 'request-pending', 'no-request', 'acknowledged']

/** The refusal of an action as an error; where somebody was faster, it says who and when. */
export async function refuseAct(
  { tx }: CaseBook,
  of: Case,
  action: CaseAction,
  { status, code }: CaseRefusal,
  { namesOf }: Pick<CaseNeeds, 'namesOf'>,
): Promise<CaseRefused> {
  const last = RACED.includes(code) ? await lastStepOf(tx.db, tx.city, of.id, namesOf) : undefined
  const words = code === 'conflict' ? `"${action}" is not for a case that is ${of.status}.` : WORDS[code]
  const by = last ? ` Last ${last.kind} by ${last.name} at ${last.at}.` : ''
  return new CaseRefused(status, code, `${of.number}: ${words}${by}`, { last })
}

/** What says something of a case and leaves it where it is. */
const WORDS_ONLY: ReadonlySet<string> = new Set(
  (['note', 'urge', 'escalate'] satisfies CaseAction[]).map((action) => CASE_LIFE[action].kind),
)
/** More remarks than this on one step and nobody is named. */
const LOOK_BACK = 20

/** The step that made a case what it is now. */
export async function lastStepOf(
  db: Db,
  city: string,
  id: string,
  namesOf: CaseNeeds['namesOf'],
): Promise<LastStep | undefined> {
  const rows = await historyOf(db, { city, entity: 'case', entityId: id, limit: LOOK_BACK })
  const step = rows.find(({ kind }) => !WORDS_ONLY.has(kind))
  if (!step) return undefined
  const names = await namesOf(db, [step.actor])
  return { name: names.get(step.actor) ?? step.actor, at: step.at, kind: step.kind }
}
