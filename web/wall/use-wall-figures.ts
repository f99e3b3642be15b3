import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { WallEvents, WallFigures } from '../../server/contract/wall.ts'
import { freshJson } from '../api.ts'
import { runLevel } from '../live/run-level.ts'
import { useLiveNews } from '../live.ts'
import { turnWait } from './turn-wait.ts'

const ASK_EVERY_MS = 30_000
/** However much happens. */
const AT_MOST_EVERY_MS = 2_000

export interface WallData {
  figures: WallFigures | undefined
  events: WallEvents | undefined
  /** performance.now() at which the figures came; 0 before. */
  cameAt: number
}

interface Come<Of> {
  of: Of
  cameAt: number
}

/** All that a wall says, asked for again when something changed, when time alone makes it wrong and every half minute; the last good answer stays while
 *  the server is away. */
export function useWallFigures(): WallData {
  const seq = useRef<number>(undefined)
  const figures = useAnswer<WallFigures>('figures', seq)
  const events = useAnswer<WallEvents>('events', seq)
  useAskAgain(seq)
  useAskAtTurn(figures)
  return { figures: figures?.of, events: events?.of, cameAt: figures?.cameAt ?? 0 }
}

const useAnswer = <Of>(what: 'figures' | 'events', seq: { current: number | undefined }): Come<Of> | undefined =>
  useQuery({
    queryKey: ['wall', 'data', what],
    queryFn: async ({ signal }): Promise<Come<Of>> => ({
      of: await freshJson<Of>(`/api/wall/${what}`, signal, seq.current),
      cameAt: performance.now(),
    }),
    ...{ refetchInterval: ASK_EVERY_MS, refetchIntervalInBackground: true },
  }).data

/** One question at a time: a server that needs longer for an answer than the floor is not asked anew before it has given it. */
function useAskAgain(seq: { current: number | undefined }): void {
  const queries = useQueryClient()
  const ask = useMemo(
    () => runLevel(() => queries.invalidateQueries({ queryKey: ['wall', 'data'] }), AT_MOST_EVERY_MS),
    [queries],
  )
  useLiveNews(({ event, data }) => {
    if (event !== 'change' && event !== 'gone' && event !== 'picture' && event !== 'resync') return
    seq.current = 'seq' in data ? data.seq : seq.current
    ask()
  })
}

/** A case turns late though nothing happens: the server says when, and is asked right after. */
function useAskAtTurn(figures: Come<WallFigures> | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    const wait = figures && turnWait(figures.of, performance.now() - figures.cameAt)
    if (wait === undefined) return undefined
    // An answer that is on its way may be of before; then it says so itself.
    const ask = () => void queries.invalidateQueries({ queryKey: ['wall', 'data'] }, { cancelRefetch: false })
    const timer = setTimeout(ask, wait)
    return () => clearTimeout(timer)
  }, [figures, queries])
}
