import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { HEAT_MIME } from '../../../server/contract/heat.ts'
import type { WallFigures } from '../../../server/contract/wall.ts'
import { getCity, getFeatures, request } from '../../api.ts'
import { type HeatColumns, readHeat } from '../../map/read-heat.ts'
import { countMinus, type MinusArea } from './count-minus.ts'

/** A pattern of thirty days does not change with one case. */
const AGAIN_MS = 5 * 60_000
const NO_AREAS = 1_000

/** What the public said minus what the bureau looked at, by area; `error` where the heats cannot be had. */
export function useMinus({ complaints, inspections }: WallFigures['minus']): {
  areas: MinusArea[] | undefined
  isLost: boolean
} {
  const said = useHeat(complaints)
  const looked = useHeat(inspections)
  const city = useQuery({ queryKey: ['city'], queryFn: ({ signal }) => getCity(signal) }).data
  const bbox = city?.bounds
  const grids = useQuery({
    queryKey: ['responsibility-grids', bbox],
    queryFn: ({ signal }) =>
      getFeatures('responsibility-grids', { bbox: bbox ?? [0, 0, 0, 0], limit: NO_AREAS }, signal),
    ...{ staleTime: AGAIN_MS, enabled: Boolean(bbox) },
  }).data
  const origin = city?.centre
  const areas = useMemo(() => {
    if (!said.data || !looked.data || !grids || !origin) return undefined
    const named = grids.features.map(({ geometry, properties }) => ({ name: properties.name, geometry }))
    return countMinus(said.data, looked.data, { areas: named, origin })
  }, [said.data, looked.data, grids, origin])
  return { areas, isLost: areas === undefined && (said.isError || looked.isError) }
}

const useHeat = (address: string) =>
  useQuery({
    queryKey: ['wall', 'heat', address],
    queryFn: ({ signal }): Promise<HeatColumns> => fetchHeat(address, signal),
    ...{ staleTime: AGAIN_MS, refetchInterval: AGAIN_MS, gcTime: AGAIN_MS },
  })

async function fetchHeat(address: string, signal: AbortSignal): Promise<HeatColumns> {
  const answer = await request(address, { headers: { accept: HEAT_MIME }, signal })
  return readHeat(await answer.arrayBuffer())
}
