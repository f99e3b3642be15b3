import type { DayPlan, PlanRoute, PlanStop } from '../../../../server/contract/day-plan.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'

/** When the plans of these tests were made. */
export const PLANNED = Date.parse('2026-11-20T10:00:00+08:00')
const HERE: LngLat = [93.78, 31.89]

export const stop = (caseId: string, of: Partial<PlanStop> = {}): PlanStop => ({
  ...{ caseId, number: caseId, problem: '井盖松动', address: '滨河路', location: HERE, urgency: 'ordinary' },
  ...{ arrivalAt: '2026-11-20T02:10:00Z', finishAt: '2026-11-20T02:30:00Z', dueAt: '2026-11-20T04:00:00Z' },
  ...{ minutes: 5, serviceMinutes: 20, lateMinutes: 0, isNew: true, takenFrom: null, way: [HERE, HERE] },
  ...of,
})

export const route = (crewId: string, stops: PlanStop[]): PlanRoute => ({
  ...{ crewId, name: crewId, from: HERE, inHand: null, startAt: '2026-11-20T02:00:00Z', stops },
  ...{ minutes: 5 * stops.length, lateMinutes: 0 },
})

export const plan = (...routes: PlanRoute[]): Pick<DayPlan, 'at' | 'routes'> => ({
  at: new Date(PLANNED).toISOString(),
  routes,
})
