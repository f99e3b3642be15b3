import { random } from '../../data/cities/town/random.ts'
import { isRunning } from '../cases/case-clocks.ts'
import type { Case, CaseStatus } from '../contract/case.ts'
import { refusalOf } from '../contract/case-life.ts'
import { isInScope } from '../contract/scope.ts'
import { waitMs } from './pace.ts'
import { byPost, type CaseView, type Proposal, type Propose } from './proposal.ts'
import {
  proposeAccepted,
  proposeChecking,
  proposeDecision,
  proposeFiled,
  proposeHandled,
  proposeReceived,
  proposeSuspended,
  proposeVerified,
  proposeVerifying,
} from './propose-desk.ts'
import { proposeDispatched, proposeHandling } from './propose-field.ts'
import type { Deed, SimCase } from './simulated.ts'

const SEED = 71_117

const PROPOSALS: Partial<Record<CaseStatus, Propose>> = {
  ...{ received: proposeReceived, checking: proposeChecking, accepted: proposeAccepted, filed: proposeFiled },
  ...{ dispatched: proposeDispatched, handling: proposeHandling, handled: proposeHandled },
  ...{ verifying: proposeVerifying, verified: proposeVerified, suspended: proposeSuspended },
}

/** What is done to an open case now, and since when it was due (Unix ms); undefined while nobody would. Nothing that the table of the life of
 *  a case refuses. The same case at the same time gives the same answer. */
export function planCase(one: SimCase, view: CaseView): { deed: Deed; dueMs: number } | undefined {
  const { state, seq } = one
  if (one.heldUntilMs > view.nowMs) return undefined
  const dice = random(SEED, `${state.id} ${seq}`)
  const acknowledging = acknowledgement(one, view)
  if (acknowledging) return acknowledging
  const proposal = (state.request ? proposeDecision : PROPOSALS[state.status])?.(one, view, dice)
  if (!proposal) return undefined
  const dueMs = dueOf(one, proposal, view, dice.next())
  const ask = dueMs <= view.nowMs ? proposal.ask() : undefined
  return ask && legal(one, { do: 'act', by: proposal.by, id: state.id, seq, ask }, dueMs, view)
}

/** A photo of after goes before an answer that needs one. */
function legal(
  { state, seq }: SimCase,
  deed: Deed & { do: 'act' },
  dueMs: number,
  view: CaseView,
): { deed: Deed; dueMs: number } | undefined {
  const actor = view.actorOf(deed.by)
  if (!actor || !isInScope(actor.scope, state)) return undefined
  const refusal = refusalOf(deed.ask.action, actor, state)
  if (!refusal) return { deed, dueMs }
  const lacksPhoto = deed.ask.action === 'feed-back' && refusal.code === 'photo-missing'
  return lacksPhoto ? { deed: { do: 'photo', by: deed.by, id: state.id, seq }, dueMs } : undefined
}

function dueOf(one: SimCase, { wait, sinceMs = 0 }: Proposal, view: CaseView, chance: number): number {
  const urgent = one.state.urgency === 'emergency'
  const ms = waitMs(wait, chance, { speed: view.speed, urgent })
  const dueMs = Math.max(one.sinceMs, sinceMs) + ms
  return lingers(one.state, view) ? Math.max(dueMs, lateOf(one.state, view.nowMs) ?? dueMs + 3 * ms) : dueMs
}

const LINGERS = 0.06
const MOST_LATE = 10
/** Nobody waits in a demo for what is late tomorrow. */
const SOON_MS = 2 * 3_600_000

/** Some cases are let lie at one of the desks until a clock has run out, as in every bureau. */
function lingers({ id, urgency, status }: Case, { lateCount }: CaseView): boolean {
  if (urgency === 'emergency' || lateCount >= MOST_LATE) return false
  const dice = random(SEED, `${id} lingers`)
  return dice.chance(LINGERS) && dice.pick(['accepted', 'filed', 'dispatched']) === status
}

/** A few minutes past the first deadline, where that is soon. */
function lateOf({ id, clocks }: Case, nowMs: number): number | undefined {
  const dues = clocks.flatMap((clock) => (isRunning(clock) && clock.dueAt !== null ? [Date.parse(clock.dueAt)] : []))
  const first = Math.min(...dues)
  if (!(first - nowMs < SOON_MS)) return undefined
  return first + random(SEED, `${id} late`).range(1, 8) * 60_000
}

/** Somebody sees the alarm after a while and says so, wherever the case stands. */
function acknowledgement(one: SimCase, view: CaseView): { deed: Deed; dueMs: number } | undefined {
  const { state, seq } = one
  if (state.urgency !== 'emergency' || state.acknowledgedAt !== null) return undefined
  const since = Math.max(Date.parse(state.receivedAt), Date.parse(state.filedAt ?? state.receivedAt))
  const dueMs = since + random(SEED, `${state.id} alarm`).range(40, 130) * 1_000
  if (dueMs > view.nowMs) return undefined
  const ask = { action: 'acknowledge', input: {} } as const
  return legal(one, { do: 'act', by: byPost('commander'), id: state.id, seq, ask }, dueMs, view)
}
