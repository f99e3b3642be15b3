import type { Geofence } from '../contract/geofence.ts'
import type { Db } from '../store/schema.ts'
import { type FenceIndex, indexFences } from './fence-index.ts'
import { allFences, newestFenceSeq } from './fence-store.ts'

/** The fences of a city, made ready once and made anew when one changed, on whichever node. */
export class CityFences {
  #seq = 0
  #index = indexFences([])

  /** As they stand in a transaction: one that another node drew a moment ago is among them. One small read where nothing has changed. */
  async seenBy(db: Db, city: string): Promise<FenceIndex> {
    const seq = await newestFenceSeq(db, city)
    if (seq !== this.#seq) {
      this.#index = indexFences((await allFences(db, city)).map(({ fence }): Geofence => fence))
      this.#seq = seq
    }
    return this.#index
  }
}
