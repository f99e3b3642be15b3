import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LandfillWhatIf } from '../../../server/contract/landfill.ts'
import type { ReadingQuantity } from '../../../server/contract/reading.ts'
import { getFeatures } from '../../api.ts'
import { getLandfills, getReadings, tryLandfill } from '../../api-landfill.ts'

/** Gateways tell every few minutes. */
const AGAIN_MS = 60_000
/** The whole earth: a landfill's cells are few, and are told apart by what they say of themselves. */
const ANYWHERE: [number, number, number, number] = [-180, -90, 180, 90]

export const useLandfills = () =>
  useQuery({
    queryKey: ['landfills'],
    queryFn: ({ signal }) => getLandfills(signal),
    ...{ staleTime: AGAIN_MS / 2, refetchInterval: AGAIN_MS },
  })

/** P10 to P90 of what is tried; the middle is known before. Null asks nothing. */
export const useCompared = (id: string | undefined, asked: LandfillWhatIf | null) =>
  useQuery({
    queryKey: ['landfills', 'what-if', id, asked],
    queryFn: () => tryLandfill(id ?? '', asked ?? {}),
    enabled: id !== undefined && asked !== null,
    ...{ placeholderData: keepPreviousData, staleTime: AGAIN_MS, retry: false },
  })

const LAYERS = ['landfills', 'landfill-cells', 'landfill-wells', 'landfill-flares'] as const

/** The shapes of landfills, their cells, wells and flares. */
export const useLandfillShapes = () =>
  useQuery({
    queryKey: ['landfills', 'shapes'],
    queryFn: async ({ signal }) =>
      (await Promise.all(LAYERS.map((layer) => getFeatures(layer, { bbox: ANYWHERE, limit: 500 }, signal)))).flatMap(
        ({ features }) => features,
      ),
    ...{ staleTime: AGAIN_MS, refetchInterval: AGAIN_MS },
  })

/** What was measured at a well or a flare in the last 90 days. */
export const useReadings = (thing: string, quantity: ReadingQuantity) =>
  useQuery({
    queryKey: ['readings', thing, quantity],
    queryFn: ({ signal }) => getReadings(thing, quantity, signal),
    staleTime: AGAIN_MS,
  })
