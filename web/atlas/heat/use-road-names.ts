import { useQuery } from '@tanstack/react-query'
import type { City } from '../../../server/contract/city.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { getFeatures, type LayerPicture } from '../../api.ts'
import { nearestRoad } from '../../map/nearest-road.ts'

/** Names a place by the road beside it, from the roads layer where a city has one. */
export function useRoadNames(
  city: City,
  layers: LayerPicture[],
  wanted: boolean,
): (place: LngLat) => string | undefined {
  const has = layers.some(({ id, count }) => id === 'roads' && count > 0)
  const roads = useQuery({
    queryKey: ['roads', city.area],
    queryFn: ({ signal }) => getFeatures('roads', { bbox: city.bounds ?? [-180, -90, 180, 90], limit: 10_000 }, signal),
    enabled: wanted && has,
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ features }) => features.map(({ geometry, properties }) => ({ name: properties.name, geometry })),
  })
  return (place) => nearestRoad(place, roads.data ?? [])?.name
}
