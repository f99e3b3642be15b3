import type { Random } from '../../data/cities/town/random.ts'
import { type Case, COMPLAINT_SOURCES, UNCLASSIFIED } from '../contract/case.ts'
import type { CaseAsk } from '../contract/case-input.ts'
import type { Condition } from '../contract/condition.ts'
import { chooseCrew } from './choose-crew.ts'
import { byPost, type CaseView, type Proposal, type Propose } from './proposal.ts'
import { DECLINED, FAILED, NOT_FOUND, REFUSED, RETURNED, UNSOLVED } from './words.ts'

const [ACCEPTOR, DUTY_LEAD, SUPERVISOR, INSPECTOR] = [
  byPost('acceptor'),
  byPost('duty-lead'),
  byPost('supervisor'),
  byPost('inspector'),
]

/** Shares of what does not go straight on. Made up, in the order of size that county platforms publish. */
export const SHARES = {
  refused: 0.03,
  checked: 0.1,
  notFound: 0.12,
  returned: 0.015,
  unsolved: 0.006,
  failed: 0.05,
  declined: 0.15,
}

const saying = (ask: CaseAsk) => () => ask

/** 受理员: takes it, asks for a look, or says that it is none of the bureau's. */
export const proposeReceived: Propose = ({ state }, _, dice) => {
  // Somebody brought it in by hand and knows best what it is.
  if (state.kind === UNCLASSIFIED.kind && state.code === UNCLASSIFIED.code) return undefined
  const by = ACCEPTOR
  const chance = dice.next()
  if (state.checkFound === false)
    return { by, wait: { minutes: [3, 10] }, ask: saying({ action: 'refuse', input: { reason: NOT_FOUND } }) }
  const wait = { minutes: [8, 40] } as const
  const doubtful = COMPLAINT_SOURCES.includes(state.source) && state.urgency === 'ordinary' && state.checkedAt === null
  if (doubtful && chance < SHARES.refused)
    return { by, wait, ask: saying({ action: 'refuse', input: { reason: dice.pick(REFUSED) } }) }
  if (doubtful && chance < SHARES.refused + SHARES.checked)
    return { by, wait, ask: saying({ action: 'ask-check', input: {} }) }
  return { by, wait, ask: saying({ action: 'accept', input: {} }) }
}

export const proposeChecking: Propose = (_, __, dice) => ({
  by: INSPECTOR,
  wait: { minutes: [15, 50] },
  ask: saying({ action: 'answer-check', input: { found: !dice.chance(SHARES.notFound) } }),
})

/** 值班长 files it under a condition of the rules. */
export const proposeAccepted: Propose = ({ state }, view, dice) => {
  const wait = { minutes: [4, 14] } as const
  if (state.urgency === 'ordinary' && dice.chance(SHARES.returned))
    return { by: DUTY_LEAD, wait, ask: saying({ action: 'return', input: { reason: RETURNED } }) }
  const ask = (): CaseAsk | undefined => {
    const condition = conditionFor(state, view, dice)
    return condition && { action: 'file', input: { conditionId: condition.id } }
  }
  return { by: DUTY_LEAD, wait, ask }
}

/** The likeliest of the conditions that a case can be filed under, or another of them. */
export function conditionFor(
  { kind, code, urgency }: Case,
  { rules }: Pick<CaseView, 'rules'>,
  dice: Random,
): Condition | undefined {
  const all = rules.conditionsFor(kind, code)
  const made = all.filter(({ codes }) => !codes.includes('*'))
  const asUrgent = ({ emergency }: Condition): boolean => emergency === (urgency === 'emergency')
  const fitting = [made.filter(asUrgent), all.filter(asUrgent), all].find((some) => some.length > 0) ?? []
  // The likeliest stands first.
  return dice.chance(0.7) || fitting.length < 2 ? fitting[0] : dice.pick(fitting)
}

/** 派遣员 gives it to a crew; the queue is left standing a while, so that somebody else may be faster. */
export const proposeFiled: Propose = ({ state }, view, dice) => {
  if (state.urgency === 'ordinary' && dice.chance(SHARES.unsolved)) return leaveUnsolved
  const ask = (): CaseAsk | undefined => {
    const one = chooseCrew(state, view)
    return one && { action: 'dispatch', input: { crewId: one.crew.id } }
  }
  return { by: SUPERVISOR, wait: { minutes: [6, 14], atLeastSeconds: [60, 170] }, ask }
}

const leaveUnsolved: Proposal = {
  by: DUTY_LEAD,
  wait: { minutes: [20, 60] },
  ask: saying({ action: 'leave-unsolved', input: { reason: UNSOLVED } }),
}

export const proposeHandled: Propose = () => ({
  by: ACCEPTOR,
  wait: { minutes: [5, 25] },
  ask: saying({ action: 'ask-verification', input: {} }),
})

export const proposeVerifying: Propose = ({ state }, _, dice) => {
  const fails = state.reworks === 0 && dice.chance(SHARES.failed)
  const ask: CaseAsk = fails ? { action: 'fail', input: { reason: dice.pick(FAILED) } } : { action: 'pass', input: {} }
  return { by: INSPECTOR, wait: { minutes: [12, 50] }, ask: saying(ask) }
}

export const proposeVerified: Propose = () => ({
  by: DUTY_LEAD,
  wait: { minutes: [6, 30] },
  ask: saying({ action: 'close', input: {} }),
})

export const proposeSuspended: Propose = () => ({
  by: SUPERVISOR,
  wait: { minutes: [60, 240] },
  ask: saying({ action: 'resume', input: {} }),
})

/** What a crew asked for: somebody else decides. */
export const proposeDecision: Propose = (_, __, dice) => {
  const declines = dice.chance(SHARES.declined)
  const ask: CaseAsk = declines ? { action: 'decline', input: { reason: DECLINED } } : { action: 'approve', input: {} }
  return { by: DUTY_LEAD, wait: { minutes: [6, 20], atLeastSeconds: [20, 60] }, ask: saying(ask) }
}
