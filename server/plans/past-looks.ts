import type { Case } from '../contract/case.ts'
import type { Crew } from '../contract/crew.ts'
import { skillFor } from '../contract/skill-rule.ts'
import { type TravelSpeeds, vehicleOf } from '../contract/travel.ts'
import { DAY_MS } from '../contract/working-time.ts'
import type { PastLook } from '../insight/day-plan/backtest.ts'
import type { DayCase, DayCrew } from '../insight/day-plan/simulate-day.ts'
import { EMERGENCY_WEIGHT } from './gather-day.ts'
import { handlingAt } from './handle-due.ts'
import type { PlanNeeds } from './plan-needs.ts'
import type { ServiceTimes } from './service-times.ts'
import { endOfDay, shiftSpan } from './shift-span.ts'

/** Looked at in the middle of the morning and of the afternoon. */
const HOURS = [10, 15]
export const LOOK_DAYS = 30

interface Past {
  cases: readonly Case[]
  crews: readonly Crew[]
  nowMs: number
  times: ServiceTimes
  skills: PlanNeeds['skills']
  speeds: TravelSpeeds
}

/** What stood with the crews at ten and at three on each of the last 30 days, and what of it was late that day. The crews are taken as they are
 *  now, a crew stands where it had its last case, and handling times are today's. */
export function* pastLooks(past: Past): Generator<PastLook> {
  const today = endOfDay(past.nowMs) - DAY_MS
  const given = past.cases.filter(({ crewId, dispatchedAt }) => crewId !== null && dispatchedAt !== null)
  for (let day = LOOK_DAYS; day >= 1; day -= 1)
    for (const hour of HOURS) {
      const atMs = today - day * DAY_MS + hour * 3_600_000
      const look = lookAt(past, given, atMs)
      if (look.cases.length) yield look
    }
}

function lookAt({ crews, times, skills, speeds }: Past, given: readonly Case[], atMs: number): PastLook {
  const untilMs = endOfDay(atMs)
  const late = new Set<string>()
  const open = given.flatMap((of): DayCase[] => {
    if (Date.parse(of.dispatchedAt ?? '') > atMs) return []
    if (of.handledAt !== null && Date.parse(of.handledAt) <= atMs) return []
    const stage = handlingAt(of, atMs)
    if (!stage) return []
    const { dueMs } = stage
    if (stage.endedLate && dueMs > atMs && dueMs <= untilMs) late.add(of.id)
    return [
      {
        ...{ id: of.id, location: of.location, unitGrid: of.unitGrid, crew: of.crewId, only: of.crewId, dueMs },
        ...{ weight: of.urgency === 'emergency' ? EMERGENCY_WEIGHT : 1, fromMs: atMs },
        givenMs: Date.parse(of.dispatchedAt ?? ''),
        ...{ serviceMinutes: times.minutesFor(of.code), skill: skillFor(skills, of.code) ?? 'order' },
      },
    ]
  })
  const busy = new Set(open.map(({ crew }) => crew))
  return { atMs, untilMs, late, cases: open, crews: crews.filter(({ id }) => busy.has(id)).map(crewThen) }

  function crewThen({ id, vehicle, skills: can, areas, shift }: Crew): DayCrew {
    const span = shiftSpan(shift, atMs)
    const own = given.filter(({ crewId }) => crewId === id)
    const last = own
      .filter(({ handledAt }) => handledAt !== null && Date.parse(handledAt) <= atMs)
      .sort((a, b) => Date.parse(b.handledAt ?? '') - Date.parse(a.handledAt ?? ''))[0]
    return {
      ...{ id, skills: can, areas, capacity: 1_000, standby: null, vehicle: vehicleOf(vehicle, speeds) },
      location: (last ?? own[0])?.location ?? [0, 0],
      ...{ availableFromMs: Math.max(atMs, span?.from ?? atMs), shiftEndMs: span?.to ?? untilMs },
    }
  }
}
