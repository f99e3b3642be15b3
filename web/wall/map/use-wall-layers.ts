import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getLayers, type LayerPicture } from '../../api.ts'
import { runLevel } from '../../live/run-level.ts'
import { useLiveNews } from '../../live.ts'

const KEY = ['layers', 'wall'] as const
/** A thing that changed is on the wall so soon. */
const GAP_MS = 2_000
const READ_EVERY_MS = 300_000

/** The catalogue's layers with the versions of their data, as things change. */
export function useWallLayers(): LayerPicture[] | undefined {
  const queries = useQueryClient()
  const again = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: KEY }), GAP_MS), [queries])
  useLiveNews((news) => {
    if (news.event === 'resync' || news.event === 'picture') again()
    if (news.event === 'change' && (news.data.entity === 'asset' || news.data.entity === 'import')) again()
  })
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => getLayers(signal), refetchInterval: READ_EVERY_MS }).data
}
