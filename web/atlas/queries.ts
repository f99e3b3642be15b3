import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getAsset, getCity, getHistory, getLayers, search } from '../api.ts'
import { liveState, useLiveIs } from '../live.ts'

/** How often the city is asked what it is like while the stream does not tell; and, in case it forgets something, while it does. */
const CITY_EVERY_MS = 5_000
const CITY_SELDOM_MS = 120_000
/** Rows of an instant may still come while it is hardly past. */
const HARDLY_PAST_MS = 2_000
/** After a failure the next try comes sooner, so that the page heals by itself soon after the server does. */
export const RETRY_EVERY_MS = 5_000

export const useCity = () => {
  const everyMs = useLiveIs() === 'connected' ? CITY_SELDOM_MS : CITY_EVERY_MS
  return useQuery({
    queryKey: ['city'],
    queryFn: ({ signal }) => getCity(signal, heardSeq()),
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? RETRY_EVERY_MS : everyMs),
    refetchIntervalInBackground: true,
  })
}

/** Another node than that of the stream may answer, and be behind it. */
const heardSeq = (): number | undefined => {
  const { is, seq } = liveState()
  return is === 'connected' ? seq : undefined
}

/** Counts follow the log: a new `seq` is a new picture. */
export const useLayers = (seq: number | undefined) =>
  useQuery({
    queryKey: ['layers', seq],
    queryFn: ({ signal }) => getLayers(signal, undefined, seq),
    enabled: seq !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The layers as they stood at an instant, ISO in UTC. */
export const layersAtQuery = (at: string) => ({
  queryKey: ['layers-at', at],
  queryFn: ({ signal }: { signal: AbortSignal }) => getLayers(signal, at),
  staleTime: HARDLY_PAST_MS,
  retry: 2,
})

export const useLayersAt = (at: string | undefined) =>
  useQuery({ ...layersAtQuery(at ?? ''), enabled: at !== undefined, placeholderData: keepPreviousData })

export const useAsset = (id: string | undefined, seq: number | undefined, at?: string) =>
  useQuery({
    queryKey: ['asset', id, at ?? seq],
    queryFn: ({ signal }) => getAsset(id ?? '', signal, at),
    enabled: id !== undefined,
    placeholderData: (before) => (before?.id === id ? before : undefined),
  })

export const useHistory = (id: string, seq: number | undefined, at?: string) =>
  useQuery({
    queryKey: ['history', id, at ?? seq],
    queryFn: ({ signal }) => getHistory(id, signal, at),
    placeholderData: keepPreviousData,
  })

export const useSearch = (text: string) =>
  useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: text.trim().length > 0,
    placeholderData: keepPreviousData,
  })
