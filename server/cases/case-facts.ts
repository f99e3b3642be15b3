import { type Case, isOpen } from '../contract/case.ts'
import { nextInstants } from '../contract/case-light.ts'
import type { Clock } from '../contract/clock.ts'
import type { Post } from '../contract/condition.ts'
import { POST_BITS } from '../contract/post-bits.ts'
import { type CaseFacts, NEVER_MS } from '../store/tables/cases.ts'
import { isStageClock } from './case-clocks.ts'

/** The columns of a case that are sorted, counted and rated by. */
export function factsOf(of: Case): CaseFacts {
  const next = nextInstants(of)
  return {
    open: isOpen(of) ? 1 : 0,
    ...{ urgency: of.urgency, method: of.method, condition_id: of.conditionId, crew_id: of.crewId },
    ...{ contractor: of.contractor, owner_unit: of.owner?.unit ?? null },
    ...{ responsibility_grid: of.responsibilityGrid, parent_id: of.parentId },
    ...{ warn_ms: next?.warn ?? NEVER_MS, next_due_ms: next?.due ?? NEVER_MS, due_ms: dueOf(of.clocks) },
    ...{ accepted_ms: ms(of.acceptedAt), filed_ms: ms(of.filedAt), dispatched_ms: ms(of.dispatchedAt) },
    ...{ taken_ms: ms(of.takenAt), handled_ms: ms(of.handledAt), verified_ms: ms(of.verifiedAt) },
    ...postsOf(of.clocks),
    ...{ reports: of.reports.length, repeats: of.repeats, reworks: of.reworks, extensions: of.extensions },
    ...{ suspensions: of.suspensions, send_backs: of.sendBacks, reopenings: of.reopenings },
  }
}

const ms = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant))

function dueOf(clocks: readonly Clock[]): number | null {
  let due: number | null = null
  for (const clock of clocks) {
    if (!isStageClock(clock)) continue
    if (clock.dueAt === null) return null
    due = Math.max(due ?? 0, Date.parse(clock.dueAt))
  }
  return due
}

function postsOf(clocks: readonly Clock[]): Pick<CaseFacts, 'posts_done' | 'posts_late'> {
  let [posts_done, posts_late] = [0, 0]
  for (const clock of clocks) {
    if (clock.endedAt === null) continue
    const bit = isStageClock(clock) ? POST_BITS.handle : POST_BITS[clock.stage as Post]
    posts_done |= bit
    if (clock.dueAt !== null && Date.parse(clock.endedAt) > Date.parse(clock.dueAt)) posts_late |= bit
  }
  return { posts_done, posts_late }
}
