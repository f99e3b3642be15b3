import type { OpenDesk } from '../cases/open-desk.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { Asset } from '../contract/asset.ts'
import type { DeskCase } from '../contract/desk-case.ts'
import type { LngLat } from '../contract/geo.ts'
import type { DarkLamp, LightingRules, LitRate } from '../contract/lighting.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import type { State } from '../contract/state.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { lastNight, type Night } from '../insight/lighting/nights.ts'
import { rateRoads } from '../insight/lighting/rate-roads.ts'
import { inspectionPoints } from '../inspections/inspection-store.ts'
import { readCity } from '../store/describe-city.ts'
import type { Store } from '../store/store.ts'

export interface LightNeeds {
  area: string
  store: Pick<Store, 'db'>
  memory: Pick<CityPicture, 'layer'>
  desk: Pick<OpenDesk, 'all'>
  now: () => Date
  rules: LightingRules
}

/** What the posts do with a case is not the repair, and has clocks of its own (contract/clock.ts). */
const POSTS = ['accept', 'check', 'file', 'dispatch', 'verify', 'close']

/** Neither a city that was described nor a lamp: nobody knows where the sun is seen from. */
export class NoPlace extends Error {}

/** A lamp that stands on a road: with the state of its status. */
export interface StandingLamp {
  asset: Asset
  road: string
  roadClass: string
  state: State
  location: LngLat
}

/** Every lamp with a place; those that name no road are of the road ''. */
export function standingLamps(memory: Pick<CityPicture, 'layer'>): StandingLamp[] {
  const lamps = memory.layer('streetlights')
  if (!lamps) return []
  const states = new Map(lamps.definition.statuses.map(({ id, state }) => [id, state]))
  return [...lamps.all()].flatMap((asset) => {
    const { geometry, fields, status } = asset
    if (geometry.type !== 'Point') return []
    const [road, roadClass] = [textOf(fields.road), textOf(fields.roadClass)]
    return [{ asset, road, roadClass, state: states.get(status) ?? 'unknown', location: geometry.coordinates }]
  })
}

/** Where the city is. Throws NoPlace. */
export async function placeOfCity({ area, store }: Pick<LightNeeds, 'area' | 'store'>): Promise<LngLat> {
  const city = await readCity(store.db, area)
  if (!city) throw new NoPlace('The city was never described: nobody knows where it is.')
  return city.centre
}

/** The last night that is over, and where its patrol stopped. */
export async function patrolledNight(needs: LightNeeds): Promise<Night & { stops: LngLat[] }> {
  const now = needs.now()
  const at = await placeOfCity(needs)
  const night = lastNight(now.getTime(), dateOf(placeInTime(now.toISOString()).day), at)
  const points = await inspectionPoints(needs.store.db, needs.area, {
    kind: ['night-patrol'],
    from: new Date(night.fromMs).toISOString(),
    to: new Date(night.toMs).toISOString(),
  })
  return { ...night, stops: points.map(({ lng, lat }): LngLat => [lng, lat]) }
}

/** 亮灯率 by class and by road, and the dark lamps. @param ruleId one of the rules; undefined for the one that holds here */
export async function rateLights(
  { ruleId, scope }: { ruleId: string | undefined; scope: Scope },
  needs: LightNeeds,
): Promise<LitRate | undefined> {
  const { rules, memory } = needs
  const rule = rules.rules.find(({ id }) => id === (ruleId ?? rules.standard))
  if (!rule) return undefined
  const night = await patrolledNight(needs)
  const lamps = standingLamps(memory)
  const { roads, classes } = rateRoads(lamps, rule, { stops: night.stops, patrol: rules })
  const named = roadsByName(memory)
  return {
    ...{ rule, classes, dark: darkLamps(lamps, needs.desk.all(), scope) },
    night: { from: iso(night.fromMs), to: iso(night.toMs), stops: night.stops.length },
    roads: roads.map((road) => ({ ...road, roadIds: named.get(road.road) ?? [] })),
  }
}

/** A lamp that is dark, or was reported and is not repaired; of its open cases, which the asker may see, the first. */
function darkLamps(lamps: readonly StandingLamp[], open: Iterable<DeskCase>, scope: Scope): DarkLamp[] {
  const cases = new Map<string, DeskCase>()
  for (const one of open)
    if (one.assetId !== null && !cases.has(one.assetId) && isInScope(scope, one)) cases.set(one.assetId, one)
  return lamps
    .filter(({ state }) => state !== 'normal' && state !== 'unknown')
    .map(({ asset: { id, name, status, changedAt, fields }, road, roadClass, location }) => {
      const of = cases.get(id)
      const due = of?.clocks.flatMap(({ stage, dueAt }) => (POSTS.includes(stage) ? [] : [dueAt])).sort()[0] ?? null
      return {
        ...{ id, name, road, roadClass, circuit: textOf(fields.circuit) || null, status, location, since: changedAt },
        case: of ? { id: of.id, number: of.number, status: of.status, dueAt: due } : null,
      }
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1))
}

function roadsByName(memory: LightNeeds['memory']): Map<string, string[]> {
  const named = new Map<string, string[]>()
  for (const { id, name } of memory.layer('roads')?.all() ?? []) named.set(name, [...(named.get(name) ?? []), id])
  return named
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const iso = (ms: number): string => new Date(ms).toISOString()
