import { findCase } from '../cases/find-case.ts'
import type { CityPicture } from '../city/city-picture.ts'
import { metresBetween } from '../city/distance.ts'
import type { Case } from '../contract/case.ts'
import { type CodeRegistry, typeOf } from '../contract/code-registry.ts'
import { isStale } from '../contract/crew.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import { THERE_METRES, type WallEmergency } from '../contract/wall.ts'
import type { CrewPlaces } from '../crews/crew-places.ts'
import { crewById } from '../crews/crew-store.ts'
import { reachOf } from '../crews/recommend/reach.ts'
import { thinWay } from '../crews/recommend/thin-way.ts'
import type { CityRules } from '../deadlines/open-rules.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import type { Store } from '../store/store.ts'
import type { CrewArrivals } from './crew-arrivals.ts'

export interface EmergencyNeeds {
  area: string
  store: Pick<Store, 'db'>
  now: () => Date
  memory: Pick<CityPicture, 'layer' | 'layers'>
  codes: CodeRegistry
  rules: Pick<CityRules, 'now'>
  places: Pick<CrewPlaces, 'of'>
  roads: Pick<CityRoads, 'waysTo' | 'speeds'>
  arrivals: CrewArrivals
}

/** For whom: `scope` undefined for the whole city; who may not know where crews are is told no place and no way. */
export interface EmergencyAsker {
  scope: Scope | undefined
  mayLocate: boolean
}

/** An emergency as walls show it; undefined for what is none, or is another's. Reads a case and its crew, all else is in memory. */
export async function tellEmergency(
  id: string,
  { scope, mayLocate }: EmergencyAsker,
  needs: EmergencyNeeds,
): Promise<WallEmergency | undefined> {
  const { store, area: city, now, memory, codes } = needs
  const state = (await findCase(store.db, city, id))?.state
  if (state?.urgency !== 'emergency' || (scope && !isInScope(scope, state))) return undefined
  const at = now()
  const grid = state.responsibilityGrid
  return {
    ...{ at: at.toISOString(), id: state.id, number: state.number, status: state.status },
    className: typeOf(codes, state.kind, state.code)?.name ?? null,
    thing: thingOf(state.assetId, memory),
    area: grid === null ? null : (memory.layer('responsibility-grids')?.get(grid)?.name ?? null),
    steps: stepsOf(state, await arrivalOf(state, at, needs)),
    stages: stagesOf(state, needs),
    crew: await crewOf(state, { at, mayLocate }, needs),
  }
}

/** The layer is not said: an id is of one of them only. */
function thingOf(id: string | null, memory: EmergencyNeeds['memory']): WallEmergency['thing'] {
  if (id === null) return null
  for (const { id: layer } of memory.layers()) {
    const thing = memory.layer(layer)?.get(id)
    if (thing) return { id, name: thing.name, layer }
  }
  return null
}

const stepsOf = (of: Case, arrived: string | null): WallEmergency['steps'] => ({
  ...{ received: of.receivedAt, filed: of.filedAt, dispatched: of.dispatchedAt, taken: of.takenAt, arrived },
  ...{ handled: of.handledAt, verified: of.verifiedAt, closed: of.closedAt },
})

const arrivalOf = ({ id, crewId, dispatchedAt, location }: Case, at: Date, { arrivals }: EmergencyNeeds) =>
  crewId === null || dispatchedAt === null
    ? null
    : arrivals.of({ caseId: id, crewId, sentAt: dispatchedAt, location }, at.getTime())

/** As the version of the condition asks that it was filed under. After 返工 a clock begins again: the last one counts. */
function stagesOf({ conditionId, conditionVersion, clocks }: Case, { rules }: EmergencyNeeds): WallEmergency['stages'] {
  if (conditionId === null) return []
  const condition = rules.now().condition(conditionId, conditionVersion ?? undefined)
  return (condition?.stages ?? []).map(({ id: stage, action, limit }) => ({
    ...{ stage, action, limit },
    clock: clocks.findLast((clock) => clock.stage === stage) ?? null,
  }))
}

async function crewOf(
  { crewId, location }: Case,
  { at, mayLocate }: { at: Date; mayLocate: boolean },
  { store, area: city, places, roads }: EmergencyNeeds,
): Promise<WallEmergency['crew']> {
  const crew = crewId === null ? undefined : (await crewById(store.db, city, crewId))?.crew
  if (!crew) return null
  const { id, name } = crew
  const place = mayLocate && crew.onDuty ? places.of(id) : undefined
  if (!place) return { id, name, position: null, way: null }
  const position = { at: place.at, location: place.location, stale: isStale(place, at.getTime()) }
  if (metresBetween(place.location, location) <= THERE_METRES) return { id, name, position, way: null }
  const { line, metres, minutes, by: along } = reachOf(location, roads)(place.location, crew)
  return { id, name, position, way: { line: thinWay(line), metres, minutes, along } }
}
