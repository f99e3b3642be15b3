import { around, distance, type Line, type Point, type Ring } from './geometry.ts'

// Catmull-Rom: passes through every given place.
function curve(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const at = (k: 0 | 1): number =>
    0.5 *
    (2 * b[k] +
      (c[k] - a[k]) * t +
      (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
      (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t)
  return [at(0), at(1)]
}

/** A bending line through a few places, one place about every `step` metres. */
export function smoothLine(places: Line, step: number): Line {
  const out: Line = []
  for (let i = 0; i + 1 < places.length; i++) {
    const [b, c] = [places[i] as Point, places[i + 1] as Point]
    const count = Math.max(1, Math.round(distance(b, c) / step))
    for (let k = 0; k < count; k++) out.push(curve(places[i - 1] ?? b, b, c, places[i + 2] ?? c, k / count))
  }
  return [...out, places[places.length - 1] as Point]
}

/** The same, closed. */
export function smoothRing(places: Ring, step: number): Ring {
  return places.flatMap((b, i) => {
    const [a, c, d] = [around(places, i - 1), around(places, i + 1), around(places, i + 2)]
    const count = Math.max(1, Math.round(distance(b, c) / step))
    return Array.from({ length: count }, (_, k) => curve(a, b, c, d, k / count))
  })
}
