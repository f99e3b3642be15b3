import type { Random } from '../../../data/cities/town/random.ts'
import type { Case } from '../../contract/case.ts'
import type { CaseAsk } from '../../contract/case-input.ts'
import type { Clock } from '../../contract/clock.ts'
import { isRoundTheClock } from '../../contract/run-clock.ts'
import { MINUTE_MS } from '../../contract/working-time.ts'
import { byPost } from '../proposal.ts'
import { answerOf, UNKNOWN_HOURS } from '../propose-field.ts'
import type { Doer, SimCrew } from '../simulated.ts'
import { LONGER, REASSIGNED_FRESH, SENT_BACK, SUSPEND } from '../words.ts'
import { dueMs, pointOf, runningStages } from './clock-point.ts'
import { afterDuty } from './duty-time.ts'
import { isSlow } from './fate.ts'
import { DESK } from './past-desk.ts'
import type { PastStep, PastView, PlanPast } from './past-step.ts'

/** `near`: answered when four fifths of the time and more are used. */
const SHARES = { sentBack: 0.02, longer: 0.05, suspended: 0.012, near: 0.12, left: 0.7, leftLate: 0.5 }
const LEAST_MINUTES = 6
/** Of the limit, and in minutes, by which a slow one is late. */
const LATE_BY = { share: [0.4, 1.4], minutes: [90, 900] } as const
/** What is late since then may be left late. */
const LEFT_LATE_MS = 1.4 * 86_400_000
const PHOTO_BEFORE_MS = 90_000

/** 待接单. */
export const pastDispatched: PlanPast = (of, sinceMs, view, dice) => {
  const one = of.crewId === null ? undefined : view.crew(of.crewId)
  if (!one) return of.crewId === null ? reassigned(of, sinceMs, view) : undefined
  const by: Doer = { crewId: one.crew.id }
  if (of.urgency === 'emergency')
    return { by, atMs: sinceMs + dice.range(1, 5) * MINUTE_MS, ask: () => ({ action: 'take', input: {} }) }
  const atMs = afterDuty(one.crew.shift, sinceMs, dice.range(3, 22))
  if (of.sendBacks === 0 && dice.chance(SHARES.sentBack))
    return { by, atMs, ask: () => ({ action: 'send-back', input: { reason: dice.pick(SENT_BACK) } }) }
  return { by, atMs, ask: () => ({ action: 'take', input: {} }) }
}

/** 处置中: stage after stage, perhaps with more time asked for; then a photo, and the answer. */
export const pastHandling: PlanPast = (of, sinceMs, view, dice) => {
  const one = of.crewId === null ? undefined : view.crew(of.crewId)
  if (!one) return of.crewId === null ? reassigned(of, sinceMs, view) : undefined
  const by: Doer = { crewId: one.crew.id }
  const running = runningStages(of)
  const [first] = running
  const asks = first && running.length === 1 ? requestOf(of, first, sinceMs, view, dice) : undefined
  if (asks) return { by, ...asks }
  if (first && running.length > 1)
    return {
      ...{ by, atMs: Math.max(sinceMs + MINUTE_MS, pointOf(first, dice.range(0.35, 0.9), view.rules.calendar)) },
      ask: () => ({ action: 'finish-stage', input: { stage: first.stage } }),
    }
  const atMs = answerMs(of, sinceMs, { one, last: first }, view, dice)
  if (lacksPhoto(of)) return { by, atMs: Math.max(sinceMs, atMs - PHOTO_BEFORE_MS), ask: () => 'photo' }
  return { by, atMs, ask: () => answerOf(of, view, dice) }
}

/** As the table of the life of a case asks it (contract/case-life.ts). */
function lacksPhoto({ photoAfter, photos, dispatchedAt }: Case): boolean {
  const since = Date.parse(dispatchedAt ?? '')
  return photoAfter && !photos.some(({ phase, addedAt }) => phase === 'after' && !(Date.parse(addedAt) < since))
}

function answerMs(
  of: Case,
  sinceMs: number,
  { one, last }: { one: SimCrew; last: Clock | undefined },
  view: PastView,
  dice: Random,
): number {
  const hours = view.kindOf(of)?.hours ?? UNKNOWN_HOURS
  const begunMs = Date.parse(of.takenAt ?? '') || sinceMs
  const minutes = Math.max(LEAST_MINUTES, dice.range(...hours) * 60)
  const near = dice.chance(SHARES.near)
  const share = near ? dice.range(0.82, 0.99) : dice.range(0.3, 0.8)
  const lateBy = Math.max(
    dice.range(LATE_BY.minutes[0], LATE_BY.minutes[0] * 2),
    (last?.limitMinutes ?? 0) * dice.range(...LATE_BY.share),
  )
  if (of.urgency === 'emergency')
    return Math.max(
      sinceMs + MINUTE_MS,
      Math.min(
        begunMs + minutes * MINUTE_MS,
        last ? pointOf(last, share, view.rules.calendar) : Number.POSITIVE_INFINITY,
      ),
    )
  const worked = afterDuty(one.crew.shift, begunMs, minutes)
  const soonest = sinceMs + 2 * MINUTE_MS
  if (!last) return Math.max(soonest, worked)
  if (isSlow(of) && of.extensions === 0) {
    const atMs = pointOf(last, 1 + Math.min(LATE_BY.minutes[1], lateBy) / last.limitMinutes, view.rules.calendar)
    const isFresh = dueMs(last) > view.endMs - LEFT_LATE_MS && dueMs(last) < view.endMs
    if (isFresh && dice.chance(SHARES.leftLate)) return Math.max(soonest, view.endMs + MINUTE_MS)
    return Math.max(soonest, afterDuty(one.crew.shift, atMs, 0))
  }
  const point = pointOf(last, share, view.rules.calendar)
  if (isDueAt(last, view.endMs) && dice.chance(SHARES.left)) return Math.max(soonest, view.endMs + MINUTE_MS)
  return Math.max(soonest, near ? point : Math.min(worked, point))
}

const isDueAt = ({ warnAt, dueAt }: Clock, ms: number): boolean =>
  Date.parse(warnAt ?? '') <= ms && ms < Date.parse(dueAt ?? '')

/** More time, or a stop; asked for when a good part of it is used. */
function requestOf(
  { extensions, suspensions, urgency, takenAt }: Case,
  clock: Clock,
  sinceMs: number,
  { rules }: PastView,
  dice: Random,
): Pick<PastStep, 'atMs' | 'ask'> | undefined {
  const chance = dice.next()
  // After a request was declined the case stands as it stood; it is not asked for again.
  if (urgency === 'emergency' || clock.limitMinutes < 240 || Date.parse(takenAt ?? '') < sinceMs) return undefined
  const atMs = Math.max(sinceMs + 5 * MINUTE_MS, pointOf(clock, dice.range(0.3, 0.7), rules.calendar))
  if (chance < SHARES.longer && extensions === 0) {
    const { unit, value } = clock.limit
    const longer = { value: isRoundTheClock(unit) ? 24 : Math.max(1, value / 2), unit }
    return { atMs, ask: () => ({ action: 'request-extension', input: { reason: dice.pick(LONGER), longer } }) }
  }
  if (chance > 1 - SHARES.suspended && suspensions === 0)
    return { atMs, ask: () => ({ action: 'request-suspension', input: { reason: dice.pick(SUSPEND) } }) }
  return undefined
}

/** In records of before there were crews nobody has it. */
const reassigned = (of: Case, sinceMs: number, view: PastView): PastStep => {
  const atMs = afterDuty(DESK, sinceMs, 30)
  return {
    ...{ by: byPost('supervisor'), atMs },
    ask: (nowMs: number): CaseAsk | undefined => {
      const one = view.choose(of, nowMs)
      return one && { action: 'reassign', input: { crewId: one.crew.id, reason: REASSIGNED_FRESH } }
    },
  }
}
