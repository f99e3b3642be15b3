import type { CaseAction } from '../../../server/contract/case-life.ts'
import type { CaseCard } from '../../api-cases.ts'

/** The actions in their places: what takes the case on, what asks or decides, what is said of it. */
export const ACTION_GROUPS = {
  onward: [
    'acknowledge',
    ...(['accept', 'refuse', 'ask-check', 'answer-check', 'file', 'return', 'dispatch', 'reassign', 'take'] as const),
    ...(['finish-stage', 'feed-back', 'send-back', 'ask-verification', 'pass', 'fail', 'close'] as const),
    ...(['leave-unsolved', 'reopen'] as const),
  ],
  asking: [...(['approve', 'decline', 'request-extension', 'request-suspension', 'request-void', 'resume'] as const)],
  saying: [...(['escalate', 'urge', 'note', 'merge', 'split'] as const)],
} as const satisfies Record<string, readonly CaseAction[]>
export type ActionGroup = keyof typeof ACTION_GROUPS

/** What somebody most likely came for, the most pressing first. */
const LIKELY: readonly CaseAction[] = [
  ...(['acknowledge', 'accept', 'answer-check', 'file', 'approve', 'dispatch', 'take', 'feed-back'] as const),
  ...(['ask-verification', 'pass', 'close', 'resume'] as const),
]

/** The one primary button. */
export const primaryOf = (allowed: CaseCard['allowed']): CaseAction | undefined =>
  LIKELY.find((action) => allowed.some((one) => one.action === action && one.refused === null))

export interface Offer {
  action: CaseAction
  refused: string | null
}

/** What somebody's posts do, group by group, each action in its place whether or not it can be done now. */
export const offersOf = (allowed: CaseCard['allowed'], group: ActionGroup): Offer[] =>
  ACTION_GROUPS[group].flatMap((action) => allowed.find((one) => one.action === action) ?? [])
