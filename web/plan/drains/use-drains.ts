import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { getCleanFirst, getDredging } from '../../api-drains.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { readDrains } from './drains-search.ts'

/** What the study asks, and what it was answered. Only the list that is open is asked for. */
export function useDrains() {
  const { search, change } = usePlanSearch()
  const asked = useMemo(() => readDrains(search), [search])
  // While the slider is dragged the server is asked for where it rests.
  const rainMm = useDeferredValue(asked.rainMm)
  const rain = useQuery({
    queryKey: ['plan', 'drains', 'clean-first', rainMm],
    queryFn: ({ signal }) => getCleanFirst(rainMm, signal),
    enabled: asked.list === 'rain',
    placeholderData: keepPreviousData,
  })
  const dredging = useQuery({
    queryKey: ['plan', 'drains', 'dredging'],
    queryFn: ({ signal }) => getDredging(signal),
    enabled: asked.list === 'dredging',
  })
  return { asked, change, rain, dredging }
}
