import { useEffect, useRef, useState } from 'react'

export interface Pace {
  /** Days that a step moves. */
  stepDays: number
  stepsPerSecond: number
}

export interface Playback {
  playing: boolean
  pace: Pace
  setPace: (pace: Pace) => void
  toggle: () => void
  stop: () => void
}

/** Calls `begin` when it is switched on, then `step` at a pace until that answers that the end is reached. Nothing here asks the server: the points are in memory. */
export function usePlayback(begin: () => void, step: (days: number) => boolean): Playback {
  const [playing, setPlaying] = useState(false)
  const [pace, setPace] = useState<Pace>({ stepDays: 1, stepsPerSecond: 4 })
  const act = useRef(step)
  act.current = step
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => {
      if (!act.current(pace.stepDays)) setPlaying(false)
    }, 1000 / pace.stepsPerSecond)
    return () => clearInterval(timer)
  }, [playing, pace])
  return {
    playing,
    pace,
    setPace,
    toggle: () => {
      if (!playing) begin()
      setPlaying(!playing)
    },
    stop: () => setPlaying(false),
  }
}
