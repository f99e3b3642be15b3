import type { Case } from '../contract/case.ts'
import type { CaseStep, ClockChange } from '../contract/case-timeline.ts'
import type { Clock } from '../contract/clock.ts'
import { wholeCase } from '../contract/compact-case.ts'
import type { LogRow } from '../contract/log.ts'

/** The timeline of a case out of its log rows, oldest first. `before`: the state before the first of them, where there is one.
 *  `nameOf`: undefined for who has no name to show. */
export function stepsOfLog(
  rows: readonly LogRow[],
  nameOf: (actor: string) => string | undefined,
  before?: Case,
): CaseStep[] {
  let last = before
  return rows.map(({ seq, at, kind, actor, reason, after }) => {
    const state = wholeCase(after)
    const clocks = changesOf(last?.clocks ?? [], state.clocks)
    const step = { seq, at, kind, by: nameOf(actor) ?? null, reason, clocks, crewId: state.crewId }
    const from = last?.status ?? null
    last = state
    return { ...step, from, to: state.status }
  })
}

function changesOf(before: readonly Clock[], after: readonly Clock[]): ClockChange[] {
  const known = new Map(before.map((clock) => [clock.id, clock]))
  const changed = after.flatMap((clock) => {
    const was = known.get(clock.id) ?? null
    known.delete(clock.id)
    return was && isSame(was, clock) ? [] : [{ before: was, after: clock }]
  })
  // An undo takes away what had begun.
  return [...changed, ...[...known.values()].map((clock) => ({ before: clock, after: null }))]
}

const isSame = (one: Clock, other: Clock): boolean =>
  one.endedAt === other.endedAt &&
  one.pausedAt === other.pausedAt &&
  one.dueAt === other.dueAt &&
  one.warnAt === other.warnAt &&
  one.limitMinutes === other.limitMinutes
