import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { runLevel } from '../live/run-level.ts'
import { type LiveNews, useLiveIs, useLiveNews } from '../live.ts'

/** A storm of edits is asked for as often as the page can draw it. */
const GAP_MS = 250

/** Whether the atlas has to look again, which shows row `seq` of the log. Cases and visits are not on it but in the heat, and in the time that
 *  the data is of: they wait for the next pulse. */
export function isForAtlas(news: LiveNews, seq: number | undefined): boolean {
  if (news.event === 'resync' || news.event === 'unreadable') return true
  if (news.event === 'pulse' || news.event === 'picture') return seq !== undefined && news.data.seq !== seq
  return news.event === 'change' && ['asset', 'city', 'import'].includes(news.data.entity)
}

/** Keeps what the page knows of the city level with the log. `seq`: the row that it knows of. */
export function useLiveCity(seq: number | undefined): void {
  const queries = useQueryClient()
  const is = useLiveIs()
  const lookAgain = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: ['city'] }), GAP_MS), [queries])
  useLiveNews((news) => {
    if (isForAtlas(news, seq)) lookAgain()
  })
  // The stream is the first to know that the server is gone; whether it is, the next answer tells.
  useEffect(() => {
    if (is === 'waiting') lookAgain()
  }, [is, lookAgain])
}
