import { apart, between, crossing, nearestShare, type Point } from './plane.ts'
import { type Segment, SegmentIndex, segmentsOf } from './segments.ts'

/** A stretch of a line between two joints. */
export interface Piece {
  /** Which of the lines. */
  line: number
  /** Numbers of joints; its points run from the first to the second. */
  from: number
  to: number
  points: Point[]
}

/** A road drawn up to the kerb of another one leads into it: half of a wide road and a pavement. */
const CARRIED_ON_METRES = 14
/** Drawn apart by less, two places are one. */
const SAME_METRES = 1

/** Cuts lines where they cross or touch, and puts them together there; a line that ends just before another is carried on to it. What goes
 *  over another on a bridge is joined to it, too: the roads say no levels. In short steps. */
export function* joinLines(
  drawn: readonly (readonly Point[])[],
): Generator<void, { joints: Point[]; pieces: Piece[] }> {
  const lines = yield* carriedOn(drawn)
  const joints = new Joints()
  const pieces: Piece[] = []
  for (const [line, cuts] of (yield* cutsOf(lines)).entries()) {
    pieces.push(...piecesOf(lines[line] ?? [], cuts, line, joints))
    yield
  }
  return { joints: joints.places, pieces }
}

function* carriedOn(lines: readonly (readonly Point[])[]): Generator<void, (readonly Point[])[]> {
  const segments = segmentsOf(lines)
  const index = new SegmentIndex(segments)
  const towards = (end: Point | undefined, line: number): Point[] => {
    const found = end && index.nearest(end, CARRIED_ON_METRES, (other) => other.line !== line)
    return found && found.metres > SAME_METRES ? [found.place] : []
  }
  const carried: (readonly Point[])[] = []
  for (const [line, points] of lines.entries()) {
    carried.push([...towards(points[0], line), ...points, ...towards(points.at(-1), line)])
    yield
  }
  return carried
}

/** Where each line is cut: its vertex before, and the share of the way to the next one, in one number. */
function* cutsOf(lines: readonly (readonly Point[])[]): Generator<void, number[][]> {
  const segments = segmentsOf(lines)
  const index = new SegmentIndex(segments)
  const cuts: number[][] = lines.map((points) => [0, points.length - 1])
  for (const [number, one] of segments.entries()) {
    yield
    for (const otherNumber of index.about(one, SAME_METRES)) {
      const other = segments[otherNumber]
      if (!other || otherNumber <= number) continue
      if (other.line === one.line && other.at - one.at <= 1) continue
      for (const { first, second } of meetings(one, other)) {
        cuts[one.line]?.push(one.at + first)
        cuts[other.line]?.push(other.at + second)
      }
    }
  }
  return cuts
}

function meetings({ a, b }: Segment, { a: c, b: d }: Segment): { first: number; second: number }[] {
  const across = crossing(a, b, c, d)
  if (across) return [across]
  const touches = ([p, q]: readonly [Point, Point], end: Point): number | undefined => {
    const share = nearestShare(p, q, end)
    return apart(between(p, q, share), end) <= SAME_METRES ? share : undefined
  }
  const byEnds = ([0, 1] as const).flatMap((end) => {
    const [onFirst, onSecond] = [touches([a, b], end ? d : c), touches([c, d], end ? b : a)]
    return [
      ...(onFirst === undefined ? [] : [{ first: onFirst, second: end }]),
      ...(onSecond === undefined ? [] : [{ first: end, second: onSecond }]),
    ]
  })
  return byEnds
}

function piecesOf(points: readonly Point[], cuts: number[], line: number, joints: Joints): Piece[] {
  const inOrder = [...new Set(cuts)].sort((a, b) => a - b)
  const placeAt = (cut: number): Point => {
    const vertex = Math.min(Math.floor(cut), points.length - 2)
    return between(points[vertex] as Point, points[vertex + 1] as Point, cut - vertex)
  }
  return inOrder.slice(1).flatMap((cut, i): Piece[] => {
    const before = inOrder[i] ?? 0
    const inside = points.slice(Math.floor(before) + 1, Math.ceil(cut))
    const run = [placeAt(before), ...inside, placeAt(cut)]
    const [from, to] = [joints.at(run[0] as Point), joints.at(run.at(-1) as Point)]
    const length = run.reduce((sum, place, at) => sum + apart(run[at - 1] ?? place, place), 0)
    return from === to && length <= CARRIED_ON_METRES ? [] : [{ line, from, to, points: run }]
  })
}

/** Places where lines meet; those within SAME_METRES are one. */
class Joints {
  readonly places: Point[] = []
  readonly #cells = new Map<string, number[]>()

  at(place: Point): number {
    const [x, y] = [Math.floor(place[0] / SAME_METRES), Math.floor(place[1] / SAME_METRES)]
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const known of this.#cells.get(`${x + dx} ${y + dy}`) ?? [])
          if (apart(this.places[known] as Point, place) <= SAME_METRES) return known
    const number = this.places.push(place) - 1
    this.#cells.set(`${x} ${y}`, [...(this.#cells.get(`${x} ${y}`) ?? []), number])
    return number
  }
}
