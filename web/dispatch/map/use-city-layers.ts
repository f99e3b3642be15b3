import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getLayers, type LayerPicture } from '../../api.ts'
import { runLevel } from '../../live/run-level.ts'
import { useLiveNews } from '../../live.ts'

const KEY = ['layers', 'desk'] as const
/** A storm of edits is asked for as often as the desk wants to draw it. */
const GAP_MS = 1_000

/** The catalogue's layers with the versions of their data, as things change. */
export function useCityLayers(): LayerPicture[] | undefined {
  const queries = useQueryClient()
  const again = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: KEY }), GAP_MS), [queries])
  useLiveNews((news) => {
    if (news.event === 'resync') again()
    if (news.event === 'change' && (news.data.entity === 'asset' || news.data.entity === 'import')) again()
  })
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => getLayers(signal), staleTime: 60_000 }).data
}
