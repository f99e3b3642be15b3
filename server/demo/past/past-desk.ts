import type { Random } from '../../../data/cities/town/random.ts'
import { isRunning } from '../../cases/case-clocks.ts'
import { type Case, COMPLAINT_SOURCES, UNCLASSIFIED } from '../../contract/case.ts'
import type { CaseAsk } from '../../contract/case-input.ts'
import type { Post } from '../../contract/condition.ts'
import { MINUTE_MS } from '../../contract/working-time.ts'
import { byPost } from '../proposal.ts'
import { conditionFor, SHARES } from '../propose-desk.ts'
import { DECLINED, FAILED, NOT_FOUND, REFUSED, RETURNED, UNSOLVED } from '../words.ts'
import { pointOf } from './clock-point.ts'
import { afterDuty, type DutyHours } from './duty-time.ts'
import { LATE } from './fate.ts'
import type { PastStep, PastView, PlanPast } from './past-step.ts'

/** When the bureau's desks are manned for what can wait; an emergency finds somebody around the clock. */
export const DESK: DutyHours = { from: '07:30', to: '22:30' }

type Minutes = readonly [from: number, to: number]

/** When a post does its step: after a while, and within its limit but for a few. */
export function postMs(
  { clocks, urgency }: Case,
  sinceMs: number,
  { post, ordinary, urgent }: { post: Post; ordinary: Minutes; urgent: Minutes },
  { rules }: Pick<PastView, 'rules'>,
  dice: Random,
): number {
  const chance = dice.next()
  const clock = clocks.find((one) => one.stage === post && isRunning(one))
  if (urgency === 'emergency') return sinceMs + dice.range(...urgent) * MINUTE_MS
  const soon = afterDuty(DESK, sinceMs, dice.range(...ordinary))
  if (!clock) return soon
  if (chance < LATE[post]) return Math.max(soon, pointOf(clock, 1 + dice.range(0.2, 2), rules.calendar))
  return Math.max(sinceMs + MINUTE_MS, Math.min(soon, pointOf(clock, dice.range(0.7, 0.98), rules.calendar)))
}

const saying = (by: PastStep['by'], atMs: number, ask: CaseAsk): PastStep => ({ by, atMs, ask: () => ask })

/** Of what inspectors report somebody else had reported it already. */
const TWICE = 0.02

/** Of the last half hour everything is still under way. */
const FRESH_MS = 36 * MINUTE_MS

/** 受理员. */
export const pastReceived: PlanPast = (of, sinceMs, view, dice) => {
  if (of.kind === UNCLASSIFIED.kind && of.code === UNCLASSIFIED.code) return undefined
  const by = byPost('acceptor')
  const ordinary: Minutes = sinceMs > view.endMs - FRESH_MS ? [1, 7] : [3, 40]
  const atMs = postMs(of, sinceMs, { post: 'accept', ordinary, urgent: [0.5, 4] }, view, dice)
  if (of.checkFound === false) return saying(by, atMs, { action: 'refuse', input: { reason: NOT_FOUND } })
  const doubtful = COMPLAINT_SOURCES.includes(of.source) && of.urgency === 'ordinary' && of.checkedAt === null
  const chance = dice.next()
  if (doubtful && chance < SHARES.refused)
    return saying(by, atMs, { action: 'refuse', input: { reason: dice.pick(REFUSED) } })
  if (of.source === 'patrol' && chance < TWICE)
    return saying(by, atMs, { action: 'refuse', input: { reason: REFUSED[1] } })
  if (doubtful && chance < SHARES.refused + SHARES.checked) return saying(by, atMs, { action: 'ask-check', input: {} })
  return saying(by, atMs, { action: 'accept', input: {} })
}

export const pastChecking: PlanPast = (of, sinceMs, view, dice) => {
  const atMs = postMs(of, sinceMs, { post: 'check', ordinary: [18, 95], urgent: [6, 25] }, view, dice)
  return saying(byPost('inspector'), atMs, { action: 'answer-check', input: { found: !dice.chance(SHARES.notFound) } })
}

/** 值班长. */
export const pastAccepted: PlanPast = (of, sinceMs, view, dice) => {
  const by = byPost('duty-lead')
  const atMs = postMs(of, sinceMs, { post: 'file', ordinary: [1.5, 10], urgent: [0.5, 3] }, view, dice)
  if (of.urgency === 'ordinary' && dice.chance(SHARES.returned))
    return saying(by, atMs, { action: 'return', input: { reason: RETURNED } })
  const condition = conditionFor(of, view, dice)
  return condition && saying(by, atMs, { action: 'file', input: { conditionId: condition.id } })
}

/** Of what was filed just now some is left: whoever opens the dispatcher's desk finds a queue. */
const QUEUE_MS = 22 * MINUTE_MS
const LEFT = 0.65

/** 派遣员. */
export const pastFiled: PlanPast = (of, sinceMs, view, dice) => {
  const soon = postMs(of, sinceMs, { post: 'dispatch', ordinary: [4, 14], urgent: [0.7, 4] }, view, dice)
  const isLeft = of.urgency === 'ordinary' && sinceMs > view.endMs - QUEUE_MS && dice.chance(LEFT)
  const atMs = isLeft ? Math.max(soon, view.endMs + MINUTE_MS) : soon
  if (of.urgency === 'ordinary' && dice.chance(SHARES.unsolved))
    return saying(byPost('duty-lead'), afterDuty(DESK, atMs, 90), {
      action: 'leave-unsolved',
      input: { reason: UNSOLVED },
    })
  const ask = (nowMs: number): CaseAsk | undefined => {
    const one = view.choose(of, nowMs)
    return one && { action: 'dispatch', input: { crewId: one.crew.id } }
  }
  return { by: byPost('supervisor'), atMs, ask }
}

export const pastHandled: PlanPast = (of, sinceMs, _, dice) => {
  const atMs =
    of.urgency === 'emergency' ? sinceMs + dice.range(2, 8) * MINUTE_MS : afterDuty(DESK, sinceMs, dice.range(3, 45))
  return saying(byPost('acceptor'), atMs, { action: 'ask-verification', input: {} })
}

export const pastVerifying: PlanPast = (of, sinceMs, view, dice) => {
  const atMs = postMs(of, sinceMs, { post: 'verify', ordinary: [10, 50], urgent: [8, 45] }, view, dice)
  const fails = of.reworks === 0 && dice.chance(SHARES.failed)
  const ask: CaseAsk = fails ? { action: 'fail', input: { reason: dice.pick(FAILED) } } : { action: 'pass', input: {} }
  return saying(byPost('inspector'), atMs, ask)
}

export const pastVerified: PlanPast = (of, sinceMs, view, dice) => {
  const atMs = postMs(of, sinceMs, { post: 'close', ordinary: [10, 150], urgent: [5, 60] }, view, dice)
  return saying(byPost('duty-lead'), atMs, { action: 'close', input: {} })
}

/** What a crew asked for: somebody else decides. */
export const pastDecision: PlanPast = (_, sinceMs, __, dice) => {
  const ask: CaseAsk = dice.chance(SHARES.declined)
    ? { action: 'decline', input: { reason: DECLINED } }
    : { action: 'approve', input: {} }
  return saying(byPost('duty-lead'), afterDuty(DESK, sinceMs, dice.range(8, 50)), ask)
}

const DUTY_DAY = 900
export const pastSuspended: PlanPast = (_, sinceMs, __, dice) =>
  saying(byPost('supervisor'), afterDuty(DESK, sinceMs, dice.range(0.4, 3.5) * DUTY_DAY), {
    action: 'resume',
    input: {},
  })
