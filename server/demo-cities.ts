import { CANGSHAN_ASSETS, makeCangshan } from '../data/cities/cangshan/make-cangshan.ts'
import {
  KINDS as CANGSHAN_KINDS,
  CASES_A_DAY,
  makeCangshanRecords,
  numbered,
} from '../data/cities/cangshan/records/make-records.ts'
import { weatherOf as cangshanWeather } from '../data/cities/cangshan/records/weather.ts'
import type { MadeCity, MadeRecord } from '../data/cities/city.ts'
import { makeSuo, SUO_AREA } from '../data/cities/suo/make-town.ts'
import type { CaseKind } from '../data/cities/suo/records/case-kind.ts'
import { CASE_KINDS } from '../data/cities/suo/records/case-kinds.ts'
import { type Bustle, makeRecent, type RecentPast, type RecentPlan } from '../data/cities/suo/records/make-recent.ts'
import { CASES, makeRecords } from '../data/cities/suo/records/make-records.ts'
import { type Weather, weatherOf } from '../data/cities/suo/records/weather.ts'

import { dateOf, placeInTime } from './contract/working-time.ts'

/** A city that can be made for a demonstration. */
export interface DemoCity {
  id: string
  area: string
  name: { zh: string; en: string }
  /** How many things it has when nobody asks for another number; absent where it cannot have another. */
  assets?: number
  /** @param today YYYY-MM-DD: what was done regularly was done until then */
  make(assets?: number, today?: string): MadeCity
  /** What happened before the recent days: how cases came and ended, as a bureau's old books have it.
   *  @param until ISO instant of the last record at most */
  records(city: MadeCity, until: string): MadeRecord[]
  /** So many days before now are lived step by step, with owners, crews and clocks. */
  recentDays: number
  /** What came in and was inspected in a stretch of the recent days. */
  recent(plan: Omit<RecentPlan, 'seed'>): RecentPast
  /** What goes wrong there, and the weather of a day (counted from 1970-01-01) that has to do with it. */
  kinds: readonly CaseKind[]
  weather: (day: number) => Weather
}

const RECORDS_SEED = 20317

const SUO: Bustle = {
  kinds: CASE_KINDS,
  weather: weatherOf(RECORDS_SEED),
  casesADay: CASES.recent,
  patrols: [RECORDS_SEED],
  hotSpots: [RECORDS_SEED],
  fresh: 8,
  tellsDredging: true,
}
const CANGSHAN: Bustle = {
  kinds: CANGSHAN_KINDS,
  weather: cangshanWeather(RECORDS_SEED),
  casesADay: CASES_A_DAY,
  patrols: numbered(RECORDS_SEED),
  hotSpots: numbered(RECORDS_SEED),
  fresh: 24,
}

/** A district has five times a county's cases: half of its last 60 days are lived, so that its first start takes some 12 s more and not 25. */
const CANGSHAN_DAYS = { old: 30, recent: 30 }

export const DEMO_CITIES: readonly DemoCity[] = [
  {
    id: 'suo',
    area: SUO_AREA,
    name: { zh: '索县', en: 'Suo' },
    make: () => makeSuo(),
    records: ({ assets, centre, area }, until) =>
      makeRecords({ assets, centre, area, seed: RECORDS_SEED, now: until, recentFrom: dateOf(placeInTime(until).day) }),
    recentDays: 60,
    recent: (plan) => makeRecent({ ...plan, seed: RECORDS_SEED }, SUO),
    ...{ kinds: SUO.kinds, weather: SUO.weather },
  },
  {
    id: 'cangshan',
    area: '350104',
    name: { zh: '仓山区', en: 'Cangshan' },
    assets: CANGSHAN_ASSETS,
    make: (assets = CANGSHAN_ASSETS, today) => makeCangshan({ assets, ...(today ? { today } : {}) }),
    records: ({ assets, centre, area, source }, until) =>
      makeCangshanRecords({ assets, centre, area, source, seed: RECORDS_SEED, now: until, days: CANGSHAN_DAYS.old }),
    recentDays: CANGSHAN_DAYS.recent,
    recent: (plan) => makeRecent({ ...plan, seed: RECORDS_SEED }, CANGSHAN),
    ...{ kinds: CANGSHAN.kinds, weather: CANGSHAN.weather },
  },
]
