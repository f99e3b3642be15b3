import { join } from 'node:path'
import { pagesOfLayer } from './assets/asset-page-store.ts'
import { listCases } from './cases/case-store.ts'
import { openCaseNeeds } from './cases/open-case-needs.ts'
import { type CityMemory, openCity } from './city/city.ts'
import type { Layer } from './contract/layer.ts'
import { skillFor } from './contract/skill-rule.ts'
import { instantAt, placeInTime } from './contract/working-time.ts'
import { allCrews } from './crews/crew-store.ts'
import { loadSkills } from './crews/load-skills.ts'
import { openRules } from './deadlines/open-rules.ts'
import { chooseCrew } from './demo/choose-crew.ts'
import { findDemoActors } from './demo/demo-actors.ts'
import type { DemoCrew } from './demo/load-demo-crews.ts'
import { PastLife } from './demo/past/live-past.ts'
import { PastThings } from './demo/past/past-things.ts'
import { rectifyLeft } from './demo/past/rectify-left.ts'
import type { SimCrew } from './demo/simulated.ts'
import type { DemoCity } from './demo-cities.ts'
import { listInspections } from './inspections/inspection-store.ts'
import { loadData } from './load-data.ts'
import { DATA } from './root.ts'
import { readCity } from './store/describe-city.ts'
import { openKeys } from './store/open-keys.ts'
import type { Store } from './store/store.ts'

export interface PastPlan {
  demo: DemoCity
  crews: readonly DemoCrew[]
  /** Bureau's own folder, DATA_DIR. */
  dataDir: string
  /** Keys in base64, see .env.example. */
  dataKey?: string | undefined
  /** ISO instants, see stretchOf. */
  from: string
  to: string
}

/** Nobody misses an hour, and the people of the demo begin where it stands. */
const LEAST_MS = 3_600_000

/** The first instant of the days that are lived step by step. */
export const recentSince = ({ recentDays }: Pick<DemoCity, 'recentDays'>, now: Date): string =>
  instantAt(placeInTime(now.toISOString()).day - recentDays + 1, 0)

/** What is to be brought in up to now: from where the city's log ends, but no more than its recent days. At a first start that is all of them, at a
 *  later one the time in which nobody served it. */
export async function stretchOf(store: Store, demo: DemoCity, now: Date): Promise<{ from: string; to: string }> {
  const { at } = await store.head(demo.area)
  const since = recentSince(demo, now)
  return { from: at !== null && at > since ? at : since, to: now.toISOString() }
}

/** Lives a stretch of a demo city's past, behind all that its log has. Nothing where the city is a bureau's own, or the stretch is not worth it. Returns
 *  how many rows the log has more. */
export async function bringDemoPast(
  store: Store,
  { demo, crews: given, dataDir, dataKey, from, to }: PastPlan,
): Promise<number> {
  const { area } = demo
  const city = await readCity(store.db, area)
  if (!city?.demo || Date.parse(to) - Date.parse(from) < LEAST_MS) return 0

  const { codes, placement, photoRule, layers, rules } = await loadData(DATA, dataDir, area)
  const cityRules = openRules(rules, area)
  await cityRules.load(store.db)
  const memory = await readThings(store, area, layers)
  const keys = openKeys({ dataDir, dataKey })
  const crews = (await allCrews(store.db, area)).flatMap(({ crew, seq }) => {
    const base = given.find(({ id }) => id === crew.id)?.base
    return base && crew.demo && crew.endedAt === null ? [standing({ ...crew, onDuty: true }, seq, base)] : []
  })
  const crew = (id: string): SimCrew | undefined => crews.find((one) => one.crew.id === id)
  const skills = await loadSkills(join(DATA, 'rules'))
  const stretch = { from, to }
  const assets = layers.flatMap(({ id }) => [...(memory.layer(id)?.all() ?? [])])
  const past = demo.recent({ assets, centre: city.centre, area, ...stretch })
  const left = await listInspections(store.db, area, { filter: { openHazards: true }, limit: MOST })
  const things = new PastThings(memory, demo.kinds)
  for (const { id, venueId, hazards } of left.inspections)
    if (venueId !== null) things.know(venueId, id, hazards.filter(({ rectifiedAt }) => rectifiedAt === null).length)
  const open = await listCases(store.db, area, { filter: { open: true }, limit: MOST })
  const life = new PastLife(
    { ...past, inspections: [...past.inspections, ...rectifyLeft(left.inspections, stretch)] },
    open.cases,
    stretch,
    {
      ...{ area, store, things, crew },
      rules: cityRules.now(),
      cases: openCaseNeeds({
        ...{ area, store, memory, codes, placement, rules: cityRules, keys, now: () => new Date(to) },
        crewOf: (_db, _city, id) => Promise.resolve(crew(id) && { id, contractor: crew(id)?.crew.contractor ?? null }),
      }),
      photos: { keys, rule: photoRule },
      kindOf: (of) => demo.kinds.find(({ kind, code }) => kind === of.kind && code === of.code),
      actorOf: await findDemoActors(
        store.db,
        area,
        given.map(({ id }) => id),
      ),
      choose: (of, atMs, loads) =>
        chooseCrew(of, { nowMs: atMs, crews, loads, skillOf: (code) => skillFor(skills, code) }),
      source: `made:${demo.id}`,
    },
  )
  return life.run()
}

/** More are open in no demo. */
const MOST = 5_000

async function readThings(store: Store, area: string, layers: Layer[]): Promise<CityMemory> {
  const memory = openCity(layers)
  for (const { id } of layers) await memory.loadPages(id, pagesOfLayer(store, area, id))
  return memory
}

/** A crew is thought to be at its base: where it drove in the past nobody asks. */
const standing = (crew: SimCrew['crew'], seq: number, base: SimCrew['base']): SimCrew => ({
  ...{ crew, seq, base, place: base, way: [], goal: 'base', arrivedMs: null },
  ...{ restUntilMs: 0, toldMs: 0, heldUntilMs: 0 },
})
