import type { Case, CaseStatus } from '../../../server/contract/case.ts'
import { CASE_LIFE, type CaseAction } from '../../../server/contract/case-life.ts'

/** The ordinary course of a case. */
const COURSE: readonly CaseStatus[] = [
  ...(['received', 'accepted', 'filed', 'dispatched', 'handling'] as const),
  ...(['handled', 'verifying', 'verified', 'closed'] as const),
]

/** What must come before an action, where one step says it. */
export const FIRST = ['file', 'dispatch', 'take', 'feed-back', 'ask-verification', 'pass', 'fail', 'close'] as const
export type First = (typeof FIRST)[number]
const isFirst = (action: CaseAction): action is First => FIRST.some((one) => one === action)

/** Why the state of a case does not allow an action now. `first`: something comes before it; `past`: that step is behind it; `stands`: the case
 *  is off the ordinary course; `only`: the states in which it can be. */
export type WhyNot =
  | { is: 'first'; action: First }
  | { is: 'past' }
  | { is: 'stands'; status: CaseStatus }
  | { is: 'only'; from: readonly CaseStatus[] }

export function whyNot(action: CaseAction, { status }: Pick<Case, 'status'>): WhyNot {
  const { from } = CASE_LIFE[action]
  const at = COURSE.indexOf(status)
  const places = from.map((one) => COURSE.indexOf(one)).filter((place) => place >= 0)
  if (places.length === 0) return { is: 'only', from }
  if (at < 0) return { is: 'stands', status }
  if (at > Math.max(...places)) return { is: 'past' }
  return isFirst(action) ? { is: 'first', action } : { is: 'only', from }
}
