import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SceneSet } from '../../../server/contract/wall.ts'
import { getLayers } from '../../api.ts'
import { getScenes, putScenes, resetScenes } from '../../api-scenes.ts'
import { useLiveNews } from '../../live.ts'

const SCENES = ['scenes']

/** The round as it stands; asked for anew when somebody changes it. */
export function useSceneSet() {
  const queries = useQueryClient()
  useLiveNews(({ event, data }) => {
    if (event === 'change' && data.entity === 'scene') void queries.invalidateQueries({ queryKey: SCENES })
  })
  return useQuery({ queryKey: SCENES, queryFn: ({ signal }) => getScenes(signal), staleTime: 0 })
}

export const useLayerNames = () =>
  useQuery({ queryKey: ['layers', 'place'], queryFn: ({ signal }) => getLayers(signal) }).data

export function useSceneVerbs() {
  const queries = useQueryClient()
  const onSettled = (): Promise<void> => queries.invalidateQueries({ queryKey: SCENES })
  return {
    save: useMutation({
      mutationFn: ({ set, etag }: { set: SceneSet; etag: string }) => putScenes(set, etag),
      onSettled,
    }),
    reset: useMutation({ mutationFn: (etag: string) => resetScenes(etag), onSettled }),
  }
}
