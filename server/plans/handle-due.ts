import { isStageClock } from '../cases/case-clocks.ts'
import type { Case } from '../contract/case.ts'
import type { Clock } from '../contract/clock.ts'

/** When the handling of a case is due, Unix ms: the first of its filing condition's clocks that run. Not the dispatcher's own clock, which ends with
 *  the dispatch. Null where none runs. */
export function handleDueMs({ clocks }: Pick<Case, 'clocks'>): number | null {
  return firstOf(clocks.filter((clock) => isStageClock(clock) && clock.endedAt === null && clock.pausedAt === null))
}

/** Of the stage that ran at an instant in the past: when it was due, and whether it ended late. */
export function handlingAt(
  { clocks }: Pick<Case, 'clocks'>,
  ms: number,
): { dueMs: number; endedLate: boolean; startedMs: number } | undefined {
  const running = clocks
    .filter((clock) => isStageClock(clock) && clock.dueAt !== null && Date.parse(clock.startedAt) <= ms)
    .filter(({ endedAt }) => endedAt === null || Date.parse(endedAt) > ms)
  const clock = running.find(({ dueAt }) => Date.parse(dueAt ?? '') === firstOf(running))
  if (!clock) return undefined
  const dueMs = Date.parse(clock.dueAt ?? '')
  const endedLate = clock.endedAt === null || Date.parse(clock.endedAt) > dueMs
  return { dueMs, endedLate, startedMs: Date.parse(clock.startedAt) }
}

function firstOf(clocks: readonly Clock[]): number | null {
  const dues = clocks.flatMap(({ dueAt }) => (dueAt === null ? [] : [Date.parse(dueAt)]))
  return dues.length ? Math.min(...dues) : null
}
