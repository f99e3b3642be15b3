import type { MadeAsset, MadeCity, MadeRecord } from '../../../data/cities/city.ts'
import { calmed } from '../../../data/cities/suo/records/asset-changes.ts'
import { assetState } from '../../../data/cities/suo/records/made-states.ts'
import { writeAssets } from '../../assets/write-assets.ts'
import { recordHistory } from '../../cases/record-history.ts'
import { Asset } from '../../contract/asset.ts'
import { describeCity } from '../../store/describe-city.ts'
import type { Store, Tx } from '../../store/store.ts'
import { CityNotEmpty } from './city-not-empty.ts'
import type { Report } from './timed.ts'

/** When the made things were there: before the first record. */
const SINCE = '2024-01-01T00:00:00+08:00'
/** Of a large city so many are made ready at a time, and told of. */
const BATCH = 50_000

/** Writes the city, its things and its records, oldest first, in one transaction: a crash before its end leaves the city
 *  as empty as it was. A large city is reported on as it goes. Throws CityNotEmpty when its log has a row. */
export async function writeMadeCity(
  store: Store,
  city: MadeCity,
  records: readonly MadeRecord[],
  report: Report = () => undefined,
): Promise<void> {
  await store.transaction(city.area, async (tx) => {
    // With nothing to append it tells the seq that the next row would have.
    if ((await tx.append([])) !== 1) throw new CityNotEmpty(city.area)
    const { name, centre, zoom, bounds, source } = city
    await describeCity(tx, { name, centre, zoom, bounds, demo: true }, { actor: source, at: SINCE })
    await writeThings(tx, city, report)
    await recordInRuns(tx, records, source)
  })
}

async function writeThings(tx: Tx, { assets, source }: MadeCity, report: Report): Promise<void> {
  const ready = (asset: MadeAsset) => Asset.parse(assetState(calmed(asset), SINCE, source))
  const begun = performance.now()
  for (let from = 0; from < assets.length; from += BATCH) {
    const added = assets.slice(from, from + BATCH).map(ready)
    await writeAssets(tx, { added }, { actor: source, at: SINCE, reason: null })
    const written = from + added.length
    if (written < assets.length) report(`rows ${written} / ${assets.length}`, performance.now() - begun)
  }
}

/** Rows of one reason after another: the reason belongs to a whole call. */
async function recordInRuns(tx: Tx, records: readonly MadeRecord[], actor: string): Promise<void> {
  for (let from = 0; from < records.length; ) {
    const reason = records[from]?.reason ?? null
    let to = from + 1
    while (to < records.length && (records[to]?.reason ?? null) === reason) to++
    await recordHistory(tx, records.slice(from, to), { actor, reason })
    from = to
  }
}
