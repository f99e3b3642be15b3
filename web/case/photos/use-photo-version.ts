import { type QueryClient, useQuery } from '@tanstack/react-query'

const keyOf = (id: string) => ['photo-version', id]

/** Which version of a photo was made while the page is open; undefined as long as it is the one that came with the page. */
export const usePhotoVersion = (id: string): number | undefined =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: () => 0,
    initialData: 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  }).data || undefined

export const photoChanged = (queries: QueryClient, { id, version }: { id: string; version: number }): void => {
  queries.setQueryData(keyOf(id), version)
}
