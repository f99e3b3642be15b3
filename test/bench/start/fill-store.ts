import { writeAssets } from '../../../server/assets/write-assets.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { describeCity } from '../../../server/store/describe-city.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { groundOf } from '../city/ground.ts'

export const AREA = '540626'
/** Of one transaction: a store is filled by imports and not at one stroke. */
const BATCH = 50_000
const BY = { actor: 'made:bench', at: '2026-11-01T08:00:00+08:00', reason: null }

/** A city with so many things in a new store, written as everything is. */
export async function fillStore(place: { dataDir: string; databaseUrl?: string }, assets: number): Promise<void> {
  const ground = await groundOf(assets)
  const store = await openStore(place)
  try {
    const name = { zh: '演示数据', en: 'Made data' }
    const about = { name, centre: [93.785, 31.886] as [number, number], zoom: 13, bounds: BOUNDS, demo: true }
    await store.transaction(AREA, (tx) => describeCity(tx, about, BY))
    const write = (added: Asset[]) => store.transaction(AREA, (tx) => writeAssets(tx, { added }, BY))
    let batch: Asset[] = []
    for (const asset of ground.assets()) {
      batch.push(asset)
      if (batch.length < BATCH) continue
      await write(batch)
      batch = []
    }
    await write(batch)
  } finally {
    await store.close()
  }
}

const BOUNDS: [number, number, number, number] = [93.2, 31.4, 94.4, 32.4]
