import { listCases } from '../cases/case-store.ts'
import type { Case } from '../contract/case.ts'
import { type Crew, isCrewInScope } from '../contract/crew.ts'
import type { Scope } from '../contract/role.ts'
import { skillFor } from '../contract/skill-rule.ts'
import { vehicleOf } from '../contract/travel.ts'
import { allCrews, crewLoads } from '../crews/crew-store.ts'
import type { DayCase, DayCrew } from '../insight/day-plan/simulate-day.ts'
import { handleDueMs } from './handle-due.ts'
import { knownServiceTimes } from './known-service-times.ts'
import type { PlanNeeds } from './plan-needs.ts'
import type { ServiceTimes } from './service-times.ts'
import { shiftSpan } from './shift-span.ts'

export interface DayAsked {
  scope: Scope
  area?: string | undefined
  caseIds?: readonly string[] | undefined
  crewIds?: readonly string[] | undefined
}

/** A crew at work as plans see it, with its name, and what it is doing now. */
export interface CrewAtWork extends DayCrew {
  name: string
  inHand: string | null
}
export type Excluded = { crewId: string; name: string; code: 'off-duty' | 'off-shift' | 'no-position' | 'ended' }

/** The open work of a day: what waits for a crew or is with one and not done, and the crews at work. */
export interface Day {
  atMs: number
  /** By id; of each case of `work` and of those in hand. */
  states: ReadonlyMap<string, Case>
  work: DayCase[]
  crews: CrewAtWork[]
  excluded: Excluded[]
  times: ServiceTimes
}

/** An emergency's minute of lateness counts as ten of an ordinary case's. */
export const EMERGENCY_WEIGHT = 10
export const MOST_CASES = 1_000
const LEAST_MINUTES = 5

/** Too much for one plan. */
export class TooMuch extends Error {}

/** Reads a day as it stands. Throws TooMuch. */
export async function gatherDay(needs: PlanNeeds, asked: DayAsked): Promise<Day> {
  const { area: city, store, now } = needs
  const atMs = now().getTime()
  const { scope, area, caseIds, crewIds } = asked
  const filter = { open: true, status: ['filed', 'dispatched', 'handling'], scope }
  const wanted = caseIds && new Set(caseIds)
  const page = await listCases(store.db, city, { filter, sort: 'due', limit: 5_000 })
  const isAsked = ({ id, unitGrid }: Case): boolean =>
    (!wanted || wanted.has(id)) && (area === undefined || area === city || unitGrid?.startsWith(area) === true)
  const all = await allCrews(store.db, city)
  const crewsAsked = all
    .map(({ crew }) => crew)
    .filter((crew) => isCrewInScope(scope, crew) && (!crewIds || crewIds.includes(crew.id)))
  const times = await knownServiceTimes(needs)
  const loads = await crewLoads(store.db, city)
  const { crews, excluded, inHand } = crewsAtWork(needs, crewsAsked, { cases: page.cases, loads, atMs, times })
  const atWork = new Set(crews.map(({ id }) => id))
  // What a crew has is part of its day, whatever was asked for: it goes there too.
  const isPart = (of: Case): boolean =>
    !inHand.has(of.id) &&
    (of.status === 'filed' ? isAsked(of) : of.crewId !== null && (atWork.has(of.crewId) || isAsked(of)))
  const cases = page.cases.filter(isPart)
  if (cases.length > MOST_CASES || page.next !== null)
    throw new TooMuch(`${cases.length} cases are too many for one plan: at most ${MOST_CASES}. Name an area.`)
  const work = cases.map((of) => dayCaseOf(of, needs, times))
  for (const crew of crews) crew.capacity += work.filter(({ crew: id }) => id === crew.id).length
  return { atMs, states: new Map(page.cases.map((of) => [of.id, of])), work, crews, excluded, times }
}

export function dayCaseOf(of: Case, { skills }: Pick<PlanNeeds, 'skills'>, times: ServiceTimes): DayCase {
  const crew = of.status === 'filed' ? null : of.crewId
  return {
    ...{ id: of.id, location: of.location, unitGrid: of.unitGrid, crew, only: crew, fromMs: Date.parse(of.receivedAt) },
    givenMs: crew === null || of.dispatchedAt === null ? null : Date.parse(of.dispatchedAt),
    dueMs: handleDueMs(of),
    weight: of.urgency === 'emergency' ? EMERGENCY_WEIGHT : 1,
    serviceMinutes: times.minutesFor(of.code),
    skill: skillFor(skills, of.code) ?? 'order',
  }
}

interface Surroundings {
  cases: readonly Case[]
  loads: ReadonlyMap<string, number>
  atMs: number
  times: ServiceTimes
}

function crewsAtWork(
  { places, roads }: PlanNeeds,
  given: readonly Crew[],
  { cases, loads, atMs, times }: Surroundings,
) {
  const crews: CrewAtWork[] = []
  const excluded: Excluded[] = []
  const inHand = new Set<string>()
  for (const crew of given) {
    const { id, name } = crew
    const leave = (code: Excluded['code']) => excluded.push({ crewId: id, name, code })
    const span = shiftSpan(crew.shift, atMs)
    const busy = inHandOf(crew, cases)
    const place = places.of(id)?.location ?? busy?.location
    if (crew.endedAt !== null) leave('ended')
    else if (!crew.onDuty) leave('off-duty')
    else if (!span) leave('off-shift')
    else if (!place) leave('no-position')
    else {
      if (busy) inHand.add(busy.id)
      const spent = busy ? (atMs - Date.parse(busy.takenAt ?? '')) / 60_000 : 0
      const rest = busy ? Math.max(LEAST_MINUTES, times.minutesFor(busy.code) - spent) : 0
      crews.push({
        ...{ id, name, skills: crew.skills, areas: crew.areas, location: busy?.location ?? place, standby: null },
        vehicle: vehicleOf(crew.vehicle, roads.speeds),
        capacity: crew.loadLimit - (loads.get(id) ?? 0),
        ...{ availableFromMs: Math.max(atMs + rest * 60_000, span.from), shiftEndMs: span.to },
        inHand: busy?.id ?? null,
      })
    }
  }
  return { crews, excluded, inHand }
}

/** What it took last: a crew is at one place, however many it has taken. */
const inHandOf = ({ id }: Crew, cases: readonly Case[]): Case | undefined =>
  cases
    .filter(({ crewId, status, takenAt }) => crewId === id && status === 'handling' && takenAt !== null)
    .sort((a, b) => Date.parse(b.takenAt ?? '') - Date.parse(a.takenAt ?? ''))[0]
