import { join } from 'node:path'
import { loadDemoCrews } from './demo/load-demo-crews.ts'
import { makeDemoCrews } from './demo/make-demo-crews.ts'
import { DEMO_CITIES, type DemoCity } from './demo-cities.ts'
import { seedMadeCity } from './gateways/made/seed-made-city.ts'
import { DATA } from './root.ts'
import type { Store } from './store/store.ts'

export interface DemoPlan {
  /** Which one; 索县 when left out. */
  demo?: DemoCity
  /** How many things; as many as the city has when left out. */
  assets?: number
  now: () => Date
  say: (line: string) => void
}

const [SUO] = DEMO_CITIES

/** Where the data of a demo city is. */
export const crewsFolder = ({ id }: DemoCity): string => join(DATA, 'cities', id)

/** Makes the demo city in a store that does not have it, and keeps it for every later start; and its crews where there are none. */
export async function makeDemoCity(
  store: Store,
  dataDir: string,
  { demo = SUO, assets, now, say }: DemoPlan,
): Promise<void> {
  if (!demo) return
  const isNew = (await store.head(demo.area)).seq === 0
  if (isNew) await fillCity(store, dataDir, { demo, ...(assets === undefined ? {} : { assets }), now, say })
  await makeDemoCrews(await loadDemoCrews(crewsFolder(demo)), { area: demo.area, store, now })
}

async function fillCity(
  store: Store,
  dataDir: string,
  { demo, assets, now, say }: DemoPlan & { demo: DemoCity },
): Promise<void> {
  const begun = performance.now()
  const report = (step: string, milliseconds: number): void => say(`  ${step}  ${(milliseconds / 1000).toFixed(1)} s`)
  const timed = <T>(step: string, work: () => T): T => {
    const start = performance.now()
    const made = work()
    report(step, performance.now() - start)
    return made
  }
  say(`制作演示城市${demo.name.zh}（仅首次启动） · Making the demo city ${demo.name.en} (first start only)`)
  const city = timed('town', () => demo.make(assets))
  const records = timed('records', () => demo.records(city, now().toISOString()))
  await seedMadeCity({ store, city, records, dataDir, report })
  say(`  ${city.assets.length} 个部件 · things, ${records.length} 条记录 · records, ${seconds(begun)} s`)
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)
