import { useMemo } from 'react'
import { getParking } from '../../api-parking.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { useReckoned } from '../use-reckoned.ts'
import { nightsUpTo, readParking } from './parking-search.ts'

export function useParking() {
  const { search, change } = usePlanSearch()
  const asked = useMemo(() => readParking(search), [search])
  const { days, cellMetres } = asked
  const { from, to } = nightsUpTo(Date.now(), days)
  const reckoned = useReckoned({
    key: ['plan', 'parking', from, to, cellMetres],
    ask: (asking) => getParking({ from, to, cellMetres }, asking),
  })
  return { asked, change, balance: reckoned.query, reckoned }
}
