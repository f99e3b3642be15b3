import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LandfillOutlook, LandfillWhatIf } from '../../../server/contract/landfill.ts'
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

const LAYERS = ['landfills', 'landfill-cells', 'landfill-wells'] as const

/** The shapes of landfills, their cells and wells. */
export const useLandfillShapes = () =>
  useQuery({
    queryKey: ['landfills', 'shapes'],
    queryFn: async ({ signal }) =>
      (await Promise.all(LAYERS.map((layer) => getFeatures(layer, { bbox: ANYWHERE, limit: 500 }, signal)))).flatMap(
        ({ features }) => features,
      ),
    ...{ staleTime: AGAIN_MS, refetchInterval: AGAIN_MS },
  })

/** Levels of a well of the last 90 days. */
export const useLevels = (well: LandfillOutlook['wells'][number] | undefined) =>
  useQuery({
    queryKey: ['readings', well?.id],
    queryFn: ({ signal }) => getReadings(well?.id ?? '', 'leachate-level-m', signal),
    enabled: well !== undefined,
    staleTime: AGAIN_MS,
  })
