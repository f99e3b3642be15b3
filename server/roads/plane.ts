import type { LngLat } from '../contract/geo.ts'
import { METRES_PER_DEGREE } from '../contract/local-plane.ts'

/** East and north in metres. */
export type Point = readonly [x: number, y: number]

/** A plane in metres that is true around a place: 0.1 % off 10 km north or south of it. Lengths are measured on the sphere. */
export class Plane {
  readonly #squeeze: number

  constructor([, lat]: LngLat) {
    this.#squeeze = Math.cos((lat * Math.PI) / 180)
  }

  point([lng, lat]: LngLat): Point {
    return [lng * this.#squeeze * METRES_PER_DEGREE, lat * METRES_PER_DEGREE]
  }

  place([x, y]: Point): LngLat {
    return [x / (this.#squeeze * METRES_PER_DEGREE), y / METRES_PER_DEGREE]
  }
}

export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

export const apart = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])

/** How far along a segment (0 … 1) the place of it lies that is nearest to `p`. */
export function nearestShare(a: Point, b: Point, p: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const square = dx * dx + dy * dy
  return square === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square))
}

/** Where two segments cross, as shares of each; undefined where they do not, or lie along each other. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { first: number; second: number } | undefined {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const area = ux * vy - uy * vx
  if (area === 0) return undefined
  const [wx, wy] = [c[0] - a[0], c[1] - a[1]]
  const first = (wx * vy - wy * vx) / area
  const second = (wx * uy - wy * ux) / area
  return first >= 0 && first <= 1 && second >= 0 && second <= 1 ? { first, second } : undefined
}
