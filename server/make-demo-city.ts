import { join } from 'node:path'
import { bringDemoMeasures } from './bring-demo-measures.ts'
import { bringDemoPast, recentSince, stretchOf } from './bring-demo-past.ts'
import { dateOf, placeInTime } from './contract/working-time.ts'
import { loadDemoCrews } from './demo/load-demo-crews.ts'
import { loadDemoFences } from './demo/load-demo-fences.ts'
import { makeDemoCrews } from './demo/make-demo-crews.ts'
import { makeDemoFences } from './demo/make-demo-fences.ts'
import { makeDemoManifests } from './demo/make-demo-manifests.ts'
import { DEMO_CITIES, type DemoCity } from './demo-cities.ts'
import { seedMadeCity } from './gateways/made/seed-made-city.ts'
import { addDemoPeople } from './people/make-demo-people.ts'
import { DATA } from './root.ts'
import { readCity } from './store/describe-city.ts'
import type { Store } from './store/store.ts'

export interface DemoPlan {
  /** Which one; 索县 when left out. */
  demo?: DemoCity
  /** How many things; as many as the city has when left out. */
  assets?: number
  /** Keys of personal data in base64, see .env.example; those of the data folder when left out. */
  dataKey?: string | undefined
  now: () => Date
  say: (line: string) => void
}

const [SUO] = DEMO_CITIES

/** Where the data of a demo city is. */
export const crewsFolder = ({ id }: DemoCity): string => join(DATA, 'cities', id)

/** Makes the demo city in a store that does not have it, with people, crews and fences where there are none; and brings its past up to now, at the first start as
 *  at every later one. Its things and what happened long ago are kept from the first start. */
export async function makeDemoCity(store: Store, dataDir: string, plan: DemoPlan): Promise<void> {
  const { demo = SUO, dataKey, now, say } = plan
  if (!demo) return
  const { area } = demo
  const begun = performance.now()
  const isNew = (await store.head(area)).seq === 0
  if (isNew) await fillCity(store, dataDir, { ...plan, demo })
  const crews = await loadDemoCrews(crewsFolder(demo))
  const stretch = await stretchOf(store, demo, now())
  // Who works in the first of these days was there before them.
  const needs = { area, store, now: () => new Date(stretch.from) }
  const isDemo = (await readCity(store.db, area))?.demo ?? false
  if (isDemo) await addDemoPeople(needs)
  await makeDemoCrews(crews, needs)
  if (isDemo) await makeDemoFences(await loadDemoFences(crewsFolder(demo)), needs)
  const start = performance.now()
  const rows = await bringDemoPast(store, { ...stretch, demo, crews, dataDir, dataKey })
  if (isDemo) {
    await makeDemoManifests({ area, store, now })
    await bringDemoMeasures(store, { area, dataDir, dataKey, now })
  }
  if (rows > 0) say(`  recent days  ${seconds(start)} s`)
  if (isNew) say(`  ${rows} 条近期过程 · steps of the last ${demo.recentDays} days, ${seconds(begun)} s`)
}

async function fillCity(
  store: Store,
  dataDir: string,
  { demo, assets, now, say }: DemoPlan & { demo: DemoCity },
): Promise<void> {
  const report = (step: string, milliseconds: number): void => say(`  ${step}  ${(milliseconds / 1000).toFixed(1)} s`)
  const timed = <T>(step: string, work: () => T): T => {
    const start = performance.now()
    const made = work()
    report(step, performance.now() - start)
    return made
  }
  say(`制作演示城市${demo.name.zh}（仅首次启动） · Making the demo city ${demo.name.en} (first start only)`)
  const city = timed('town', () => demo.make(assets, dateOf(placeInTime(now().toISOString()).day)))
  const records = timed('records', () => demo.records(city, recentSince(demo, now())))
  await seedMadeCity({ store, city, records, dataDir, report })
  say(`  ${city.assets.length} 个部件 · things, ${records.length} 条记录 · records`)
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)
