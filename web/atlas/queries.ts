import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getAsset, getCity, getHistory, getLayers, search } from '../api.ts'

/** How soon an edit is on every map. It asks for one small answer; what has not changed is not asked for again. */
const CITY_EVERY_MS = 2_000
/** After a failure the next try comes sooner, so that the page heals by itself soon after the server does. */
export const RETRY_EVERY_MS = 5_000

export const useCity = () =>
  useQuery({
    queryKey: ['city'],
    queryFn: ({ signal }) => getCity(signal),
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? RETRY_EVERY_MS : CITY_EVERY_MS),
    refetchIntervalInBackground: true,
  })

/** Counts follow the log: a new `seq` is a new picture. */
export const useLayers = (seq: number | undefined) =>
  useQuery({
    queryKey: ['layers', seq],
    queryFn: ({ signal }) => getLayers(signal),
    enabled: seq !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The layers as they stood at an instant, ISO in UTC. Rows of that instant may still come while it is hardly past. */
export const layersAtQuery = (at: string) => ({
  queryKey: ['layers-at', at],
  queryFn: ({ signal }: { signal: AbortSignal }) => getLayers(signal, at),
  staleTime: CITY_EVERY_MS,
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
