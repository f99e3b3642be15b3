import { random } from '../../data/cities/town/random.ts'
import { isRunning } from '../cases/case-clocks.ts'
import { reportGapMs } from './pace.ts'
import type { PickSpot } from './pick-spot.ts'
import { planCase } from './plan-case.ts'
import type { CrewView } from './plan-crew.ts'
import { planCrew } from './plan-crew.ts'
import { type CaseMix, planReport } from './plan-report.ts'
import type { CaseView } from './proposal.ts'
import type { Deed, SimCase, SimCrew } from './simulated.ts'

export interface TickView
  extends Pick<CaseView, 'speed' | 'rules' | 'kindOf' | 'actorOf' | 'skillOf'>,
    Pick<CrewView, 'streets' | 'passedMs'> {
  nowMs: number
  cases: readonly SimCase[]
  crews: readonly SimCrew[]
  mix: CaseMix
  pick: PickSpot
  /** When the next report is due, Unix ms. */
  nextReportMs: number
}

export interface TickPlan {
  deeds: Deed[]
  /** As they stand after it. */
  crews: SimCrew[]
  nextReportMs: number
}

const SEED = 90_001
/** No more come in while so many are open: what a desk with these crews can look through, about 100 in a county. */
export const mostOpen = (crews: number): number => Math.max(60, 6 * crews)
/** A city with more crews has more to do. */
const CREWS_OF_A_COUNTY = 18
/** Steps of one tick: however much is due, a screen sees them come one after the other. */
const MOST_STEPS = 4
const MOST_DUTIES = 3

/** What happens in the demo city now. Reads the city, changes nothing; the same view gives the same plan. */
export function planTick(view: TickView): TickPlan {
  const { nowMs, cases, speed } = view
  const driven = view.crews.map((one) => {
    const mine = cases.filter(({ state }) => state.crewId === one.crew.id && state.status === 'handling')
    return planCrew(one, { ...view, mine })
  })
  const crews = driven.map(({ crew }) => crew)
  const moves = driven.flatMap(({ deeds }) => deeds)
  const duties = moves.filter((deed) => deed.do === 'duty').slice(0, MOST_DUTIES)
  const caseView: CaseView = { ...view, crews, loads: loadsOf(cases), lateCount: countLate(cases, nowMs) }
  const steps = cases
    .flatMap((one) => planCase(one, caseView) ?? [])
    .sort((a, b) => a.dueMs - b.dueMs)
    .slice(0, MOST_STEPS)
    .map(({ deed }) => deed)
  const isReportDue = nowMs >= view.nextReportMs
  const dice = random(SEED, `report ${nowMs}`)
  const nextReportMs = isReportDue
    ? nowMs + reportGapMs(dice.next(), nowMs, speed * Math.max(1, crews.length / CREWS_OF_A_COUNTY))
    : view.nextReportMs
  const report = isReportDue && cases.length < mostOpen(crews.length) ? planReport(view, dice) : undefined
  const tells = moves.filter((deed) => deed.do === 'tell')
  return { deeds: [...duties, ...tells, ...steps, ...(report ? [report] : [])], crews, nextReportMs }
}

function loadsOf(cases: readonly SimCase[]): Map<string, number> {
  const loads = new Map<string, number>()
  for (const { state } of cases) if (state.crewId !== null) loads.set(state.crewId, (loads.get(state.crewId) ?? 0) + 1)
  return loads
}

const countLate = (cases: readonly SimCase[], nowMs: number): number =>
  cases.filter(({ state }) =>
    state.clocks.some((clock) => isRunning(clock) && clock.dueAt !== null && Date.parse(clock.dueAt) < nowMs),
  ).length
