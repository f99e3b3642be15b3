import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { getMe, type Me, signOut } from '../api-people.ts'
import { reopenLive } from '../live.ts'

const ME = ['me']
/** A session may end by itself; who looks at a page for long is told within so long. */
const ASK_EVERY_MS = 5 * 60_000

export const useMe = () =>
  useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => getMe(signal),
    staleTime: ASK_EVERY_MS,
    refetchInterval: ASK_EVERY_MS,
    retry: 1,
  })

/** Who asks; undefined while that is not known, null for a guest. */
export const useActor = (): Me['actor'] | undefined => useMe().data?.actor

/** Somebody came or went: whatever was read before was for another. */
export async function meChanged(queries: QueryClient): Promise<void> {
  reopenLive()
  const asked = await queries.fetchQuery({ queryKey: ME, queryFn: () => getMe(), staleTime: 0 })
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me', type: 'inactive' })
  queries.setQueryData(ME, asked)
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
}

/** Ends the session and goes to where one signs in. The page is loaded anew: nothing of the person stays in it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await signOut().catch(() => undefined)
    queries.clear()
    location.assign('/sign-in')
  }
}
