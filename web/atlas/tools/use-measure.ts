import { useState } from 'react'
import type { LngLat } from '../../../server/contract/geo.ts'

export interface Measuring {
  on: boolean
  points: LngLat[]
  toggle: () => void
  add: (point: LngLat) => void
  undo: () => void
  close: () => void
}

/** The line being measured. It is not in the address: it is a question, not a picture. */
export function useMeasure(): Measuring {
  const [on, setOn] = useState(false)
  const [points, setPoints] = useState<LngLat[]>([])
  const close = (): void => {
    setOn(false)
    setPoints([])
  }
  return {
    on,
    points,
    close,
    toggle: () => (on ? close() : setOn(true)),
    add: (point) => setPoints((before) => [...before, point]),
    undo: () => setPoints((before) => before.slice(0, -1)),
  }
}
