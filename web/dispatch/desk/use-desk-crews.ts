import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { getWhereabouts } from '../../api-tracks.ts'
import { useCrews } from '../../case/queries.ts'
import { runLevel } from '../../live/run-level.ts'
import { useLiveNews } from '../../live.ts'
import { CrewTrails } from './crew-trails.ts'
import type { DeskCrew } from './desk-crew.ts'
import { onceAFrame } from './once-a-frame.ts'

/** Each case that is dispatched changes what a crew has in hand. */
const GAP_MS = 5_000
/** A crew sends a place every 10 s: four pictures a second of all of them are no less, and a tenth of the work of one a frame. */
const PACE_MS = 250

/** The crews and where they are, as they move: whoever uses it is drawn anew four times a second. */
export function useDeskCrews(): DeskCrew[] {
  const queries = useQueryClient()
  const crews = useCrews().data
  const trails = useMemo(() => new CrewTrails(), [])
  const [moved, setMoved] = useState(0)
  const drawing = useMemo(() => onceAFrame(() => PACE_MS), [])
  useEffect(() => drawing.subscribe(() => setMoved((n) => n + 1)), [drawing])
  const readAgain = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: ['crews'] }), GAP_MS), [queries])
  // Where it fails, what is heard draws them from now on.
  const readWays = useMemo(
    () =>
      runLevel(async () => {
        trails.load(await getWhereabouts())
        drawing.ask()
      }, GAP_MS),
    [trails, drawing],
  )
  useEffect(() => readWays(), [readWays])
  useLiveNews((news) => {
    if (news.event === 'position') {
      if (trails.hear(news.data)) drawing.ask()
    } else if (news.event === 'change' && (news.data.entity === 'crew' || news.data.entity === 'case')) readAgain()
    else if (news.event === 'resync' || news.event === 'picture') {
      readAgain()
      readWays()
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trails change in place, and say so by `moved`
  return useMemo(
    () =>
      (crews ?? []).map(({ position, openCases: _, stale: _s, ...crew }) => ({
        crew,
        position: trails.positionOf(crew.id, position),
        trail: trails.lineOf(crew.id),
      })),
    [crews, trails, moved],
  )
}
