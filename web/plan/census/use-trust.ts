import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LayerTrust } from '../../../server/contract/trust.ts'
import { getTrustMap, getTrustSummary } from '../../api-trust.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { readView } from '../view-text.ts'
import { trustBox } from './trust-box.ts'
import { TRUST_BY, type TrustBy } from './trust-features.ts'

const LAYER = /^[a-z][a-z0-9-]{1,40}$/

/** So many things of a layer are known badly: to 10 m or not at all; older than a year. */
export const weakOf = ({ graded, accuracy, ages }: LayerTrust, by: TrustBy): number =>
  by === 'age' ? (ages[2] ?? 0) + (ages[3] ?? 0) : graded ? accuracy.C + accuracy.none : 0

export function useTrust({ on = true }: { on?: boolean } = {}) {
  const { search, change } = usePlanSearch()
  const by: TrustBy = TRUST_BY.find((one) => one === search.by) ?? 'accuracy'
  const summary = useQuery({
    queryKey: ['plan', 'trust'],
    queryFn: ({ signal }) => getTrustSummary(signal),
    ...{ enabled: on, staleTime: 60_000 },
  })
  const rows = useMemo(
    () =>
      [...(summary.data?.layers ?? [])].sort(
        (a, b) =>
          (by === 'age' ? 0 : Number(b.graded) - Number(a.graded)) ||
          weakOf(b, by) - weakOf(a, by) ||
          b.things - a.things,
      ),
    [summary.data, by],
  )
  const asked = search.layer && LAYER.test(search.layer) ? search.layer : undefined
  const row = rows.find(({ layer }) => layer === asked) ?? rows[0]
  return { by, summary, rows, row, at: search.at, change }
}

/** What the map shows of the chosen layer, where it is looked at. */
export function useTrustMap(layer: string | undefined, on: boolean) {
  const { search } = usePlanSearch()
  const city = useCityName()
  const view = readView(search.v) ?? (city && { lng: city.centre[0], lat: city.centre[1], zoom: city.zoom })
  const box = view && trustBox(view, [innerWidth, innerHeight])
  return useQuery({
    queryKey: ['plan', 'trust', layer, box?.join()],
    queryFn: ({ signal }) => getTrustMap(layer ?? '', box ?? [], signal),
    ...{ enabled: on && layer !== undefined && box !== undefined, staleTime: 60_000 },
    // Another layer's things are none of this one's.
    placeholderData: (before, query) => (query?.queryKey[2] === layer ? keepPreviousData(before) : undefined),
  })
}
