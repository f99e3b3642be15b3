import { CANGSHAN_ASSETS, makeCangshan } from '../data/cities/cangshan/make-cangshan.ts'
import { makeCangshanRecords } from '../data/cities/cangshan/records/make-records.ts'
import type { MadeCity, MadeRecord } from '../data/cities/city.ts'
import { makeSuo, SUO_AREA } from '../data/cities/suo/make-town.ts'
import { makeRecords } from '../data/cities/suo/records/make-records.ts'

/** A city that can be made for a demonstration. */
export interface DemoCity {
  id: string
  area: string
  name: { zh: string; en: string }
  /** How many things it has when nobody asks for another number; absent where it cannot have another. */
  assets?: number
  make(assets?: number): MadeCity
  /** @param now ISO instant of the last record at most */
  records(city: MadeCity, now: string): MadeRecord[]
}

const RECORDS_SEED = 20317

export const DEMO_CITIES: readonly DemoCity[] = [
  {
    id: 'suo',
    area: SUO_AREA,
    name: { zh: '索县', en: 'Suo' },
    make: () => makeSuo(),
    records: ({ assets, centre, area }, now) => makeRecords({ assets, centre, area, seed: RECORDS_SEED, now }),
  },
  {
    id: 'cangshan',
    area: '350104',
    name: { zh: '仓山区', en: 'Cangshan' },
    assets: CANGSHAN_ASSETS,
    make: (assets = CANGSHAN_ASSETS) => makeCangshan({ assets }),
    records: ({ assets, centre, area, source }, now) =>
      makeCangshanRecords({ assets, centre, area, source, seed: RECORDS_SEED, now }),
  },
]
