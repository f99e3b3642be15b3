import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Bbox } from '../../../server/contract/geo.ts'
import { type Feature, getFeatures, type LayerPicture } from '../../api.ts'

const PAGE = 1000
/** More rows than this nobody reads; the whole is in the download. */
export const LIST_LIMIT = 5000

export interface ThingsInView {
  things: Feature[]
  /** How many there are in view; undefined while the first answer is awaited. */
  total: number | undefined
  fault: Error | null
}

/** The things of a layer within the bounds of the map, page after page up to the limit. */
export function useThingsInView(
  { id: layer, at }: Pick<LayerPicture, 'id' | 'at'>,
  bbox: Bbox,
  status: string[] | undefined,
  seq: number,
): ThingsInView {
  const query = useInfiniteQuery({
    queryKey: ['things', layer, bbox, status, at ?? seq],
    queryFn: ({ pageParam, signal }) =>
      getFeatures(layer, { bbox, status, limit: PAGE, cursor: pageParam, at }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last, pages) => (pages.length * PAGE >= LIST_LIMIT ? undefined : (last.next ?? undefined)),
    placeholderData: keepPreviousData,
    enabled: status === undefined || status.length > 0,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const none = status?.length === 0
  const pages = none ? [] : (query.data?.pages ?? [])
  return {
    things: pages.flatMap(({ features }) => features),
    total: none ? 0 : pages[0]?.numberMatched,
    fault: query.error,
  }
}
