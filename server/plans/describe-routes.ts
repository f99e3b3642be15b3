import type { Case } from '../contract/case.ts'
import type { PlanRoute, PlanStop } from '../contract/day-plan.ts'
import type { LngLat } from '../contract/geo.ts'
import { finishesOf, legOf } from '../insight/day-plan/plan-cost.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import type { PlanJob } from './plan-jobs.ts'

/** What a plan proposes, crew by crew, with the ways along the roads; other requests are answered in between. */
export async function describeRoutes(job: PlanJob, roads: Pick<CityRoads, 'way'>): Promise<PlanRoute[]> {
  const routes: PlanRoute[] = []
  for (const index of job.day.crews.keys()) {
    routes.push(routeOf(job, index, job.news?.routes[index] ?? [], roads))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return routes
}

/** Throws RangeError for a case that is not in the plan. */
export function stateOf({ day }: Pick<PlanJob, 'day'>, id: string): Case {
  const of = day.states.get(id)
  if (!of) throw new RangeError(`the plan does not know case ${id}`)
  return of
}

const tenth = (minutes: number): number => Math.round(minutes * 10) / 10

function routeOf(job: PlanJob, index: number, route: readonly number[], roads: Pick<CityRoads, 'way'>): PlanRoute {
  const { day, problem, cases, travel } = job
  const crew = day.crews[index]
  if (!crew) throw new RangeError(`the plan has no crew ${index}`)
  const at = (minutes: number): string => new Date(day.atMs + Math.round(minutes * 60_000)).toISOString()
  const finishes = finishesOf(problem, index, route)
  let from: LngLat = crew.location
  const stops = route.map((which, place): PlanStop => {
    const of = cases[which]
    if (!of) throw new RangeError(`the plan has no case ${which}`)
    const { number, problem: what, address, location, urgency, status, crewId } = stateOf(job, of.id)
    const finish = finishes[place] ?? 0
    const way = travel.by === 'roads' ? roads.way([from, of.location], crew.vehicle)?.line : undefined
    const straight: LngLat[] = [from, of.location]
    from = of.location
    return {
      ...{ caseId: of.id, number, problem: what, address, location, urgency },
      ...{ arrivalAt: at(finish - of.serviceMinutes), finishAt: at(finish) },
      dueAt: of.dueMs === null ? null : new Date(of.dueMs).toISOString(),
      minutes: tenth(legOf(problem, index, route[place - 1] ?? -1, which)),
      serviceMinutes: tenth(of.serviceMinutes),
      lateMinutes: tenth(Math.max(0, finish - (problem.due[which] ?? 0))),
      isNew: status === 'filed' || crewId !== crew.id,
      takenFrom: status !== 'filed' && crewId !== crew.id ? crewId : null,
      way: way ?? straight,
    }
  })
  return {
    ...{ crewId: crew.id, name: crew.name, from: crew.location, inHand: crew.inHand, stops },
    startAt: at(problem.start[index] ?? 0),
    minutes: tenth(stops.reduce((sum, { minutes }) => sum + minutes, 0)),
    lateMinutes: tenth(stops.reduce((sum, { lateMinutes }) => sum + lateMinutes, 0)),
  }
}
