import type { LngLat } from './geo.ts'
import { planeAround } from './local-plane.ts'

/** A closed ring made ready for asking often where a place is to it. */
export interface FenceShape {
  /** Metres east and north of the ring's first corner. */
  plane: (at: LngLat) => [east: number, north: number]
  east: readonly number[]
  north: readonly number[]
  /** West, south, east, north in degrees. */
  box: readonly [number, number, number, number]
  /** Metres from the edge to about the innermost place: on a grid, so a little less than the truth. */
  depth: number
}

const GRID = 24

export function shapeOf(ring: readonly LngLat[]): FenceShape {
  const plane = planeAround(ring[0] ?? [0, 0])
  const corners = ring.map(plane)
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
  const box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const
  const shape = { plane, box, east: corners.map(([east]) => east), north: corners.map(([, north]) => north), depth: 0 }
  for (let x = 0; x < GRID; x++)
    for (let y = 0; y < GRID; y++) {
      const at: LngLat = [along(box[0], box[2], x), along(box[1], box[3], y)]
      shape.depth = Math.max(shape.depth, metresInside(shape, at))
    }
  return shape
}

const along = (from: number, to: number, step: number): number => from + ((to - from) * (step + 0.5)) / GRID

/** Metres from a place to the edge: positive inside, negative outside. */
export function metresInside({ plane, east, north }: FenceShape, at: LngLat): number {
  const [x, y] = plane(at)
  let [nearest, inside] = [Number.POSITIVE_INFINITY, false]
  for (let corner = 0; corner + 1 < east.length; corner++) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [east[corner], north[corner], east[corner + 1], north[corner + 1]]
    const [dx, dy] = [x2 - x1, y2 - y1]
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / dy) * dx) inside = !inside
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
    const [ex, ey] = [x - x1 - dx * share, y - y1 - dy * share]
    nearest = Math.min(nearest, ex * ex + ey * ey)
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest)
}

/** What a closed ring holds, m². */
export function squareMetresOf(ring: readonly LngLat[]): number {
  const corners = ring.map(planeAround(ring[0] ?? [0, 0]))
  let twice = 0
  corners.forEach(([x, y], at) => {
    const [nextX, nextY] = corners[at + 1] ?? corners[0] ?? [x, y]
    twice += x * nextY - nextX * y
  })
  return Math.abs(twice) / 2
}

/** Whether the ring meets itself anywhere but from one side to the next. */
export function crossesItself(ring: readonly LngLat[]): boolean {
  const sides = ring.length - 1
  for (let a = 0; a < sides; a++)
    for (let b = a + 1; b < sides; b++) {
      const [a1, a2, b1, b2] = [ring[a], ring[a + 1], ring[b], ring[b + 1]]
      if (!a1 || !a2 || !b1 || !b2) continue
      const areNext = b === a + 1 || (a === 0 && b === sides - 1)
      if (areNext ? turnsBack(a1, a2, b1, b2) : meet(a1, a2, b1, b2)) return true
    }
  return false
}

/** Twice the area of the triangle: its sign says on which side of the line from `a` to `b` the place `c` lies. */
const side = (a: LngLat, b: LngLat, c: LngLat): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const within = (a: LngLat, b: LngLat, c: LngLat): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1])

function meet(a1: LngLat, a2: LngLat, b1: LngLat, b2: LngLat): boolean {
  const [p, q, r, s] = [side(a1, a2, b1), side(a1, a2, b2), side(b1, b2, a1), side(b1, b2, a2)]
  if (Math.sign(p) !== Math.sign(q) && Math.sign(r) !== Math.sign(s)) return true
  return (
    (p === 0 && within(a1, a2, b1)) ||
    (q === 0 && within(a1, a2, b2)) ||
    (r === 0 && within(b1, b2, a1)) ||
    (s === 0 && within(b1, b2, a2))
  )
}

/** Two sides that share a corner, and lie on each other. */
function turnsBack(a1: LngLat, a2: LngLat, b1: LngLat, b2: LngLat): boolean {
  const [from, corner, to] = a2[0] === b1[0] && a2[1] === b1[1] ? [a1, a2, b2] : [a2, a1, b1]
  if (side(from, corner, to) !== 0) return false
  return (corner[0] - from[0]) * (to[0] - corner[0]) + (corner[1] - from[1]) * (to[1] - corner[1]) < 0
}
