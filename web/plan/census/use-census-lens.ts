import { usePlanSearch } from '../use-plan-search.ts'

/** Faults that the data show by themselves, or how far all of them can be relied on. */
export const CENSUS_LENSES = ['faults', 'trust'] as const
export type CensusLens = (typeof CENSUS_LENSES)[number]

export function useCensusLens(): { lens: CensusLens; turnTo: (lens: CensusLens) => void } {
  const { search, change } = usePlanSearch()
  return {
    lens: search.lens === 'trust' ? 'trust' : 'faults',
    turnTo: (lens) =>
      change({ lens: lens === 'trust' ? lens : undefined, at: undefined, kind: undefined }, { step: true }),
  }
}
