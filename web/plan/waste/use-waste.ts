import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { getFeatures } from '../../api.ts'
import { getWasteBalance } from '../../api-waste.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { useReckoned } from '../use-reckoned.ts'
import { daysUpTo, readWaste } from './waste-search.ts'

export const WASTE = ['plan', 'waste'] as const

export function useWaste() {
  const { search, change } = usePlanSearch()
  const asked = useMemo(() => readWaste(search), [search])
  const tolerance = useDeferredValue(asked.tolerance)
  const { from, to } = daysUpTo(Date.now(), asked.days)
  const reckoned = useReckoned({
    key: [...WASTE, from, to, tolerance],
    ask: (asking) => getWasteBalance({ from, to, tolerance }, asking),
  })
  return { asked, change, balance: reckoned.query, reckoned }
}

/** Building sites and disposal sites, for where a project is: a manifest says no place. */
export const useSites = () =>
  useQuery({
    queryKey: ['plan', 'waste-sites'],
    queryFn: ({ signal }) => getFeatures('construction-waste', { bbox: [-180, -90, 180, 90], limit: 10_000 }, signal),
    staleTime: 5 * 60_000,
    select: ({ features }) => new Map(features.map(({ id, geometry }) => [id, geometry])),
  })
