import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GapFeature } from '../../../server/contract/coverage.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type Feature, featuresAddress, json } from '../../api.ts'
import { middleOf } from './gap-features.ts'
import { placesOnKerb } from './places-on-kerb.ts'
import { type Kerbed, snapToKerb } from './snap-to-kerb.ts'

const MOST_ROADS = 10_000
/** As wide as a side street, where a road does not say. */
const USUAL_WIDTH_M = 6

const kerbedOf = ({ id, geometry, properties }: Feature): Kerbed[] => {
  const width = properties.widthM
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  const widthM = typeof width === 'number' && width > 0 ? width : USUAL_WIDTH_M
  return lines.length > 0 ? [{ id, name: properties.name, lines: lines as LngLat[][], widthM }] : []
}

export interface Kerbs {
  /** Puts a place behind the nearest kerb; the place itself where none is near, or as long as the roads are not known. */
  snap: (at: LngLat) => LngLat
  /** So many places that divide a gap evenly; its middle alone as long as its road is not known. */
  divide: (gap: GapFeature, count: number) => LngLat[]
}

export function useKerbs(enabled: boolean): Kerbs {
  const roads = useQuery({
    ...{ queryKey: ['coverage', 'kerbs'], enabled, staleTime: 10 * 60_000 },
    queryFn: async ({ signal }) => {
      const { features } = await json<{ features: Feature[] }>(featuresAddress('roads', { limit: MOST_ROADS }), signal)
      return features.flatMap(kerbedOf)
    },
  }).data
  return useMemo(() => {
    const snap: Kerbs['snap'] = (at) => (enabled && roads ? (snapToKerb(at, roads) ?? at) : at)
    return {
      snap,
      divide({ geometry, properties }, count) {
        const road = roads?.find(({ id }) => id === properties.roadId)
        const places = road ? placesOnKerb(road, properties, count) : []
        return places.length === count ? places : [snap(middleOf(geometry.coordinates))]
      },
    }
  }, [enabled, roads])
}
