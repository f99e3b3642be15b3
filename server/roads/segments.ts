import Flatbush from 'flatbush'
import { apart, between, nearestShare, type Point } from './plane.ts'

/** The stretch of a line from its vertex `at` to the next. */
export interface Segment {
  line: number
  at: number
  a: Point
  b: Point
}

export const segmentsOf = (lines: readonly (readonly Point[])[]): Segment[] =>
  lines.flatMap((points, line) => points.slice(1).map((b, at) => ({ line, at, a: points[at] as Point, b })))

/** Segments by where they are. */
export class SegmentIndex {
  readonly #segments: readonly Segment[]
  readonly #tree: Flatbush | undefined

  constructor(segments: readonly Segment[]) {
    this.#segments = segments
    if (segments.length === 0) return
    this.#tree = new Flatbush(segments.length)
    for (const { a, b } of segments)
      this.#tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
    this.#tree.finish()
  }

  /** The numbers of those whose box comes within so many metres of this one's. */
  about({ a, b }: Pick<Segment, 'a' | 'b'>, metres: number): number[] {
    const [west, south] = [Math.min(a[0], b[0]) - metres, Math.min(a[1], b[1]) - metres]
    return this.#tree?.search(west, south, Math.max(a[0], b[0]) + metres, Math.max(a[1], b[1]) + metres) ?? []
  }

  /** The nearest that `fits`, within so many metres. */
  nearest(
    p: Point,
    metres: number,
    fits: (segment: Segment) => boolean,
  ): { segment: Segment; place: Point; metres: number } | undefined {
    let best: { segment: Segment; place: Point; metres: number } | undefined
    const isFit = (number: number): boolean => fits(this.#segments[number] as Segment)
    // The tree knows boxes: a long slanting one may be nearer by its box than by itself, so as many are looked at as it takes.
    for (let most = 8; ; most *= 4) {
      const found = this.#tree?.neighbors(p[0], p[1], most, metres, isFit) ?? []
      for (const number of found.slice(most === 8 ? 0 : most / 4)) {
        const segment = this.#segments[number] as Segment
        const place = between(segment.a, segment.b, nearestShare(segment.a, segment.b, p))
        const away = apart(p, place)
        if (away <= metres && (!best || away < best.metres)) best = { segment, place, metres: away }
      }
      const last = this.#segments[found.at(-1) ?? -1]
      if (found.length < most || !last || (best && toBox(p, last) >= best.metres)) return best
    }
  }
}

const toBox = ([x, y]: Point, { a, b }: Segment): number => {
  const beyond = (value: number, one: number, other: number): number =>
    Math.max(Math.min(one, other) - value, 0, value - Math.max(one, other))
  return Math.hypot(beyond(x, a[0], b[0]), beyond(y, a[1], b[1]))
}
