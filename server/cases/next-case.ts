import type { Case, CaseStatus } from '../contract/case.ts'
import type { CaseAsk } from '../contract/case-input.ts'
import { CASE_LIFE, type CaseAction } from '../contract/case-life.ts'
import { CHECK_STEPS } from './steps/check-steps.ts'
import { CREW_STEPS } from './steps/crew-steps.ts'
import { POST_STEPS } from './steps/post-steps.ts'
import { REQUEST_STEPS } from './steps/request-steps.ts'
import type { Change, Changes, StepContext } from './steps/step.ts'
import { WORD_STEPS } from './steps/word-steps.ts'

/** The actions of one case alone; merge and split are of two. */
export type OwnAction = Exclude<CaseAction, 'merge' | 'split'>
export type OwnAsk = Extract<CaseAsk, { action: OwnAction }>

const STEPS: Changes<OwnAction> = { ...POST_STEPS, ...CREW_STEPS, ...CHECK_STEPS, ...REQUEST_STEPS, ...WORD_STEPS }

/** The case after an action that refusalOf lets through. Throws CaseRefused for an input that does not fit the case or the rules. */
export function nextCase(of: Case, { action, input }: OwnAsk, context: StepContext): Case {
  // Which input goes with which action is what CaseAsk says; the table cannot say it of a union.
  const step = STEPS[action] as Change<typeof action>
  const next = { ...of, ...step(of, input as never, context), status: statusAfter(of, action) }
  return keepsRequest(of, next) ? next : { ...next, request: null }
}

export function statusAfter(of: Case, action: CaseAction): CaseStatus {
  const { to } = CASE_LIFE[action]
  if (to === 'same') return of.status
  if (to === 'before') return of.before ?? 'received'
  if (to !== 'requested') return to
  const asked = of.request?.kind
  return asked === 'void' ? 'void' : asked === 'suspension' ? 'suspended' : of.status
}

/** A request is of the crew that has the case, in a state in which it can still be decided. */
const keepsRequest = (of: Case, next: Case): boolean =>
  CASE_LIFE.approve.from.includes(next.status) && next.crewId === of.crewId
