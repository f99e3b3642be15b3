import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getParking } from '../../api-parking.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { nightsUpTo, readParking } from './parking-search.ts'

export function useParking() {
  const { search, change } = usePlanSearch()
  const asked = useMemo(() => readParking(search), [search])
  const { days, cellMetres } = asked
  const { from, to } = nightsUpTo(Date.now(), days)
  const balance = useQuery({
    queryKey: ['plan', 'parking', from, to, cellMetres],
    queryFn: ({ signal }) => getParking({ from, to, cellMetres }, signal),
    placeholderData: keepPreviousData,
  })
  return { asked, change, balance }
}
