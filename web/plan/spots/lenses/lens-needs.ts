import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import type { LngLat } from '../../../../server/contract/geo.ts'
import type { Language } from '../../../i18n/i18n.ts'
import type { Reading } from '../reading.ts'
import type { SpotSearch } from '../spot-search.ts'

/** What a lens is asked with. `span` is of whole minutes, so that two screens ask the same. */
export interface LensNeeds {
  search: SpotSearch
  span: { from: string; to: string }
  t: TFunction<'words'>
  language: Language
}

export type UseLens = (needs: LensNeeds) => Reading

interface CellsOfMap {
  about: { cellMetres: number; to: string }
  features: readonly { id: string; geometry: { coordinates: readonly (readonly LngLat[])[] } }[]
}

/** An answer that stays until the next is there: a map does not vanish while another period is reckoned. */
export function useAnswer<Answer>(key: readonly unknown[], ask: (signal: AbortSignal) => Promise<Answer>, on = true) {
  const queries = useQueryClient()
  const queryKey = ['spots', ...key]
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(signal),
    ...{ placeholderData: keepPreviousData, staleTime: 5 * 60_000, enabled: on, retry: false },
  })
  return {
    data: query.data,
    state: {
      fault: query.error,
      isEmpty: query.data === undefined,
      isPassing: query.isPlaceholderData || (query.isFetching && query.data !== undefined),
      isWaiting: query.isFetching,
      isStopped: on && query.data === undefined && !query.isFetching && !query.error,
      again: () => void query.refetch(),
      stop: () => void queries.cancelQueries({ queryKey }),
    },
  }
}

/** A cell's ring by its id. */
export const ringsOf = (map: CellsOfMap): Map<string, readonly LngLat[]> =>
  new Map(map.features.map(({ id, geometry }) => [id, geometry.coordinates[0] ?? []]))
