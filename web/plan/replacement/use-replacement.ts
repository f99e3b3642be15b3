import { getReplacement } from '../../api-replacement.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { useReckoned } from '../use-reckoned.ts'

const LAYER = /^[a-z][a-z0-9-]{1,40}$/
export const MOST = [50, 200, 1_000] as const

export function useReplacement() {
  const { search, change } = usePlanSearch()
  const layer = search.layer && LAYER.test(search.layer) ? search.layer : undefined
  const most = MOST.find((one) => String(one) === search.most) ?? 200
  const asked = { layer, most, at: search.at }
  const reckoned = useReckoned({
    key: ['plan', 'replacement', layer, most],
    ask: (asking) => getReplacement({ layer, limit: most }, asking),
  })
  return { asked, change, list: reckoned.query, reckoned }
}
