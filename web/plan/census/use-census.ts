import { type CensusFault, CensusFaultKind, type CensusQuality } from '../../../server/contract/census.ts'
import { getCensusQuality } from '../../api-census.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { useReckoned } from '../use-reckoned.ts'

/** Where nobody asked for a kind, the one with the most to be put right. */
const mostOf = (counts: CensusQuality['counts'] | undefined): CensusFaultKind =>
  CensusFaultKind.options.reduce((most, kind) => ((counts?.[kind] ?? 0) > (counts?.[most] ?? 0) ? kind : most))

const LAYER = /^[a-z][a-z0-9-]{1,40}$/

/** A thing can lack several fields, and be a duplicate besides. */
export const faultId = ({ kind, id, field }: CensusFault): string => [kind, id, field].filter(Boolean).join('.')

export function useCensus() {
  const { search, change } = usePlanSearch()
  const layer = search.layer && LAYER.test(search.layer) ? search.layer : undefined
  const reckoned = useReckoned({
    key: ['plan', 'census'],
    ask: getCensusQuality,
    on: search.lens !== 'trust',
    staleTime: 60_000,
  })
  const quality = reckoned.query
  const kind = CensusFaultKind.options.find((one) => one === search.kind) ?? mostOf(quality.data?.counts)
  const rows = (quality.data?.faults ?? []).filter(
    (one) => one.kind === kind && (layer === undefined || one.layer === layer),
  )
  return { asked: { kind, layer, at: search.at }, change, quality, reckoned, rows }
}
