import type { LngLat } from '../../../server/contract/geo.ts'

/** Something that moves over the map: a crew. */
export interface Mover {
  id: string
  /** What its pill says; a stale one says how old its place is in it. */
  label: string
  lngLat: LngLat
  /** Degrees clockwise from north; null where it stands or nobody knows. */
  headingDeg: number | null
  /** Where it has been, oldest first. */
  trail: readonly LngLat[]
  /** Its place is old: drawn hollow. */
  stale: boolean
  /** Among those that fit what is opened; 1 is the best. */
  rank: number | null
}

/** What a mover is to whoever has the mouse. */
export interface Marked {
  /** Its card is open. */
  chosen: string | null
  /** Something is being dragged over it that it would take. */
  target: string | null
}

/** Slower than this nobody goes anywhere: a phone's own noise would turn the wedge. */
const STANDS_KMH = 2
/** A step shorter than this is noise. */
const STEP_METRES = 8

/** Where it is heading, degrees clockwise from north: as it says, else as its last steps go; null where it stands. */
export function headingOf(
  position: { headingDeg: number | null; speedKmh: number | null; location: LngLat },
  trail: readonly LngLat[],
): number | null {
  const { headingDeg, speedKmh, location } = position
  if (speedKmh !== null && speedKmh < STANDS_KMH) return null
  if (headingDeg !== null) return headingDeg
  const from = trail.findLast((place) => metresBetween(place, location) >= STEP_METRES)
  return from ? bearingOf(from, location) : null
}

const METRES_A_DEGREE = 111_195

/** Flat, which is right to a millimetre over a step. */
const offset = ([lng, lat]: LngLat, to: LngLat): [east: number, north: number] => [
  (to[0] - lng) * METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180),
  (to[1] - lat) * METRES_A_DEGREE,
]

const metresBetween = (from: LngLat, to: LngLat): number => Math.hypot(...offset(from, to))

export function bearingOf(from: LngLat, to: LngLat): number {
  const [east, north] = offset(from, to)
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
}
