import Flatbush from 'flatbush'
import type { LngLat } from '../../contract/geo.ts'
import { METRES_PER_DEGREE, planeAround } from '../../contract/local-plane.ts'

/** A road as it is looked over. */
export interface Street {
  id: string
  name: string
  class: string
  /** Between the kerbs. */
  widthM: number
  strict: boolean
  lines: readonly (readonly LngLat[])[]
}

/** One of the lines that a road is drawn in. */
export interface Part {
  /** Its number among the parts. */
  index: number
  street: Street
  /** Of the lines of its road. */
  line: number
  halfWidth: number
  /** Metres on the plane, x and y by turns. */
  points: Float64Array
  /** Metres along it of each of its points. */
  along: Float64Array
  length: number
  /** It ends where it begins. */
  closed: boolean
}

/** All streets, laid out on a plane and found by place. */
export interface StreetMap {
  parts: readonly Part[]
  /** Metres east and north of the middle of the city. */
  toPlane: (at: LngLat) => [x: number, y: number]
  toPlace: (x: number, y: number) => LngLat
  /** Every stretch between two points of a part, in a box up to its kerbs. */
  tree: Flatbush | undefined
  /** By the number of a stretch: its part, and its first point there. */
  segmentPart: Uint32Array
  segmentAt: Uint32Array
}

/** Two places drawn so near are one. */
const SAME_METRES = 0.5

/** @param origin near the middle of the streets: the plane is true to 0.04 % within 5 km of it; lengths are measured place by place */
export function layOutStreets(streets: readonly Street[], origin: LngLat): StreetMap {
  const toPlane = planeAround(origin)
  const perLng = METRES_PER_DEGREE * Math.cos((origin[1] * Math.PI) / 180)
  const parts = streets.flatMap((street) => street.lines.map((line, at) => ({ street, line, at })))
  const laid = parts
    .filter(({ line }) => line.length > 1)
    .map(({ street, line, at }, index) => partOf(street, line, at, index, toPlane))
  const count = laid.reduce((sum, { along }) => sum + along.length - 1, 0)
  const [segmentPart, segmentAt] = [new Uint32Array(count), new Uint32Array(count)]
  const tree = count > 0 ? new Flatbush(count) : undefined
  let segment = 0
  for (const { index, points, along, halfWidth } of laid)
    for (let at = 0; at + 1 < along.length; at++) {
      const [x, y, u, v] = [points[at * 2], points[at * 2 + 1], points[at * 2 + 2], points[at * 2 + 3]] as Four
      tree?.add(
        Math.min(x, u) - halfWidth,
        Math.min(y, v) - halfWidth,
        Math.max(x, u) + halfWidth,
        Math.max(y, v) + halfWidth,
      )
      segmentPart[segment] = index
      segmentAt[segment++] = at
    }
  tree?.finish()
  const toPlace = (x: number, y: number): LngLat => [origin[0] + x / perLng, origin[1] + y / METRES_PER_DEGREE]
  return { parts: laid, toPlane, toPlace, tree, segmentPart, segmentAt }
}

type Four = [number, number, number, number]

function partOf(
  street: Street,
  line: readonly LngLat[],
  at: number,
  index: number,
  toPlane: StreetMap['toPlane'],
): Part {
  const points = new Float64Array(line.length * 2)
  const along = new Float64Array(line.length)
  let length = 0
  for (const [i, place] of line.entries()) {
    points.set(toPlane(place), i * 2)
    const before = line[i - 1]
    if (before) length += metresOf(before, place)
    along[i] = length
  }
  const [first, last] = [line[0], line.at(-1)]
  const closed = line.length > 3 && first !== undefined && last !== undefined && metresOf(first, last) < SAME_METRES
  return { index, street, line: at, halfWidth: street.widthM / 2, points, along, length, closed }
}

/** Between two places near each other, true at their own latitude. */
export const metresOf = ([lng, lat]: LngLat, [u, v]: LngLat): number =>
  METRES_PER_DEGREE * Math.hypot((u - lng) * Math.cos(((lat + v) * Math.PI) / 360), v - lat)
