import type { LngLat } from '../contract/geo.ts'
import type { Way } from '../contract/travel.ts'
import type { Drive } from './build-net.ts'
import { cutLine } from './cut-line.ts'
import { accessSeconds, type Pace, secondsOf } from './road-pace.ts'
import type { OnRoad } from './snap-to-road.ts'

export interface Driven {
  /** Where somebody is, and wants to be. */
  from: LngLat
  to: LngLat
  start: OnRoad
  goal: OnRoad
  drives: readonly Drive[]
}

/** Drives one after the other, with what lies between the roads and the two places. */
export function wayOf({ from, to, start, goal, drives }: Driven, pace: Pace): Way {
  const offRoad = start.metres + goal.metres
  const line = [from, ...drives.flatMap(cutLine), to]
  return {
    seconds: drives.reduce((sum, drive) => sum + secondsOf(drive, pace), accessSeconds(offRoad, pace.speeds)),
    metres: drives.reduce((sum, drive) => sum + Math.abs(drive.to - drive.from), offRoad),
    line: line.filter((place, i) => i === 0 || !isSame(place, line[i - 1])),
  }
}

// Seven digits of a degree are a centimetre.
const isSame = (one: LngLat, other: LngLat | undefined): boolean =>
  other !== undefined && Math.abs(one[0] - other[0]) < 1e-7 && Math.abs(one[1] - other[1]) < 1e-7
