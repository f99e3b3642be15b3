import type { QueryClient } from '@tanstack/react-query'
import type { Scenes } from '../../../server/contract/wall.ts'
import { getCity, getLayers, json } from '../../api.ts'
import type { Me } from '../../api-people.ts'

/** Asks for what a wall begins with while its own files are still on their way, so that the first that is drawn has all it needs. Faults are for who
 *  asks next: these are the same questions under the same names. A screen that is not paired is refused most of them, and is not to ask. */
export async function fetchAhead(queries: QueryClient): Promise<void> {
  const me = await queries
    .fetchQuery({ queryKey: ['me'], queryFn: ({ signal }) => json<Me>('/api/me', signal) })
    .catch(() => undefined)
  if (!me?.actor?.roles.includes('screen')) return
  void queries.prefetchQuery({ queryKey: ['city'], queryFn: ({ signal }) => getCity(signal) })
  void queries.prefetchQuery({ queryKey: ['layers', 'wall'], queryFn: ({ signal }) => getLayers(signal) })
  void queries.prefetchQuery({
    queryKey: ['wall', 'scenes'],
    queryFn: ({ signal }) => json<Scenes>('/api/wall/scenes', signal),
  })
}
