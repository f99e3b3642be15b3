import { pagesOfLayer } from './assets/asset-page-store.ts'
import { openCaseNeeds } from './cases/open-case-needs.ts'
import { openCity } from './city/city.ts'
import { dateOf, placeInTime } from './contract/working-time.ts'
import { openRules } from './deadlines/open-rules.ts'
import { makeDemoNight } from './demo/make-demo-night.ts'
import { makeDemoReadings } from './demo/make-demo-readings.ts'
import { lastNight } from './insight/lighting/nights.ts'
import { loadData } from './load-data.ts'
import { DATA } from './root.ts'
import { readCity } from './store/describe-city.ts'
import { openKeys } from './store/open-keys.ts'
import type { Store } from './store/store.ts'

/** What gauges stand at, what a patrol looks at, and what tells where a case is. */
const LAYERS = [
  ...['landfills', 'landfill-wells', 'landfill-flares'],
  ...['streetlights', 'unit-grids', 'responsibility-grids', 'roads'],
]

/** 演示数据: what instruments of a demo city told, and one night of lamps that were looked at; on later starts what is new since. */
export async function bringDemoMeasures(
  store: Store,
  { area, dataDir, dataKey, now }: { area: string; dataDir: string; dataKey?: string | undefined; now: () => Date },
): Promise<void> {
  const { codes, placement, layers, rules, upkeep } = await loadData(DATA, dataDir, area)
  const memory = openCity(layers)
  for (const layer of LAYERS) await memory.loadPages(layer, pagesOfLayer(store, area, layer))
  const keys = openKeys({ dataDir, dataKey })
  const cityRules = openRules(rules, area)
  await cityRules.load(store.db)
  const crewOf = () => Promise.resolve(undefined)
  const cases = openCaseNeeds({ area, store, memory, codes, placement, rules: cityRules, keys, now, crewOf })
  const [at, city] = [now(), await readCity(store.db, area)]
  if (city) {
    const night = lastNight(at.getTime(), dateOf(placeInTime(at.toISOString()).day), city.centre)
    await makeDemoNight({ area, store, memory, now, night })
  }
  await makeDemoReadings({ area, memory, cases, alarms: upkeep.alarms, now })
}
