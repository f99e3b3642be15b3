import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { callScene, getRemote } from '../../api-scenes.ts'

const REMOTE = ['wall', 'remote']

/** What each wall is made to show, and how to make it show another; for who may. */
export function useScreenScenes(enabled: boolean) {
  const queries = useQueryClient()
  const { data } = useQuery({
    ...{ queryKey: REMOTE, queryFn: ({ signal }: { signal: AbortSignal }) => getRemote(signal), enabled },
    refetchInterval: 15_000,
  })
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: REMOTE })
  const call = useMutation({
    networkMode: 'always',
    mutationFn: ({ screenId, scene }: { screenId: string; scene: string | null }) => callScene(screenId, { scene }),
    onSettled: again,
  })
  return { remote: data, call, again }
}
