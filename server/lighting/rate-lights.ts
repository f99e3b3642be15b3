import type { OpenDesk } from '../cases/open-desk.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { DeskCase } from '../contract/desk-case.ts'
import type { LngLat } from '../contract/geo.ts'
import type { DarkLamp, LightingRules, LitRate } from '../contract/lighting.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { inSlices } from '../http/in-slices.ts'
import { lastNight, type Night } from '../insight/lighting/nights.ts'
import type { PoweredLamp } from '../insight/lighting/plan-dimming.ts'
import { type RatedLamp, rateRoadsInSteps } from '../insight/lighting/rate-roads.ts'
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

const LAMPS = 'streetlights'

/** A lamp that stands on a road: with the state of its status. */
export interface StandingLamp extends RatedLamp {
  id: string
}

/** Every lamp, as they are when it begins; those that name no road are of the road ''. Some at a time. */
export function* standingLamps(memory: Pick<CityPicture, 'layer'>): Generator<void, StandingLamp[]> {
  const layer = memory.layer(LAMPS)
  if (!layer) return []
  const states = new Map(layer.definition.statuses.map(({ id, state }) => [id, state]))
  const { count, texts, idOf, placeOf } = layer.things({ texts: ['status', 'road', 'roadClass'] })
  const text = (key: string, thing: number): string => texts[key]?.words[texts[key].of[thing] ?? 0] ?? ''
  const lamps: StandingLamp[] = []
  for (let thing = 0; thing < count; thing++) {
    if (thing % AT_ONCE === 0) yield
    lamps.push({
      ...{ id: idOf(thing), road: text('road', thing), roadClass: text('roadClass', thing) },
      ...{ state: states.get(text('status', thing)) ?? 'unknown', location: placeOf(thing) },
    })
  }
  return lamps
}

/** A millisecond's worth. */
const AT_ONCE = 500

/** Every lamp as far as its power is concerned. */
export function* poweredLamps(memory: Pick<CityPicture, 'layer'>): Generator<PoweredLamp> {
  const columns = memory.layer(LAMPS)?.things({ texts: ['roadClass', 'lampType'], numbers: ['powerW'] })
  const { texts, numbers } = columns ?? {}
  const text = (key: string, thing: number): string => texts?.[key]?.words[texts[key].of[thing] ?? 0] ?? ''
  for (let thing = 0; thing < (columns?.count ?? 0); thing++) {
    const powerW = numbers?.powerW?.[thing] ?? Number.NaN
    yield {
      ...{ roadClass: text('roadClass', thing), lampType: text('lampType', thing) },
      powerW: Number.isNaN(powerW) ? null : powerW,
    }
  }
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

/** 亮灯率 by class and by road, and the dark lamps. Throws NobodyWaits when the signal says so.
 *  @param ruleId one of the rules; undefined for the one that holds here */
export async function rateLights(
  { ruleId, scope, signal }: { ruleId: string | undefined; scope: Scope; signal: AbortSignal },
  needs: LightNeeds,
): Promise<LitRate | undefined> {
  const { rules, memory } = needs
  const rule = rules.rules.find(({ id }) => id === (ruleId ?? rules.standard))
  if (!rule) return undefined
  const night = await patrolledNight(needs)
  const lamps = await inSlices(standingLamps(memory), signal)
  const seeing = { stops: night.stops, patrol: rules }
  const { roads, classes } = await inSlices(rateRoadsInSteps(lamps, rule, seeing), signal)
  const named = roadsByName(memory)
  return {
    ...{ rule, classes, dark: darkLamps(lamps, { open: needs.desk.all(), scope, memory }) },
    night: { from: iso(night.fromMs), to: iso(night.toMs), stops: night.stops.length },
    roads: roads.map((road) => ({ ...road, roadIds: named.get(road.road) ?? [] })),
  }
}

/** A lamp that is dark, or was reported and is not repaired; of its open cases, which the asker may see, the first. */
function darkLamps(
  lamps: readonly StandingLamp[],
  { open, scope, memory }: { open: Iterable<DeskCase>; scope: Scope; memory: LightNeeds['memory'] },
): DarkLamp[] {
  const cases = new Map<string, DeskCase>()
  for (const one of open)
    if (one.assetId !== null && !cases.has(one.assetId) && isInScope(scope, one)) cases.set(one.assetId, one)
  return lamps
    .filter(({ state }) => state !== 'normal' && state !== 'unknown')
    .flatMap(({ id, road, roadClass, location }) => {
      const [of, lamp] = [cases.get(id), memory.layer(LAMPS)?.get(id)]
      // Taken away meanwhile.
      if (!lamp) return []
      const { name, status, changedAt, fields } = lamp
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
