import type { FactColumns } from '../evaluation/fact-columns.ts'

/** When something was done last to any case, Unix ms, not behind `nowMs`: what lies ahead is a deadline. */
export function lastStepMs({ count, instants }: FactColumns, nowMs: number): number {
  const { dueMs: _, ...steps } = instants
  let last = Number.NEGATIVE_INFINITY
  for (const column of Object.values(steps))
    for (let row = 0; row < count; row++) {
      const ms = column[row] ?? Number.NaN
      if (ms > last && ms <= nowMs) last = ms
    }
  return last
}
