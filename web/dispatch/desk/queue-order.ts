import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { instantsOf } from './case-lights.ts'

/** `left`: by the time that is left; `received`: the newest first. */
export const SORTS = ['left', 'received'] as const
export type QueueSort = (typeof SORTS)[number]

/** What stands still or has no clock comes behind all that run. */
const dueOf = (of: DeskCase): number => instantsOf(of).due

/** Emergencies first, then what is due first: so the latest of the late leads, whatever the hour, and no tick of the clock sorts anew. */
export function orderQueue(cases: readonly DeskCase[], sort: QueueSort): DeskCase[] {
  if (sort === 'received') return cases.toSorted((a, b) => compare(b.receivedAt, a.receivedAt) || compare(a.id, b.id))
  const rank = ({ urgency }: DeskCase): number => (urgency === 'emergency' ? 0 : 1)
  return cases.toSorted(
    (a, b) =>
      rank(a) - rank(b) || compare(dueOf(a), dueOf(b)) || compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id),
  )
}

/** Infinity less infinity is no number, so nothing is subtracted. */
const compare = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0)
