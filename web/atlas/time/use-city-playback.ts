import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { layersAtQuery } from '../queries.ts'
import { instantOf, type Moment, type Reach, stepMoment } from './city-moment.ts'

export interface CityPlayback {
  playing: boolean
  stepHours: number
  setStepHours: (hours: number) => void
  toggle: () => void
  stop: () => void
}

/** The shortest time that a moment stays, so that one sees what changed. */
const STEP_MS = 500

/** Walks through the city's moments. A step is made when the one before is drawn, and the next is asked for meanwhile. */
export function useCityPlayback(
  at: Moment | undefined,
  reach: Reach,
  drawn: boolean,
  move: (at: Moment) => void,
): CityPlayback {
  const [playing, setPlaying] = useState(false)
  const [stepHours, setStepHours] = useState(1)
  const client = useQueryClient()
  const act = useRef({ move, reach })
  act.current = { move, reach }
  useEffect(() => {
    if (at === undefined) setPlaying(false)
    if (!playing || !drawn || at === undefined) return
    const next = stepMoment(at, stepHours, act.current.reach)
    if (next === at) return setPlaying(false)
    void client.prefetchQuery(layersAtQuery(instantOf(next)))
    const timer = setTimeout(() => act.current.move(next), STEP_MS)
    return () => clearTimeout(timer)
  }, [playing, drawn, at, stepHours, client])
  return { playing, stepHours, setStepHours, toggle: () => setPlaying(!playing), stop: () => setPlaying(false) }
}
