import { useQuery, useQueryClient } from '@tanstack/react-query'
import { WallEmergency } from '../../../server/contract/wall.ts'
import { json } from '../../api.ts'
import { useLiveNews } from '../../live.ts'

/** A crew on its way is somewhere else every few seconds. */
const AGAIN_MS = 5_000

const keyOf = (id: string) => ['wall', 'emergency', id]

const getEmergency = async (id: string, signal: AbortSignal): Promise<WallEmergency> =>
  WallEmergency.parse(await json(`/api/wall/emergencies/${encodeURIComponent(id)}`, signal))

/** What a wall says of an emergency, asked for anew when its case changes and every few seconds; the last good answer is kept. Asked once for all
 *  who use it on a page. */
export function useEmergency(id: string | undefined): WallEmergency | undefined {
  const queries = useQueryClient()
  useLiveNews((news) => {
    if (id !== undefined && news.event === 'change' && news.data.entity === 'case' && news.data.entityId === id)
      void queries.invalidateQueries({ queryKey: keyOf(id) })
  })
  return useQuery({
    queryKey: keyOf(id ?? ''),
    queryFn: ({ signal }) => getEmergency(id ?? '', signal),
    enabled: id !== undefined,
    refetchInterval: AGAIN_MS,
    refetchIntervalInBackground: true,
    retry: false,
  }).data
}
