import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WallRemote } from '../../server/contract/wall.ts'
import { callScene, getRemote } from '../api-scenes.ts'
import { useLiveNews } from '../live.ts'
import { callOf, granted, type Wish, wished } from './remote-state.ts'

const REMOTE = ['wall', 'remote']
/** A wall tells of itself every 15 s. */
const AGAIN_MS = 5_000

/** The walls with what they show; asked for anew every few seconds, and when somebody calls a scene. */
export function useRemote(enabled: boolean) {
  const queries = useQueryClient()
  useLiveNews(({ event, data }) => {
    if (event === 'change' && (data.entity === 'scene' || data.entity === 'screen'))
      void queries.invalidateQueries({ queryKey: REMOTE })
  })
  return useQuery({
    queryKey: REMOTE,
    queryFn: ({ signal }) => getRemote(signal),
    refetchInterval: AGAIN_MS,
    staleTime: 0,
    enabled,
  })
}

/** Calls a scene: what is wished is shown at once, and taken back when it is refused. `now` is by the server's clock. */
export function useCall(now: number) {
  const queries = useQueryClient()
  const change = (make: (picture: WallRemote) => WallRemote): void => {
    queries.setQueryData<WallRemote>(REMOTE, (picture) => picture && make(picture))
  }
  return useMutation({
    // Without a network the wish is refused at once: a scene that comes when the phone has one again is a surprise.
    networkMode: 'always',
    mutationFn: (wish: Wish) => callScene(wish.screenId, callOf(wish)),
    async onMutate(wish) {
      await queries.cancelQueries({ queryKey: REMOTE })
      const before = queries.getQueryData<WallRemote>(REMOTE)?.screens.find(({ id }) => id === wish.screenId)
      change((picture) => wished(picture, wish, now))
      return before?.remote ?? null
    },
    onSuccess: (remote, { screenId }) => change((picture) => granted(picture, screenId, remote)),
    onError: (_, { screenId }, before) => change((picture) => granted(picture, screenId, before ?? null)),
    onSettled: () => queries.invalidateQueries({ queryKey: REMOTE }),
  })
}
