import { useDeferredValue, useMemo } from 'react'
import { getCleanFirst, getDredging } from '../../api-drains.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { useReckoned } from '../use-reckoned.ts'
import { readDrains } from './drains-search.ts'

/** What the study asks, and what it was answered. Only the list that is open is asked for. */
export function useDrains() {
  const { search, change } = usePlanSearch()
  const asked = useMemo(() => readDrains(search), [search])
  // While the slider is dragged the server is asked for where it rests.
  const rainMm = useDeferredValue(asked.rainMm)
  const rain = useReckoned({
    key: ['plan', 'drains', 'clean-first', rainMm],
    ask: (asking) => getCleanFirst(rainMm, asking),
    on: asked.list === 'rain',
  })
  const dredging = useReckoned({
    key: ['plan', 'drains', 'dredging'],
    ask: getDredging,
    on: asked.list === 'dredging',
  })
  return { asked, change, rain: rain.query, dredging: dredging.query, reckoned: { rain, dredging } }
}
