import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { getFeatures } from '../../api.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { nearestRoad } from '../../map/nearest-road.ts'
import { useSpotDesk } from './spot-desk.tsx'

/** What a cell is called: the road beside it, else its number. */
export function usePlaceNames(): (cell: string) => string {
  const { t } = useTranslation()
  const { reading } = useSpotDesk()
  const bounds = useCityName()?.bounds
  const roads = useQuery({
    queryKey: ['roads', 'names', bounds],
    queryFn: ({ signal }) => getFeatures('roads', { bbox: bounds ?? [0, 0, 0, 0], limit: 10_000 }, signal),
    ...{ staleTime: Number.POSITIVE_INFINITY, enabled: Boolean(bounds) },
    select: ({ features }) => features.map(({ geometry, properties }) => ({ name: properties.name, geometry })),
  }).data
  const { cells } = reading
  const rings = useMemo(() => new Map(cells.map(({ id, ring }) => [id, ring])), [cells])
  return useMemo(() => {
    const known = new Map<string, string>()
    return (cell) => {
      const name = known.get(cell) ?? nameOf(cell)
      known.set(cell, name)
      return name
    }
    function nameOf(cell: string): string {
      const ring = rings.get(cell)
      const road = ring && nearestRoad(middleOf(ring), roads ?? [])?.name
      return road ? t('blind.near', { road }) : t('spots.cellNumber', { cell: cell.split(':').slice(1).join(':') })
    }
  }, [rings, roads, t])
}

/** Of a closed square. */
export const middleOf = (ring: readonly LngLat[]): LngLat => {
  const [[west, south] = [0, 0], , [east, north] = [0, 0]] = ring
  return [(west + east) / 2, (south + north) / 2]
}
