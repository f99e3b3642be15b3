import { z } from 'zod'
import { type Case, type CaseSource, CaseStatus, isOpen, UNCLASSIFIED } from './case.ts'
import type { Actor, Role } from './role.ts'

/** What can be done to a case, in the verbs of DOMAIN. */
export const CaseAction = z.enum([
  ...['accept', 'refuse', 'ask-check', 'answer-check', 'file', 'return'],
  ...['dispatch', 'reassign', 'take', 'send-back', 'finish-stage', 'feed-back'],
  ...['ask-verification', 'pass', 'fail', 'close', 'leave-unsolved', 'reopen'],
  ...['request-extension', 'request-suspension', 'request-void', 'approve', 'decline', 'resume'],
  ...['merge', 'split', 'escalate', 'acknowledge', 'urge', 'note'],
] as const)
export type CaseAction = z.infer<typeof CaseAction>

export interface Step {
  /** In which states it is allowed. */
  from: readonly CaseStatus[]
  /** `same`: the state stays; `before`: the state before a suspension or a merge; `requested`: what the pending request asks for. */
  to: CaseStatus | 'same' | 'before' | 'requested'
  /** Who may; a crew only what its own crew has. */
  roles: readonly Role[]
  /** Past verb of the log row. */
  kind: `case-${string}`
  /** Words must be given. */
  reason: boolean
}

const OPEN: readonly CaseStatus[] = CaseStatus.options.filter((status) => isOpen({ status }))
const WITH_CREW: readonly CaseStatus[] = ['dispatched', 'handling']
const BEFORE_HANDLED: readonly CaseStatus[] = ['received', 'accepted', 'filed', 'dispatched', 'handling']

const step = (
  from: readonly CaseStatus[],
  to: Step['to'],
  roles: readonly Role[],
  kind: Step['kind'],
  reason = false,
): Step => ({ from, to, roles, kind, reason })

/** The one table of (state, role, action): the server, the screens and the tests read it. Source: STANDARDS 1.3, the working state machine
 *  受理员 → 值班长 → 派遣员 → 专业部门 → 受理员 → 监督员 → 值班长. */
export const CASE_LIFE: Record<CaseAction, Step> = {
  accept: step(['received'], 'accepted', ['acceptor'], 'case-accepted'),
  refuse: step(['received'], 'refused', ['acceptor'], 'case-refused', true),
  'ask-check': step(['received'], 'checking', ['acceptor'], 'case-check-asked'),
  'answer-check': step(['checking'], 'received', ['inspector'], 'case-checked'),
  file: step(['accepted'], 'filed', ['duty-lead'], 'case-filed'),
  return: step(['accepted'], 'received', ['duty-lead'], 'case-returned', true),
  dispatch: step(['filed'], 'dispatched', ['supervisor'], 'case-dispatched'),
  reassign: step(WITH_CREW, 'dispatched', ['supervisor'], 'case-reassigned', true),
  take: step(['dispatched'], 'handling', ['crew'], 'case-taken'),
  'send-back': step(WITH_CREW, 'filed', ['crew'], 'case-sent-back', true),
  'finish-stage': step(['handling'], 'same', ['crew'], 'case-stage-done'),
  'feed-back': step(['handling'], 'handled', ['crew'], 'case-handled', true),
  'ask-verification': step(['handled'], 'verifying', ['acceptor'], 'case-verification-asked'),
  pass: step(['verifying'], 'verified', ['inspector'], 'case-verified'),
  fail: step(['verifying'], 'dispatched', ['inspector'], 'case-reworked', true),
  close: step(['verified'], 'closed', ['duty-lead'], 'case-closed'),
  'leave-unsolved': step(['filed', 'handled', 'verified'], 'unsolved', ['duty-lead'], 'case-left-unsolved', true),
  reopen: step(['closed', 'unsolved'], 'filed', ['duty-lead'], 'case-reopened', true),
  'request-extension': step(WITH_CREW, 'same', ['crew', 'supervisor'], 'case-extension-requested', true),
  'request-suspension': step(
    ['filed', ...WITH_CREW],
    'same',
    ['crew', 'supervisor'],
    'case-suspension-requested',
    true,
  ),
  'request-void': step(
    ['accepted', 'filed', ...WITH_CREW],
    'same',
    ['crew', 'supervisor'],
    'case-void-requested',
    true,
  ),
  approve: step(['accepted', 'filed', ...WITH_CREW], 'requested', ['supervisor', 'duty-lead'], 'case-request-approved'),
  decline: step(
    ['accepted', 'filed', ...WITH_CREW],
    'same',
    ['supervisor', 'duty-lead'],
    'case-request-declined',
    true,
  ),
  resume: step(['suspended'], 'before', ['supervisor', 'duty-lead'], 'case-resumed'),
  merge: step(BEFORE_HANDLED, 'merged', ['acceptor', 'supervisor', 'duty-lead'], 'case-merged'),
  split: step(['merged'], 'before', ['acceptor', 'supervisor', 'duty-lead'], 'case-split', true),
  escalate: step(OPEN, 'same', ['supervisor', 'duty-lead', 'commander'], 'case-escalated', true),
  acknowledge: step(OPEN, 'same', ['supervisor', 'duty-lead', 'commander'], 'case-acknowledged'),
  urge: step(OPEN, 'same', ['duty-lead', 'commander'], 'case-urged', true),
  note: step(
    CaseStatus.options,
    'same',
    ['acceptor', 'duty-lead', 'supervisor', 'inspector', 'crew', 'commander'],
    'case-noted',
    true,
  ),
}

/** Who may bring in a case, and from where: those outside say what they found, those at a desk also what others told them. */
export const REPORT_SOURCES: Partial<Record<Role, readonly CaseSource[] | 'any'>> = {
  acceptor: 'any',
  'duty-lead': 'any',
  supervisor: 'any',
  inspector: ['patrol', 'citizen-snap'],
  crew: ['patrol'],
}

export const mayReport = ({ roles }: Pick<Actor, 'roles'>, source: CaseSource): boolean =>
  roles.some((role) => REPORT_SOURCES[role] === 'any' || REPORT_SOURCES[role]?.includes(source))

/** Why an action is refused, as a stable word; the screen has its own words for each. */
export type CaseRefusalCode =
  | 'wrong-role' //      403: nobody in this post does that
  | 'other-crew' //      403: a crew acts on its own cases
  | 'own-request' //     403: another decides on what one has asked for
  | 'conflict' //        the state does not allow it; somebody may have been faster
  | 'request-pending' // one asked already
  | 'no-request' //      nothing is asked for
  | 'unclassified' //    nobody has said yet what it is
  | 'photo-missing' //   the filing condition asks for a photo of after
  | 'not-emergency'
  | 'acknowledged' //    somebody has

export interface CaseRefusal {
  status: 403 | 409
  code: CaseRefusalCode
}

export type Asking = Pick<Actor, 'id' | 'roles' | 'scope'>

/** Why somebody may not do this to a case as it stands; undefined when they may. What the input must be is the business of case-input.ts. */
export function refusalOf(action: CaseAction, actor: Asking, of: Case): CaseRefusal | undefined {
  const { from, roles } = CASE_LIFE[action]
  const posts = actor.roles.filter((role) => roles.includes(role))
  if (!posts.length) return { status: 403, code: 'wrong-role' }
  if (!from.includes(of.status)) return { status: 409, code: 'conflict' }
  const isOnlyCrew = posts.every((role) => role === 'crew')
  if (isOnlyCrew && (of.crewId === null || of.crewId !== actor.scope.crewId)) return { status: 403, code: 'other-crew' }
  if ((action === 'approve' || action === 'decline') && of.request?.by === actor.id)
    return { status: 403, code: 'own-request' }
  const code = CONDITIONS[action]?.(of)
  return code && { status: 409, code }
}

/** What a state alone does not say. */
const CONDITIONS: { [A in CaseAction]?: (of: Case) => CaseRefusalCode | undefined } = {
  file: ({ kind, code }) => (kind === UNCLASSIFIED.kind && code === UNCLASSIFIED.code ? 'unclassified' : undefined),
  'feed-back': lacksPhoto,
  'ask-verification': lacksPhoto,
  'request-extension': asksAlready,
  'request-suspension': asksAlready,
  'request-void': asksAlready,
  approve: asksNothing,
  decline: asksNothing,
  acknowledge: ({ urgency, acknowledgedAt }) => {
    if (urgency !== 'emergency') return 'not-emergency'
    return acknowledgedAt === null ? undefined : 'acknowledged'
  },
}

/** After a failed check the photo of the first try shows what was found wanting. */
function lacksPhoto({ photoAfter, photos, dispatchedAt }: Case): CaseRefusalCode | undefined {
  const since = Date.parse(dispatchedAt ?? '')
  const has = photos.some(({ phase, addedAt }) => phase === 'after' && !(Date.parse(addedAt) < since))
  return photoAfter && !has ? 'photo-missing' : undefined
}

function asksAlready({ request }: Case): CaseRefusalCode | undefined {
  return request ? 'request-pending' : undefined
}

function asksNothing({ request }: Case): CaseRefusalCode | undefined {
  return request ? undefined : 'no-request'
}

export interface Allowed {
  action: CaseAction
  /** Absent: it can be done now. */
  refused: CaseRefusalCode | null
}

/** What somebody's posts do at all, each with what stands in its way now. */
export const allowedActions = (actor: Asking, of: Case): Allowed[] =>
  CaseAction.options
    .map((action) => ({ action, refused: refusalOf(action, actor, of)?.code ?? null }))
    .filter(({ refused }) => refused !== 'wrong-role')
