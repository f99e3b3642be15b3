import type { Case } from '../../contract/case.ts'
import type { CaseInputs } from '../../contract/case-input.ts'
import type { CaseAction } from '../../contract/case-life.ts'
import type { Condition } from '../../contract/condition.ts'
import type { Actor } from '../../contract/role.ts'
import type { Moment } from '../case-clocks.ts'
import type { CrewFacts, Placed } from '../case-needs.ts'

/** What a step is decided by, beside the case and what is asked. */
export interface StepContext extends Moment {
  actor: Pick<Actor, 'id' | 'name'>
  /** The filing condition: that of the case, or the one that it is to be filed under. */
  condition?: Condition | undefined
  /** The crew that it is to be given to. */
  crew?: CrewFacts | undefined
  /** Where it belongs, when its class was changed. */
  placed?: Placed | undefined
}

/** What an action changes of a case beside its status. Throws CaseRefused for an input that does not fit. */
export type Change<A extends CaseAction> = (of: Case, input: CaseInputs[A], context: StepContext) => Partial<Case>
export type Changes<A extends CaseAction> = { [K in A]: Change<K> }
