import type { AskedCoverage } from '../../api-coverage.ts'
import type { PlanSearch } from '../plan-search.ts'

export const LISTS = ['gaps', 'roads', 'grids'] as const
export type ListOf = (typeof LISTS)[number]
export const AGES = [90, 365, 1_095] as const
export const GRADES = ['A', 'B', 'C'] as const

/** What the address says of the study. */
export interface CoverageSearch {
  set: string | undefined
  list: ListOf
  /** Only of this road, or this responsibility grid. */
  road: string | undefined
  grid: string | undefined
  /** The gap, or the unit grid, that is looked at. */
  at: string | undefined
  maxAgeDays: (typeof AGES)[number] | undefined
  leastAccuracy: (typeof GRADES)[number] | undefined
  source: string | undefined
  draft: string | undefined
  isProposing: boolean
}

const SOURCE = /^[a-z][a-z0-9:-]{0,40}$/

export const readCoverageSearch = (search: PlanSearch): CoverageSearch => ({
  ...{ set: search.set, road: search.road, grid: search.grid, at: search.at, draft: search.draft },
  list: LISTS.find((one) => one === search.list) ?? 'gaps',
  maxAgeDays: AGES.find((days) => String(days) === search.age),
  leastAccuracy: GRADES.find((grade) => grade === search.grade),
  source: search.from !== undefined && SOURCE.test(search.from) ? search.from : undefined,
  isProposing: search.ask === 'sites',
})

/** How good data has to be; empty: as it is. */
export const qualityOf = ({ maxAgeDays, leastAccuracy, source }: CoverageSearch): AskedCoverage['quality'] => ({
  ...(maxAgeDays === undefined ? {} : { maxAgeDays }),
  ...(leastAccuracy === undefined ? {} : { leastAccuracy }),
  ...(source === undefined ? {} : { sources: [source] }),
})

export const asksQuality = (search: CoverageSearch): boolean => Object.keys(qualityOf(search) ?? {}).length > 0
