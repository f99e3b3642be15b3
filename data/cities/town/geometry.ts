/** A place in metres east and north of the city's origin. */
export type Point = [x: number, y: number]
/** A closed outline without its first place repeated. */
export type Ring = Point[]
/** The outer ring, then holes. */
export type Polygon = Ring[]
export type Line = Point[]

/** The i-th, counted round and round, also backwards. */
export function around<T>(items: readonly T[], i: number): T {
  const n = items.length
  if (n === 0) throw new Error('nothing to go around')
  return items[((i % n) + n) % n] as T
}

export const first = <T>(items: readonly T[]): T => around(items, 0)
export const last = <T>(items: readonly T[]): T => around(items, -1)

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

export const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

/** Square metres; above 0 when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Point
    const b = (ring[i + 1] ?? ring[0]) as Point
    sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum / 2
}

export const ringArea = (ring: Ring): number => Math.abs(signedArea(ring))

/** Square metres, holes taken off. */
export const polygonArea = (polygon: Polygon): number =>
  polygon.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * ringArea(ring), 0)

export const totalArea = (polygons: Polygon[]): number => polygons.reduce((sum, p) => sum + polygonArea(p), 0)

export function centroid(ring: Ring): Point {
  let sum = 0
  let x = 0
  let y = 0
  for (let i = 0; i < ring.length; i++) {
    const a = around(ring, i)
    const b = around(ring, i + 1)
    const cross = a[0] * b[1] - b[0] * a[1]
    sum += cross
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return Math.abs(sum) < 1e-9 ? first(ring) : [x / (3 * sum), y / (3 * sum)]
}

export function isInside([x, y]: Point, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Point
    const b = ring[j] as Point
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

export const isInPolygon = (p: Point, polygon: Polygon): boolean =>
  polygon.every((ring, i) => isInside(p, ring) === (i === 0))

export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}

export type Box = [west: number, south: number, east: number, north: number]

export function boxOf(points: Iterable<Point>): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x
    if (y < box[1]) box[1] = y
    if (x > box[2]) box[2] = x
    if (y > box[3]) box[3] = y
  }
  return box
}

/** A ring of `count` places around a middle; `radius` in x and y may change with the angle. */
export const blob = (count: number, at: (angle: number) => Point): Ring =>
  Array.from({ length: count }, (_, k) => at((k / count) * 2 * Math.PI))
