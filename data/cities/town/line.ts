import { clamp } from './curve.ts'
import { around, between, distance, distanceToSegment, first, type Line, last, type Point } from './geometry.ts'

export function lineLength(line: Line): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1] as Point, line[i] as Point)
  return sum
}

/** A place on a line and the direction of travel there. */
export interface Station {
  place: Point
  direction: Point
}

/** The place `metres` along the line; before its start and past its end, the end itself. */
export function along(line: Line, metres: number): Station {
  let rest = metres
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point
    const b = line[i] as Point
    const length = distance(a, b)
    if (rest <= length || i === line.length - 1) {
      const l = length || 1
      return { place: between(a, b, clamp(rest / l, 0, 1)), direction: [(b[0] - a[0]) / l, (b[1] - a[1]) / l] }
    }
    rest -= length
  }
  return { place: first(line), direction: [1, 0] }
}

/** The place `metres` to the left of a station (negative: to the right). */
export const leftOf = ({ place, direction }: Station, metres: number): Point => [
  place[0] - direction[1] * metres,
  place[1] + direction[0] * metres,
]

/** Douglas-Peucker. */
export function simplify(line: Line, tolerance: number): Line {
  if (line.length < 3) return line
  const keep = new Uint8Array(line.length)
  keep[0] = keep[line.length - 1] = 1
  const stack: [number, number][] = [[0, line.length - 1]]
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [from, to] = range
    let worst = tolerance
    let index = -1
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(line[i] as Point, line[from] as Point, line[to] as Point)
      if (d > worst) {
        worst = d
        index = i
      }
    }
    if (index < 0) continue
    keep[index] = 1
    stack.push([from, index], [index, to])
  }
  return line.filter((_, i) => keep[i])
}

export const simplifyRing = (ring: Line, tolerance: number): Line =>
  simplify([...ring, first(ring)], tolerance).slice(0, -1)

/** Chaikin's corner cutting, for tracks with hairpins. */
export function rounded(line: Line, times: number): Line {
  if (times === 0) return line
  const out: Line = [first(line)]
  for (let i = 0; i + 1 < line.length; i++) {
    const a = around(line, i)
    const b = around(line, i + 1)
    out.push(between(a, b, 0.25), between(a, b, 0.75))
  }
  return rounded([...out, last(line)], times - 1)
}

/** Pieces of `segments` segments each, sharing their ends. */
export function chop(line: Line, segments: number): Line[] {
  const out: Line[] = []
  for (let i = 0; i < line.length - 1; i += segments) out.push(line.slice(i, i + segments + 1))
  return out
}
