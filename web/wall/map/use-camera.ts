import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CityMap } from '../../map/city-map.ts'
import type { Part } from '../part.ts'
import { type Aim, type Moved, moveTo } from './camera-rule.ts'
import { viewOf } from './fit-view.ts'
import { isStill } from './use-screen-size.ts'
import type { Insets, Vh } from './wall-frame-insets.ts'

/** As LANGUAGE.md has it: a move of the wall's camera. */
const MOVE_MS = 1_600

export interface CameraNeeds {
  map: RefObject<CityMap | null>
  aim: Aim
  width: Vh
  insets: Insets
  part: Part | null
  now: number
}

export interface Camera {
  /** What the camera was sent to last. */
  moved: Moved | undefined
  isMoving: boolean
  /** Where it was sent is where it is wanted now: between two moves it waits. */
  isThere: boolean
  /** The map says that it stands. */
  stands(): void
  /** Another map took its place, maybe in the middle of a flight: it is put where it belongs. */
  again(): void
}

/** Sends the map to its aim, as often as the rule lets it. `now` goes on every second. */
export function useCamera({ map, aim, width, insets, part, now }: CameraNeeds): Camera {
  const [moved, setMoved] = useState<Moved>()
  const [isMoving, setMoving] = useState(false)
  const frame = JSON.stringify(insets)
  /** The frame and the screen that the camera was sent there for: another frame before the same picture is another picture. */
  const sent = useRef({ frame, width })
  useEffect(() => {
    if (!map.current) return
    const last = moved && { key: moved.key + sent.current.frame, at: moved.at }
    const isOtherScreen = sent.current.width !== width
    const move = isOtherScreen ? 'jump' : moveTo({ ...aim, key: aim.key + frame }, last, now, part !== null)
    if (!move) return
    sent.current = { frame, width }
    const instant = move === 'jump' || isStill()
    if (!instant) setMoving(true)
    map.current.flyTo(viewOf(aim.target, { width, insets, part }), { instant, ms: MOVE_MS })
    setMoved({ key: aim.key, at: now })
  }, [map, aim, moved, now, part, width, insets, frame])
  return {
    ...{ moved, isMoving, isThere: moved?.key === aim.key && sent.current.frame === frame },
    stands: () => setMoving(false),
    again: () => {
      setMoving(false)
      setMoved(undefined)
    },
  }
}
