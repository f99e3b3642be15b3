import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CrewPatch, NewCrew } from '../../../server/contract/crew.ts'
import { addCrew, changeCrew, getAllCrews, getCrew, setDuty } from '../../api-crews.ts'
import { newKey } from '../../api-send.ts'

const CREWS = ['crews']
/** Their places pass by without a row of the log. */
const READ_EVERY_MS = 30_000

export const useAllCrews = () =>
  useQuery({
    queryKey: [...CREWS, 'all'],
    queryFn: ({ signal }) => getAllCrews(signal),
    refetchInterval: READ_EVERY_MS,
  })

export const useCrew = (id: string) =>
  useQuery({ queryKey: [...CREWS, id], queryFn: ({ signal }) => getCrew(id, signal), staleTime: 0, gcTime: 0 })

export function useCrewVerbs() {
  const queries = useQueryClient()
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: CREWS })
  return {
    again: onSuccess,
    add: useMutation({ mutationFn: (given: NewCrew) => addCrew(given, newKey()), onSuccess }),
    change: useMutation({
      mutationFn: ({ id, patch, etag }: { id: string; patch: CrewPatch; etag: string }) => changeCrew(id, patch, etag),
      onSuccess,
    }),
    duty: useMutation({
      mutationFn: ({ id, onDuty }: { id: string; onDuty: boolean }) => setDuty(id, onDuty),
      onSettled: onSuccess,
    }),
  }
}
