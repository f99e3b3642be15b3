import { useQuery } from '@tanstack/react-query'
import { getFeatures } from '../../api.ts'
import { useCityName } from '../../console/use-city-name.ts'

const KEPT_MS = 5 * 60_000

/** The names of the responsibility grids by their ids. */
export function useAreaNames(): ReadonlyMap<string, string> | undefined {
  const bounds = useCityName()?.bounds
  return useQuery({
    queryKey: ['responsibility-grids', bounds],
    queryFn: ({ signal }) => getFeatures('responsibility-grids', { bbox: bounds ?? [0, 0, 0, 0], limit: 1000 }, signal),
    select: ({ features }) => new Map(features.map(({ id, properties }) => [id, properties.name])),
    enabled: Boolean(bounds),
    staleTime: KEPT_MS,
  }).data
}
