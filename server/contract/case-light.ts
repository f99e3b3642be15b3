import { type Case, isOpen } from './case.ts'
import type { State } from './state.ts'

/** When the first of a case's clocks is at 80 %, and when the first is due, in Unix ms; undefined where none runs. */
export function nextInstants({
  status,
  clocks,
}: Pick<Case, 'status' | 'clocks'>): { warn: number; due: number } | undefined {
  if (!isOpen({ status })) return undefined
  let [warn, due] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { endedAt, pausedAt, warnAt, dueAt } of clocks) {
    if (endedAt !== null || pausedAt !== null || warnAt === null || dueAt === null) continue
    warn = Math.min(warn, Date.parse(warnAt))
    due = Math.min(due, Date.parse(dueAt))
  }
  return due === Number.POSITIVE_INFINITY ? undefined : { warn, due }
}

/** How a case stands at an instant (Unix ms): the worst of its running clocks; an open emergency is one until it has ended; `unknown` stands
 *  still or has no clock. */
export function lightOfCase(of: Pick<Case, 'status' | 'clocks' | 'urgency'>, now: number): State {
  if (!isOpen(of)) return 'normal'
  if (of.urgency === 'emergency') return 'emergency'
  const next = nextInstants(of)
  if (!next) return 'unknown'
  if (now > next.due) return 'late'
  return now >= next.warn ? 'due' : 'working'
}
