import { useEffect, useReducer } from 'react'
import { type Replay, replayAfter, replayOf } from './replay.ts'

/** A tab in the background gets no frames: what passed meanwhile is not made up for. */
const LONGEST_FRAME_MS = 250

/** A player over a span (Unix ms) that runs by the frames of the screen. Give it a `key` of the span: another span is another player. */
export function usePlayer(from: number, to: number): [Replay, (step: Parameters<typeof replayAfter>[1]) => void] {
  const [replay, act] = useReducer(replayAfter, undefined, () => replayOf(from, to))
  const { playing } = replay
  useEffect(() => {
    if (!playing) return undefined
    let before = performance.now()
    let frame = requestAnimationFrame(function next(now) {
      act({ do: 'tick', ms: Math.min(LONGEST_FRAME_MS, now - before) })
      before = now
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing])
  return [replay, act]
}
