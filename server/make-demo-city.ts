import { makeSuo, SUO_AREA } from '../data/cities/suo/make-town.ts'
import { makeRecords } from '../data/cities/suo/records/make-records.ts'
import { seedMadeCity } from './gateways/made/seed-made-city.ts'
import type { Store } from './store/store.ts'

const RECORDS_SEED = 20317

/** Makes the demo city in a store that does not have it, and keeps it for every later start. */
export async function makeDemoCity(
  store: Store,
  dataDir: string,
  { now, say }: { now: () => Date; say: (line: string) => void },
): Promise<void> {
  if ((await store.head(SUO_AREA)).seq > 0) return
  const begun = performance.now()
  const report = (step: string, milliseconds: number): void => say(`  ${step}  ${(milliseconds / 1000).toFixed(1)} s`)
  const timed = <T>(step: string, work: () => T): T => {
    const start = performance.now()
    const made = work()
    report(step, performance.now() - start)
    return made
  }
  say('制作演示城市索县（仅首次启动） · Making the demo city Suo (first start only)')
  const city = timed('town', () => makeSuo())
  const { assets, centre, area } = city
  const records = timed('records', () =>
    makeRecords({ assets, centre, area, seed: RECORDS_SEED, now: now().toISOString() }),
  )
  await seedMadeCity({ store, city, records, dataDir, report })
  say(`  ${assets.length} 个部件 · things, ${records.length} 条记录 · records, ${seconds(begun)} s`)
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)
