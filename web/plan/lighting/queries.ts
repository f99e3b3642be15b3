import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DimmingAsked, PatrolRoute, SwitchOffsets } from '../../../server/contract/lighting.ts'
import { type Feature, getFeatures } from '../../api.ts'
import { getLightingRules, getLightingYear, getLitRate, getPatrol, tryDimming } from '../../api-lighting.ts'

const MINUTE_MS = 60_000
const KEPT = { placeholderData: keepPreviousData, staleTime: MINUTE_MS }
const ANYWHERE: [number, number, number, number] = [-180, -90, 180, 90]
const PAGE = 1_000
const LOOK_EVERY_MS = 300

export const useLitRate = (rule: string | undefined) =>
  useQuery({
    queryKey: ['lighting', 'rate', rule],
    queryFn: ({ signal }) => getLitRate(rule, signal),
    ...{ ...KEPT, refetchInterval: MINUTE_MS },
  })

export const useLightingRules = () =>
  useQuery({
    queryKey: ['lighting', 'rules'],
    queryFn: ({ signal }) => getLightingRules(signal),
    staleTime: 10 * MINUTE_MS,
  })

export const useLightingYear = (year: number, offsets: SwitchOffsets, enabled: boolean) =>
  useQuery({
    queryKey: ['lighting', 'year', year, offsets],
    queryFn: ({ signal }) => getLightingYear(year, offsets, signal),
    ...{ ...KEPT, enabled },
  })

export const useDimming = (asked: DimmingAsked, enabled: boolean) =>
  useQuery({
    queryKey: ['lighting', 'dimming', asked],
    queryFn: () => tryDimming(asked),
    ...{ ...KEPT, enabled, retry: false },
  })

/** How far it is, until it is over. */
export const usePatrol = (id: string | undefined) =>
  useQuery<PatrolRoute>({
    queryKey: ['lighting', 'patrol', id],
    queryFn: ({ signal }) => getPatrol(id ?? '', signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_EVERY_MS : false),
    ...{ staleTime: Number.POSITIVE_INFINITY, retry: false },
  })

/** The lines of all roads. */
export const useRoadLines = (enabled: boolean) =>
  useQuery({
    queryKey: ['lighting', 'roads'],
    enabled,
    queryFn: async ({ signal }) => {
      const roads: Feature[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query = { bbox: ANYWHERE, limit: PAGE, ...(cursor ? { cursor } : {}) }
        const page = await getFeatures('roads', query, signal)
        roads.push(...page.features)
        cursor = page.next
      }
      return roads
    },
    staleTime: 10 * MINUTE_MS,
  })
