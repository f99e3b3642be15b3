import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getLayers, type LayerPicture } from '../api.ts'
import { runLevel } from '../live/run-level.ts'
import { useLiveNews } from '../live.ts'

const KEY = ['layers', 'plan'] as const
/** A planner looks at months: a storm of edits is drawn seldom. */
const GAP_MS = 5_000

/** The catalogue's layers with the versions of their data, as things change. */
export function usePlanLayers(): LayerPicture[] | undefined {
  const queries = useQueryClient()
  const again = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: KEY }), GAP_MS), [queries])
  useLiveNews((news) => {
    if (news.event === 'resync') again()
    if (news.event === 'change' && (news.data.entity === 'asset' || news.data.entity === 'import')) again()
  })
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => getLayers(signal), staleTime: 60_000 }).data
}
