import type { PlanRequest } from '../contract/day-plan.ts'
import type { Actor } from '../contract/role.ts'
import { gatherDay } from './gather-day.ts'
import { type PlanJob, type PlanJobs, PlanRunning } from './plan-jobs.ts'
import type { PlanNeeds } from './plan-needs.ts'
import { openTravelBook } from './travel-book.ts'

/** Reads the day as it stands, looks the ways up, and sets the planning going. Throws TooMuch, PlanRunning. */
export async function startPlanning(
  asked: PlanRequest,
  { id, name, scope }: Actor,
  { jobs, ...needs }: PlanNeeds & { jobs: PlanJobs },
): Promise<PlanJob> {
  // Before the ways are looked up, which takes a second; and again when it begins.
  if (jobs.isBusy(id)) throw new PlanRunning('A plan of yours is being made; cancel it, or wait.')
  const { area, caseIds, crewIds } = asked
  const day = await gatherDay(needs, { scope, area, caseIds, crewIds })
  const goals = day.work.map(({ location }) => location)
  const travel = await openTravelBook(needs.roads, {
    from: [...day.crews.map(({ location }) => location), ...goals],
    to: goals,
    vehicles: day.crews.map(({ vehicle }) => vehicle),
  })
  return jobs.start(asked, { by: id, byName: name }, day, travel)
}
