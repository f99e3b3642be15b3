import { useQuery } from '@tanstack/react-query'
import { type CensusFault, CensusFaultKind } from '../../../server/contract/census.ts'
import { getCensusQuality } from '../../api-census.ts'
import { usePlanSearch } from '../use-plan-search.ts'

const LAYER = /^[a-z][a-z0-9-]{1,40}$/

/** A thing can lack several fields, and be a duplicate besides. */
export const faultId = ({ kind, id, field }: CensusFault): string => [kind, id, field].filter(Boolean).join('.')

export function useCensus() {
  const { search, change } = usePlanSearch()
  const kind = CensusFaultKind.options.find((one) => one === search.kind) ?? 'duplicate'
  const layer = search.layer && LAYER.test(search.layer) ? search.layer : undefined
  const quality = useQuery({
    queryKey: ['plan', 'census'],
    queryFn: ({ signal }) => getCensusQuality(signal),
    staleTime: 60_000,
  })
  const rows = (quality.data?.faults ?? []).filter(
    (one) => one.kind === kind && (layer === undefined || one.layer === layer),
  )
  return { asked: { kind, layer, at: search.at }, change, quality, rows }
}
