import type { Case } from '../contract/case.ts'
import type { CaseFact } from '../contract/case-fact.ts'
import { factsOf } from './case-facts.ts'

/** A case as rates see it: the same as its row in the table says. */
export function caseFactOf(state: Case): CaseFact {
  const facts = factsOf(state)
  return {
    id: state.id,
    unitGrid: state.unitGrid,
    responsibilityGrid: facts.responsibility_grid,
    crewId: facts.crew_id,
    contractor: facts.contractor,
    class: `${state.kind}:${state.code}`,
    ...{ source: state.source, method: facts.method, status: state.status },
    receivedMs: Date.parse(state.receivedAt),
    acceptedMs: facts.accepted_ms,
    filedMs: facts.filed_ms,
    dispatchedMs: facts.dispatched_ms,
    handledMs: facts.handled_ms,
    verifiedMs: facts.verified_ms,
    closedMs: state.closedAt === null ? null : Date.parse(state.closedAt),
    dueMs: facts.due_ms,
    ...{ postsDone: facts.posts_done, postsLate: facts.posts_late },
    ...{ reworks: facts.reworks, extensions: facts.extensions },
  }
}
