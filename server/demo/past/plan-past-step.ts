import { random } from '../../../data/cities/town/random.ts'
import type { Case, CaseStatus } from '../../contract/case.ts'
import { byPost } from '../proposal.ts'
import { SEED } from './fate.ts'
import {
  pastAccepted,
  pastChecking,
  pastDecision,
  pastFiled,
  pastHandled,
  pastReceived,
  pastSuspended,
  pastVerified,
  pastVerifying,
} from './past-desk.ts'
import { pastDispatched, pastHandling } from './past-field.ts'
import type { PastStep, PastView, PlanPast } from './past-step.ts'

const PLANS: Partial<Record<CaseStatus, PlanPast>> = {
  ...{ received: pastReceived, checking: pastChecking, accepted: pastAccepted, filed: pastFiled },
  ...{ dispatched: pastDispatched, handling: pastHandling, handled: pastHandled },
  ...{ verifying: pastVerifying, verified: pastVerified, suspended: pastSuspended },
}

/** What was done next to a case in the past, and when; undefined where nobody did anything, as with one that has ended. Time here is that of
 *  life, and most deadlines are met. The same case since the same instant gives the same step. */
export function planPastStep(of: Case, sinceMs: number, view: PastView): PastStep | undefined {
  const { id, status, clocks, sendBacks, extensions, reworks, request } = of
  const dice = random(SEED, [id, status, clocks.length, sendBacks, extensions, reworks, request?.kind].join(' '))
  const step = (request ? pastDecision : PLANS[status])?.(of, sinceMs, view, dice)
  const alarm = of.urgency === 'emergency' && of.acknowledgedAt === null ? acknowledged(of, sinceMs) : undefined
  return alarm && !(step && step.atMs <= alarm.atMs) ? alarm : step
}

function acknowledged({ id, receivedAt }: Case, sinceMs: number): PastStep {
  const seenMs = Date.parse(receivedAt) + random(SEED, `${id} alarm`).range(40, 130) * 1_000
  return {
    ...{ atMs: Math.max(sinceMs, seenMs), by: byPost('commander') },
    ask: () => ({ action: 'acknowledge', input: {} }),
  }
}
