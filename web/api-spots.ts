import type { ComparedBy, ComparedPeriods } from '../server/contract/spot-periods.ts'
import type {
  DensityMap,
  HotSpotMap,
  PatrolDebtMap,
  PerWhat,
  RecurrenceMap,
  SilenceMap,
  SpotSubject,
  UnseenMap,
} from '../server/contract/spots.ts'
import { address, json } from './api.ts'

/** ISO instants, the second not part of it; a cell's side in metres; classes as `matter:06010`. */
export interface SpotQuery {
  from: string
  to: string
  cell: number
  class?: string | undefined
}

export type SpotFile = 'geojson' | 'csv'

type Asked<More = object> = SpotQuery & More

export type DensityQuery = Asked<{ subject: SpotSubject; per: PerWhat; layer?: string | undefined }>
export const densityAddress = (asked: DensityQuery, format?: SpotFile): string =>
  address('/api/spots/density', { ...asked, format })
export const getDensity = (asked: DensityQuery, signal?: AbortSignal): Promise<DensityMap> =>
  json(densityAddress(asked), signal)

/** `only`: cells complained of and never inspected. */
export const unseenAddress = (asked: SpotQuery, format?: SpotFile, only?: 'unseen'): string =>
  address('/api/spots/unseen', { ...asked, only, format })
export const getUnseen = (asked: SpotQuery, signal?: AbortSignal): Promise<UnseenMap> =>
  json(unseenAddress(asked), signal)

export const debtAddress = ({ to, cell }: Pick<SpotQuery, 'to' | 'cell'>, format?: SpotFile): string =>
  address('/api/spots/patrol-debt', { to, cell, format })
export const getDebt = (asked: Pick<SpotQuery, 'to' | 'cell'>, signal?: AbortSignal): Promise<PatrolDebtMap> =>
  json(debtAddress(asked), signal)

export const silenceAddress = (asked: SpotQuery, format?: SpotFile): string =>
  address('/api/spots/silence', { ...asked, format })
export const getSilence = (asked: SpotQuery, signal?: AbortSignal): Promise<SilenceMap> =>
  json(silenceAddress(asked), signal)

export type HotQuery = Asked<{ subject: SpotSubject }>
export const hotAddress = (asked: HotQuery, format?: SpotFile): string =>
  address('/api/spots/hot', { ...asked, format })
export const getHot = (asked: HotQuery, signal?: AbortSignal): Promise<HotSpotMap> => json(hotAddress(asked), signal)

/** `bbox` as west,south,east,north, or `area` as GeoJSON; `days` before the campaign and after it. */
export type AgainQuery = Omit<SpotQuery, 'class'> & {
  class: string
  bbox?: string | undefined
  area?: string | undefined
  days: number
}
export const againAddress = (asked: AgainQuery, format?: SpotFile): string =>
  address('/api/spots/recurrence', { ...asked, format })
export const getAgain = (asked: AgainQuery, signal?: AbortSignal): Promise<RecurrenceMap> =>
  json(againAddress(asked), signal)

export interface PeriodsQuery {
  from: string
  to: string
  indicator: string
  by: ComparedBy
  cell?: number
  againstFrom?: string | undefined
  againstTo?: string | undefined
}
export const periodsAddress = (asked: PeriodsQuery, format?: 'csv'): string =>
  address('/api/spots/periods', { ...asked, format })
export const getPeriods = (asked: PeriodsQuery, signal?: AbortSignal): Promise<ComparedPeriods> =>
  json(periodsAddress(asked), signal)
