import type { CaseKind } from '../../data/cities/suo/records/case-kind.ts'
import type { Random } from '../../data/cities/town/random.ts'
import type { Case } from '../contract/case.ts'
import type { CaseAsk } from '../contract/case-input.ts'
import type { Actor } from '../contract/role.ts'
import type { Rulebook } from '../deadlines/rulebook.ts'
import type { CrewChoice } from './choose-crew.ts'
import type { Wait } from './pace.ts'
import type { Doer, SimCase } from './simulated.ts'

/** What the next step of a case is decided by. */
export interface CaseView extends CrewChoice {
  speed: number
  rules: Pick<Rulebook, 'conditionsFor' | 'condition'>
  /** How many open cases are late: so many and no more are let lie. */
  lateCount: number
  /** The kind of problem in the city's records that a case is of. */
  kindOf: (of: Case) => CaseKind | undefined
  /** undefined: the demo has nobody there. */
  actorOf: (by: Doer) => Actor | undefined
}

/** What somebody would do next, once they have waited as long as they do. */
export interface Proposal {
  by: Doer
  wait: Wait
  /** Worked out when it is time: it may need a crew that is free then. */
  ask: () => CaseAsk | undefined
  /** Waits from then, where that is later than the state; Unix ms. */
  sinceMs?: number
}

export type Propose = (one: SimCase, view: CaseView, dice: Random) => Proposal | undefined

export const byPost = (post: 'acceptor' | 'duty-lead' | 'supervisor' | 'inspector' | 'commander'): Doer => ({ post })
