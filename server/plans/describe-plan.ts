import type { DayPlan, LeftCase, LeftReason, PlanTotals } from '../contract/day-plan.ts'
import { costOf, legOf, type PlanCost } from '../insight/day-plan/plan-cost.ts'
import { unsuited } from '../insight/day-plan/problem.ts'
import { stateOf } from './describe-routes.ts'
import type { PlanJob } from './plan-jobs.ts'

/** A plan as its reader sees it, but for its routes. */
export function describePlan(job: PlanJob, elapsedMs: number): Omit<DayPlan, 'routes'> {
  const { id, state, asked, day, problem, news, travel } = job
  const codes = [...new Set(day.work.map((of) => stateOf(job, of.id).code))].sort()
  const after = news && costOf(problem, news.routes)
  return {
    ...{ id, state, asked, by: job.byName, at: new Date(day.atMs).toISOString() },
    progress: {
      ...{ elapsedMs: Math.round(elapsedMs), limitMs: asked.limitSeconds * 1_000 },
      ...{ cost: news?.cost ?? null, bound: news?.bound ?? null, proved: news?.proved ?? false },
      gap: news ? (news.cost > 0 ? (news.cost - news.bound) / news.cost : 0) : null,
    },
    ...{ cases: problem.cases, crews: problem.crews, excluded: day.excluded, travel: travel.by },
    service: {
      fromLog: codes.filter((code) => day.times.isFromLog(code)),
      byRule: codes.filter((code) => !day.times.isFromLog(code)),
    },
    ...{ before: totalsOf(job.before), after: after && totalsOf(after) },
    left: after ? after.left.map((index) => leftOf(job, index)) : [],
    accepted: [...job.accepted],
  }
}

const totalsOf = ({ late, driving, lateCases, left }: PlanCost): PlanTotals => ({
  ...{ weightedLateMinutes: Math.round(late), drivingMinutes: Math.round(driving) },
  ...{ lateCases, leftCases: left.length },
})

function leftOf(job: PlanJob, index: number): LeftCase {
  const id = job.cases[index]?.id ?? ''
  const { number, problem, location } = stateOf(job, id)
  const dueMs = job.cases[index]?.dueMs ?? null
  const dueAt = dueMs === null ? null : new Date(dueMs).toISOString()
  return { caseId: id, number, problem, location, dueAt, reason: reasonOf(job, index) }
}

/** The last thing that stood in the way of all crews. */
function reasonOf({ cases, day, problem, news }: PlanJob, index: number): LeftReason {
  const of = cases[index]
  const misfits = of ? day.crews.map((crew) => unsuited(crew, of)) : []
  if (misfits.every((why) => why !== undefined)) {
    if (of?.only != null) return 'own-crew-away'
    return misfits.includes('outside-area') ? 'outside-every-area' : 'nobody-has-skill'
  }
  const suited = day.crews.map((_, crew) => crew).filter((crew) => problem.suits[crew * problem.cases + index])
  const isFull = (crew: number): boolean => (news?.routes[crew]?.length ?? 0) >= (problem.capacity[crew] ?? 0)
  if (suited.every(isFull)) return 'all-full'
  const isTooLong = (crew: number): boolean =>
    (problem.start[crew] ?? 0) + legOf(problem, crew, -1, index) + (problem.service[index] ?? 0) >
    (problem.end[crew] ?? 0)
  return suited.every((crew) => isFull(crew) || isTooLong(crew)) ? 'shift-too-short' : 'others-go-first'
}
