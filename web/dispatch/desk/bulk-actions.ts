import type { CaseStatus } from '../../../server/contract/case.ts'
import { CASE_LIFE, type CaseAction } from '../../../server/contract/case-life.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { Role } from '../../../server/contract/role.ts'

/** What is told no more than a reason can be done to many at once. Dispatching and merging have a bar of their own. */
const MANY = [
  ...(['accept', 'ask-check', 'ask-verification', 'close', 'approve', 'decline', 'resume'] as const),
  ...(['acknowledge', 'urge', 'escalate', 'request-suspension', 'request-void', 'return'] as const),
] as const satisfies CaseAction[]
export type BulkAction = (typeof MANY)[number]

export interface BulkOffer {
  action: BulkAction
  /** How many of the chosen stand where it is allowed. */
  fit: number
}

const fits = (action: BulkAction, of: DeskCase): boolean => {
  if (!CASE_LIFE[action].from.includes(of.status)) return false
  if (action === 'approve' || action === 'decline') return of.request !== null
  if (action === 'acknowledge') return of.urgency === 'emergency' && of.acknowledgedAt === null
  if (action === 'escalate') return of.urgency !== 'emergency'
  return true
}

/** What these posts do to at least one of them, the most first; the server says of each that refuses why. */
export const bulkOffers = (cases: readonly DeskCase[], roles: readonly Role[]): BulkOffer[] =>
  MANY.filter((action) => CASE_LIFE[action].roles.some((role) => roles.includes(role)))
    .map((action) => ({ action, fit: cases.filter((of) => fits(action, of)).length }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)

const mayDo = (action: CaseAction, roles: readonly Role[]): boolean =>
  CASE_LIFE[action].roles.some((role) => roles.includes(role))

export const mayDispatch = (roles: readonly Role[]): boolean => mayDo('dispatch', roles)
export const mayMerge = (roles: readonly Role[]): boolean => mayDo('merge', roles)
export const mayAcknowledge = (roles: readonly Role[]): boolean => mayDo('acknowledge', roles)

const DISPATCHABLE: readonly CaseStatus[] = [...CASE_LIFE.dispatch.from, ...CASE_LIFE.reassign.from]
/** Whether a crew can be sent to it as it stands. */
export const isDispatchable = ({ status }: Pick<DeskCase, 'status'>): boolean => DISPATCHABLE.includes(status)
