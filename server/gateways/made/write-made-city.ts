import type { MadeCity, MadeRecord } from '../../../data/cities/city.ts'
import { calmed } from '../../../data/cities/suo/records/asset-changes.ts'
import { assetState } from '../../../data/cities/suo/records/made-states.ts'
import { writeAssets } from '../../assets/write-assets.ts'
import { recordHistory } from '../../cases/record-history.ts'
import { Asset } from '../../contract/asset.ts'
import { describeCity } from '../../store/describe-city.ts'
import type { Store, Tx } from '../../store/store.ts'
import { CityNotEmpty } from './city-not-empty.ts'

/** When the made things were there: before the first record. */
const SINCE = '2024-01-01T00:00:00+08:00'
const MADE_HERE = 'made:suo'

/** Writes the city, its things and its records, oldest first, in one transaction: a crash before its end leaves the city
 *  as empty as it was. Throws CityNotEmpty when its log has a row. */
export async function writeMadeCity(store: Store, city: MadeCity, records: readonly MadeRecord[]): Promise<void> {
  await store.transaction(city.area, async (tx) => {
    // With nothing to append it tells the seq that the next row would have.
    if ((await tx.append([])) !== 1) throw new CityNotEmpty(city.area)
    const { name, centre, zoom, bounds } = city
    await describeCity(tx, { name, centre, zoom, bounds, demo: true }, { actor: MADE_HERE, at: SINCE })
    const added = city.assets.map((asset) => Asset.parse(assetState(calmed(asset), SINCE, MADE_HERE)))
    await writeAssets(tx, { added }, { actor: MADE_HERE, at: SINCE, reason: null })
    await recordInRuns(tx, records)
  })
}

/** Rows of one reason after another: the reason belongs to a whole call. */
async function recordInRuns(tx: Tx, records: readonly MadeRecord[]): Promise<void> {
  for (let from = 0; from < records.length; ) {
    const reason = records[from]?.reason ?? null
    let to = from + 1
    while (to < records.length && (records[to]?.reason ?? null) === reason) to++
    await recordHistory(tx, records.slice(from, to), { actor: MADE_HERE, reason })
    from = to
  }
}
