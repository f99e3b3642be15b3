import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { useCrews } from '../../case/queries.ts'
import { runLevel } from '../../live/run-level.ts'
import { useLiveNews } from '../../live.ts'
import { positionOf, type Trails, trailOf, withPlace } from './crew-trails.ts'
import type { DeskCrew } from './desk-crew.ts'
import { onceAFrame } from './once-a-frame.ts'

/** Each case that is dispatched changes what a crew has in hand. */
const GAP_MS = 5_000
const NONE: Trails = new Map()

/** The crews and where they are, as they move. */
export function useDeskCrews(): DeskCrew[] {
  const queries = useQueryClient()
  const crews = useCrews().data
  const trails = useRef(NONE)
  const drawing = useMemo(() => onceAFrame(), [])
  const readAgain = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: ['crews'] }), GAP_MS), [queries])
  useLiveNews((news) => {
    if (news.event === 'position') {
      trails.current = withPlace(trails.current, news.data)
      drawing.ask()
    } else if (news.event === 'change' && (news.data.entity === 'crew' || news.data.entity === 'case')) readAgain()
    else if (news.event === 'resync' || news.event === 'picture') readAgain()
  })
  const moved = useSyncExternalStore(drawing.subscribe, () => trails.current)
  return useMemo(
    () =>
      (crews ?? []).map(({ position, openCases: _, stale: _s, ...crew }) => ({
        crew,
        position: positionOf(moved, crew.id, position),
        trail: trailOf(moved, crew.id),
      })),
    [crews, moved],
  )
}
