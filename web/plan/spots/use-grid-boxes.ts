import { useQuery } from '@tanstack/react-query'
import { getFeatures } from '../../api.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { boxAround } from './box-around.ts'

/** The responsibility grids by name, each with the box around it as the address writes it. */
export function useGridBoxes(): { name: string; box: string }[] {
  const bounds = useCityName()?.bounds
  const grids = useQuery({
    queryKey: ['responsibility-grids', bounds],
    queryFn: ({ signal }) =>
      getFeatures('responsibility-grids', { bbox: bounds ?? [0, 0, 0, 0], limit: 1_000 }, signal),
    ...{ staleTime: 5 * 60_000, enabled: Boolean(bounds) },
  }).data
  return (grids?.features ?? []).map(({ geometry, properties }) => ({
    name: properties.name,
    box: boxAround(geometry).join(),
  }))
}
