import type { MadeCity, MadeRecord } from '../../../data/cities/city.ts'
import type { Store } from '../../store/store.ts'
import { CityNotEmpty } from './city-not-empty.ts'
import { drawMadeMap } from './draw-made-map.ts'
import { type Report, timed } from './timed.ts'
import { writeMadeCity } from './write-made-city.ts'

export interface Seeding {
  store: Store
  city: MadeCity
  /** In the order of time. */
  records: readonly MadeRecord[]
  /** Where the archives of the base map and the relief go. */
  dataDir: string
  report: Report
}

/** Fills an empty city with a made one. The archives come first and the rows last, in one transaction: while the log is
 *  empty nothing has been done that the next start does not do again. Throws CityNotEmpty. */
export async function seedMadeCity({ store, city, records, dataDir, report }: Seeding): Promise<void> {
  if ((await store.head(city.area)).seq > 0) throw new CityNotEmpty(city.area)
  await drawMadeMap(city, dataDir, report)
  await timed('rows', report, () => writeMadeCity(store, city, records, report))
}
