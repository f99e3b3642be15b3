import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NewPerson, PersonPatch } from '../../../server/contract/person.ts'
import {
  addPerson,
  changePerson,
  endPersonSession,
  getPeople,
  getPerson,
  getPersonSessions,
  makeLink,
} from '../../api-admin.ts'
import { newKey } from '../../api-send.ts'

const PEOPLE = ['people']
const SESSIONS_EVERY_MS = 15_000

export const usePeople = () => useQuery({ queryKey: PEOPLE, queryFn: ({ signal }) => getPeople(signal) })

/** With the ETag that a change must name, so never out of a cache that is older than the drawer. */
export const usePerson = (id: string) =>
  useQuery({ queryKey: [...PEOPLE, id], queryFn: ({ signal }) => getPerson(id, signal), staleTime: 0, gcTime: 0 })

export const usePersonSessions = (id: string) =>
  useQuery({
    queryKey: [...PEOPLE, id, 'sessions'],
    queryFn: ({ signal }) => getPersonSessions(id, signal),
    ...{ staleTime: 0, refetchInterval: SESSIONS_EVERY_MS },
  })

/** What changes people; every list of them is read anew after it. */
export function usePeopleVerbs() {
  const queries = useQueryClient()
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: PEOPLE })
  return {
    add: useMutation({ mutationFn: (given: NewPerson) => addPerson(given, newKey()), onSuccess }),
    change: useMutation({
      mutationFn: ({ id, patch, etag }: { id: string; patch: PersonPatch; etag: string }) =>
        changePerson(id, patch, etag),
      onSuccess,
    }),
    invite: useMutation({ mutationFn: makeLink }),
    signOut: useMutation({
      mutationFn: ({ id, session }: { id: string; session: string }) => endPersonSession(id, session),
      onSettled: onSuccess,
    }),
  }
}
