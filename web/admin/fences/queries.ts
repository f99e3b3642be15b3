import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GeofencePatch, NewGeofence } from '../../../server/contract/geofence.ts'
import { addFence, type CrossingQuery, changeFence, getCrossings, getFence, getFences } from '../../api-fences.ts'
import { newKey } from '../../api-send.ts'

const FENCES = ['fences']
/** Crews come and go while the page is looked at. */
const READ_EVERY_MS = 20_000

/** With those that have ended. */
export const useAllFences = () =>
  useQuery({ queryKey: [...FENCES, 'all'], queryFn: ({ signal }) => getFences({ ended: true }, signal) })

export const useFence = (id: string) =>
  useQuery({ queryKey: [...FENCES, id], queryFn: ({ signal }) => getFence(id, signal), staleTime: 0, gcTime: 0 })

export const useCrossings = (asked: CrossingQuery | undefined) =>
  useQuery({
    queryKey: ['crossings', asked],
    queryFn: ({ signal }) => (asked ? getCrossings(asked, signal) : []),
    enabled: asked !== undefined,
    refetchInterval: READ_EVERY_MS,
  })

export function useFenceVerbs() {
  const queries = useQueryClient()
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: FENCES })
  return {
    add: useMutation({ mutationFn: (given: NewGeofence) => addFence(given, newKey()), onSuccess }),
    change: useMutation({
      mutationFn: ({ id, patch, etag }: { id: string; patch: GeofencePatch; etag: string }) =>
        changeFence(id, patch, etag),
      onSuccess,
    }),
  }
}
