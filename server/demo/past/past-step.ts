import type { Random } from '../../../data/cities/town/random.ts'
import type { Case } from '../../contract/case.ts'
import type { CaseAsk } from '../../contract/case-input.ts'
import type { Rulebook } from '../../deadlines/rulebook.ts'
import type { CaseView } from '../proposal.ts'
import type { Doer, SimCrew } from '../simulated.ts'

/** What somebody did next in the past, and when. */
export interface PastStep {
  atMs: number
  by: Doer
  /** A photo goes before an answer that needs one. undefined: nobody is free; somebody looks again later. */
  ask: (atMs: number) => CaseAsk | 'photo' | undefined
}

export interface PastView extends Pick<CaseView, 'rules' | 'kindOf'> {
  rules: CaseView['rules'] & Pick<Rulebook, 'calendar'>
  /** When the past ends, Unix ms: some of what is due soon then is left for whoever comes. */
  endMs: number
  /** Of the demo's crews; undefined where it has none of this id. */
  crew: (id: string) => SimCrew | undefined
  /** The crew that is free then. */
  choose: (of: Case, atMs: number) => SimCrew | undefined
}

/** `sinceMs`: when the case came to stand as it stands. */
export type PlanPast = (of: Case, sinceMs: number, view: PastView, dice: Random) => PastStep | undefined
