import type { CaseKind } from '../../data/cities/suo/records/case-kind.ts'
import type { Random } from '../../data/cities/town/random.ts'
import { isRunning, isStageClock } from '../cases/case-clocks.ts'
import { type Case, CaseOutcome } from '../contract/case.ts'
import type { CaseAsk } from '../contract/case-input.ts'
import type { Clock } from '../contract/clock.ts'
import type { Condition } from '../contract/condition.ts'
import { isInShift } from '../contract/shift.ts'
import { chooseCrew } from './choose-crew.ts'
import { byPost, type CaseView, type Proposal, type Propose } from './proposal.ts'
import type { Doer, SimCrew } from './simulated.ts'
import { DONE, LONGER, outcomeOf, quantityOf, REASSIGNED, REASSIGNED_FRESH, SENT_BACK, SUSPEND } from './words.ts'

const SHARES = { sentBack: 0.02, longer: 0.04, suspended: 0.015, stageByStage: 0.7 }

/** Working hours of the records, shortened: a crew of the demo does a day's work in a quarter of an hour. */
const WORK = { ofHours: 0.15, leastMinutes: 6, mostMinutes: 45, stage: 0.4 }
export const UNKNOWN_HOURS: CaseKind['hours'] = [1, 4]

/** 待接单: the crew takes it, or says that it is not theirs. */
export const proposeDispatched: Propose = (one, view, dice) => {
  const crew = crewOf(one.state, view)
  if (crew === 'another' || crew === 'away') return handOver(one.state, view, crew)
  if (!crew) return undefined
  const by: Doer = { crewId: crew.crew.id }
  const wait = { minutes: [3, 12] } as const
  const sendsBack = one.state.sendBacks === 0 && one.state.urgency === 'ordinary' && dice.chance(SHARES.sentBack)
  if (sendsBack) return { by, wait, ask: () => ({ action: 'send-back', input: { reason: dice.pick(SENT_BACK) } }) }
  return { by, wait, ask: () => ({ action: 'take', input: {} }) }
}

/** 处置中: once the crew is there, it works, asks for more time, or answers. */
export const proposeHandling: Propose = (one, view, dice) => {
  const { state } = one
  const crew = crewOf(state, view)
  if (crew === 'another' || crew === 'away') return handOver(state, view, crew)
  if (!crew || !isAt(crew, state) || crew.arrivedMs === null) return undefined
  const by: Doer = { crewId: crew.crew.id }
  const sinceMs = crew.arrivedMs
  const running = state.clocks.filter((clock) => isStageClock(clock) && isRunning(clock))
  const asks = requestOf(state, running, dice)
  if (asks) return { by, sinceMs, wait: { minutes: [3, 8] }, ask: () => asks }
  const minutes = workMinutes(view.kindOf(state)?.hours ?? UNKNOWN_HOURS)
  const stage = stageToFinish(state, running, view, dice)
  if (stage !== undefined)
    return {
      ...{ by, sinceMs, wait: { minutes: [minutes[0] * WORK.stage, minutes[1] * WORK.stage] } },
      ask: () => ({ action: 'finish-stage', input: { stage } }),
    }
  return { by, sinceMs, wait: { minutes }, ask: () => answerOf(state, view, dice) }
}

/** The demo's crew that has the case; `another`: nobody has it, as in records of before there were crews; `away`: its shift is over.
 *  undefined: it is not the simulator's to move. */
function crewOf(state: Case, { crews, nowMs }: CaseView): SimCrew | 'another' | 'away' | undefined {
  if (state.crewId === null) return 'another'
  const one = crews.find(({ crew }) => crew.id === state.crewId)
  if (!one || one.heldUntilMs > nowMs) return undefined
  if (isAt(one, state)) return one
  if (!isInShift(one.crew.shift, nowMs)) return 'away'
  return one.crew.onDuty ? one : undefined
}

const isAt = ({ goal, crew }: SimCrew, { id }: Case): boolean =>
  crew.onDuty && typeof goal === 'object' && goal.caseId === id

const handOver = (state: Case, view: CaseView, why: 'another' | 'away'): Proposal => ({
  by: byPost('supervisor'),
  wait: { minutes: [5, 20], atLeastSeconds: [15, 45] },
  ask: () => {
    const one = chooseCrew(state, view)
    const reason = why === 'away' ? REASSIGNED : REASSIGNED_FRESH
    return one && { action: 'reassign', input: { crewId: one.crew.id, reason } }
  },
})

function requestOf(
  { extensions, suspensions, urgency }: Case,
  running: readonly Clock[],
  dice: Random,
): CaseAsk | undefined {
  const [clock] = running
  const chance = dice.next()
  if (urgency === 'emergency' || !clock || running.length > 1) return undefined
  if (chance < SHARES.longer && extensions === 0) {
    const longer = { value: Math.max(1, clock.limit.value / 2), unit: clock.limit.unit }
    return { action: 'request-extension', input: { reason: dice.pick(LONGER), longer } }
  }
  if (chance > 1 - SHARES.suspended && suspensions === 0)
    return { action: 'request-suspension', input: { reason: dice.pick(SUSPEND) } }
  return undefined
}

/** A stage that another waits for must be finished by itself; of several that run at once most crews finish one after the other. */
function stageToFinish(
  { conditionId, conditionVersion, clocks }: Case,
  running: readonly Clock[],
  { rules }: CaseView,
  dice: Random,
): string | undefined {
  const condition = conditionId === null ? undefined : rules.condition(conditionId, conditionVersion ?? undefined)
  const isOf = ({ stage }: Clock, of: Condition) => of.stages.some(({ id }) => id === stage)
  const own = condition ? running.filter((clock) => isOf(clock, condition)) : []
  const awaited = own.find(({ stage }) =>
    condition?.stages.some(({ id, after }) => after === stage && !clocks.some((clock) => clock.stage === id)),
  )
  if (awaited) return awaited.stage
  return own.length > 1 && dice.chance(SHARES.stageByStage) ? own[0]?.stage : undefined
}

function workMinutes([from, to]: CaseKind['hours']): [number, number] {
  const minutes = (hours: number) => Math.min(WORK.mostMinutes, Math.max(WORK.leastMinutes, hours * 60 * WORK.ofHours))
  return [minutes(from), minutes(to)]
}

/** What a crew says when it is done. */
export function answerOf(state: Case, view: Pick<CaseView, 'kindOf'>, dice: Random): CaseAsk {
  const kind = view.kindOf(state)
  const known = CaseOutcome.exclude(['none', 'not-solved']).safeParse(kind?.outcome)
  const outcome = known.success ? known.data : outcomeOf(state)
  return { action: 'feed-back', input: { outcome, words: DONE[outcome], ...quantityOf(kind?.unit, dice) } }
}
