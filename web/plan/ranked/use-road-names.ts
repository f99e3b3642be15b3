import { useQuery } from '@tanstack/react-query'
import type { LngLat } from '../../../server/contract/geo.ts'
import { getFeatures } from '../../api.ts'
import { nearestRoad } from '../../map/nearest-road.ts'

/** Names a place by the road beside it; undefined where there is none near, or the city has no roads. */
export function useRoadNames(): (place: LngLat) => string | undefined {
  const roads = useQuery({
    queryKey: ['plan', 'road-names'],
    queryFn: ({ signal }) => getFeatures('roads', { bbox: [-180, -90, 180, 90], limit: 10_000 }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ features }) => features.map(({ geometry, properties }) => ({ name: properties.name, geometry })),
  })
  return (place) => nearestRoad(place, roads.data ?? [])?.name
}
