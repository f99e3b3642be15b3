import { CANGSHAN_ASSETS, makeCangshan } from '../data/cities/cangshan/make-cangshan.ts'
import { KINDS as CANGSHAN_KINDS, makeCangshanRecords } from '../data/cities/cangshan/records/make-records.ts'
import { weatherOf as cangshanWeather } from '../data/cities/cangshan/records/weather.ts'
import type { MadeCity, MadeRecord } from '../data/cities/city.ts'
import { makeSuo, SUO_AREA } from '../data/cities/suo/make-town.ts'
import type { CaseKind } from '../data/cities/suo/records/case-kind.ts'
import { CASE_KINDS } from '../data/cities/suo/records/case-kinds.ts'
import { makeRecords } from '../data/cities/suo/records/make-records.ts'
import { type Weather, weatherOf } from '../data/cities/suo/records/weather.ts'

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
  /** What goes wrong there, and the weather of a day (counted from 1970-01-01) that has to do with it. */
  kinds: readonly CaseKind[]
  weather: (day: number) => Weather
}

const RECORDS_SEED = 20317

export const DEMO_CITIES: readonly DemoCity[] = [
  {
    id: 'suo',
    area: SUO_AREA,
    name: { zh: '索县', en: 'Suo' },
    make: () => makeSuo(),
    records: ({ assets, centre, area }, now) => makeRecords({ assets, centre, area, seed: RECORDS_SEED, now }),
    kinds: CASE_KINDS,
    weather: weatherOf(RECORDS_SEED),
  },
  {
    id: 'cangshan',
    area: '350104',
    name: { zh: '仓山区', en: 'Cangshan' },
    assets: CANGSHAN_ASSETS,
    make: (assets = CANGSHAN_ASSETS) => makeCangshan({ assets }),
    records: ({ assets, centre, area, source }, now) =>
      makeCangshanRecords({ assets, centre, area, source, seed: RECORDS_SEED, now }),
    kinds: CANGSHAN_KINDS,
    weather: cangshanWeather(RECORDS_SEED),
  },
]
