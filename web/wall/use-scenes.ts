import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Scene, Scenes } from '../../server/contract/wall.ts'
import { json } from '../api.ts'
import { useLiveNews } from '../live.ts'
import { keepPlace, keptPlace } from './kept-place.ts'
import { type Part, sceneByClock } from './part.ts'
import { findPlace, isCalled, type Round, stepRound } from './round.ts'

/** News bring an edit at once; this is for what was missed. */
const ASK_EVERY_MS = 60_000
const STEP_MS = 250
const KEY = ['wall', 'scenes']

export interface Shown {
  scene: Scene
  /** In the round, from 0. */
  index: number
  of: number
  /** Somebody made the wall show it. */
  isCalled: boolean
  /** When it began by the server's clock, Unix ms, where that is the same for every screen. */
  since: number | undefined
}

/** The scene that a wall shows: what it was made to show, else its round, which an alarm holds (W7). The screens of one video wall take it from the
 *  server's clock and so are in step. `now`: that clock, Unix ms. Undefined until the scenes were read. */
export function useScenes({
  now,
  held,
  part,
}: {
  now: () => number
  held: boolean
  part: Part | null
}): Shown | undefined {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => json<Scenes>('/api/wall/scenes', signal),
    ...{ refetchInterval: ASK_EVERY_MS, refetchIntervalInBackground: true },
  })
  const queries = useQueryClient()
  useLiveNews((news) => {
    if (news.event === 'change' && news.data.entity === 'scene') void queries.invalidateQueries({ queryKey: KEY })
  })
  const [shown, setShown] = useState<{ id: string; isCalled: boolean; since: number | undefined }>()
  const needs = useRef({ now, held, part })
  useEffect(() => {
    needs.current = { now, held, part }
  })
  const round = useRef<Round>(undefined)
  useEffect(() => {
    if (!data) return undefined
    const { scenes, remote } = data
    let at = performance.now()
    const step = (): void => {
      const { now: clock, held: isHeld, part: of } = needs.current
      const passed = performance.now() - at
      at += passed
      const called = isCalled(remote, clock(), scenes)
      const before = round.current ?? findPlace(keptPlace(), scenes)
      const stays = isHeld || called
      const next = of && !stays ? placeByClock(scenes, clock()) : stepRound(before, stays ? 0 : passed, scenes)
      if (next.id !== round.current?.id) keepPlace(next)
      round.current = next
      const id = called ? remote.scene : next.id
      const since = called ? Date.parse(remote.calledAt) : of && !stays ? clock() - next.shownMs : undefined
      setShown((last) => {
        const isSame = last?.id === id && last.isCalled === called
        // The clock is read with a fraction of a millisecond; a held scene goes on as it began.
        const isOther = called
          ? since !== last?.since
          : since !== undefined && Math.abs(since - (last?.since ?? 0)) > 50
        return isSame && !isOther ? last : { id, isCalled: called, since }
      })
    }
    step()
    const timer = setInterval(step, STEP_MS)
    return () => clearInterval(timer)
  }, [data])
  const index = data?.scenes.findIndex(({ id }) => id === shown?.id) ?? -1
  const scene = data?.scenes[index]
  return scene && shown && data
    ? { scene, index, of: data.scenes.length, isCalled: shown.isCalled, since: shown.since }
    : undefined
}

function placeByClock(scenes: readonly Scene[], now: number): Round {
  const { index, since } = sceneByClock(scenes, now)
  return { id: scenes[index]?.id ?? '', index, shownMs: now - since }
}
