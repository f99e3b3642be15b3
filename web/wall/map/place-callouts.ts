import type { Insets, Vh } from './wall-frame-insets.ts'

/** A place in vh from the top left of the whole wall. */
export type Spot = readonly [x: Vh, y: Vh]

export interface ToCall {
  id: string
  at: Spot
  width: Vh
  height: Vh
}

export interface Callout {
  id: string
  /** Top left of its words. */
  x: Vh
  y: Vh
  /** Where the line from the mark meets the words. */
  line: readonly [from: Spot, to: Spot]
  side: number
}

/** From the mark to the nearest corner of the words: upwards before downwards, as words over a roof are read. */
const REACHES: readonly Spot[] = [
  ...([8, 12, 17] as const).flatMap((far): Spot[] => [
    [-far * 0.5, -far],
    [far * 0.5, -far],
    [-far * 1.1, -far * 0.45],
    [far * 1.1, -far * 0.45],
    [-far * 0.6, far * 0.8],
    [far * 0.6, far * 0.8],
    [-far * 1.1, far * 0.2],
    [far * 1.1, far * 0.2],
  ]),
]
/** Half of the mark of a late case, and the air around words. */
const MARK = 1.7
const AIR = 0.8
/** Words under a mark look as if they were of what is below it. */
const BELOW = 6
/** They stay where they were rather than come a little nearer. */
const KEPT = 8
/** Less than KEPT: words come where no crew is, and stay when one drives under them. */
const CREW = 6
/** A line over another mark seems to be of that one. */
const OVER = 5

interface Box {
  x: Vh
  y: Vh
  width: Vh
  height: Vh
}

/** `seams`: edges between two screens, from the left. `crews`: where they are now. */
interface Wall {
  width: Vh
  insets: Insets
  seams?: readonly Vh[]
  crews?: readonly Spot[]
}

/** Where the words of late cases stand, the first of them first: within what is left between header, columns and foot, and over no other words.
 *  No words lie over a seam. A mark under them costs as much as a line twice as long, a crew less. One that finds no room has none. `before`: the
 *  sides of the last time, which are kept as long as there is room. */
export function placeCallouts(
  things: readonly ToCall[],
  marks: readonly Spot[],
  { width, insets, seams = [], crews = [] }: Wall,
  before: ReadonlyMap<string, number> = new Map(),
): Callout[] {
  const placed: (Callout & Box)[] = []
  const anchors = things.map(({ at }) => at)
  for (const thing of things) {
    const fitting = REACHES.flatMap((reach, side) => {
      const box = boxAt(thing, reach)
      if (!isInside(box, width, insets) || seams.some((at) => at > box.x - AIR && at < box.x + box.width + AIR))
        return []
      if (placed.some((other) => overlap(box, other)) || anchors.some((at) => isUnder(at, box))) return []
      const line = lineOf(thing.at, box)
      if (placed.some((other) => cross(line, other.line) || runsOver(line, other) || runsOver(other.line, box)))
        return []
      const crossed = marks.filter((at) => isBy(at, line)).length
      const covered = marks.filter((at) => isUnder(at, box)).length
      const driven = crews.filter((at) => isUnder(at, box)).length
      const kept = before.get(thing.id) === side ? KEPT : 0
      const cost =
        Math.hypot(...reach) + (reach[1] > 0 ? BELOW : 0) + 14 * covered + CREW * driven + OVER * crossed - kept
      return [{ ...box, side, line, cost }]
    })
    const best = fitting.sort((a, b) => a.cost - b.cost)[0]
    if (best) placed.push({ id: thing.id, ...best })
  }
  return placed.map(({ id, x, y, line, side }) => ({ id, x, y, line, side }))
}

/** The words begin over the line's end where it leads to the right, and end there where it leads to the left. */
function boxAt({ at: [x, y], width, height }: ToCall, [dx, dy]: Spot): Box {
  const left = dx < 0 ? x + dx - width * 0.55 : x + dx - width * 0.25
  return { x: left, y: dy < 0 ? y + dy - height : y + dy, width, height }
}

const isInside = ({ x, y, width, height }: Box, whole: Vh, { left, right, top, bottom }: Insets): boolean =>
  x >= left && y >= top && x + width <= whole - right && y + height <= 100 - bottom

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + AIR && b.x < a.x + a.width + AIR && a.y < b.y + b.height + AIR && b.y < a.y + a.height + AIR

const isUnder = ([x, y]: Spot, box: Box): boolean =>
  x > box.x - MARK && x < box.x + box.width + MARK && y > box.y - MARK && y < box.y + box.height + MARK

/** From the edge of the mark to the nearest point of the edge of the words that faces it. */
function lineOf([x, y]: Spot, box: Box): readonly [Spot, Spot] {
  const to: Spot = [
    Math.min(Math.max(x, box.x + 0.4), box.x + box.width - 0.4),
    y < box.y ? box.y - 0.2 : box.y + box.height + 0.2,
  ]
  const far = Math.hypot(to[0] - x, to[1] - y) || 1
  return [[x + ((to[0] - x) / far) * MARK, y + ((to[1] - y) / far) * MARK], to]
}

/** Whether a line leads over words, or touches them. */
function runsOver(line: readonly [Spot, Spot], { x, y, width, height }: Box): boolean {
  const [left, right, top, bottom] = [x - AIR / 2, x + width + AIR / 2, y - AIR / 2, y + height + AIR / 2]
  const falling: readonly [Spot, Spot] = [
    [left, top],
    [right, bottom],
  ]
  const rising: readonly [Spot, Spot] = [
    [left, bottom],
    [right, top],
  ]
  const isIn = line.some(([px, py]) => px > left && px < right && py > top && py < bottom)
  return isIn || cross(line, falling) || cross(line, rising)
}

/** Whether a mark lies on a line, but for the one at its begin. */
function isBy([x, y]: Spot, [[ax, ay], [bx, by]]: readonly [Spot, Spot]): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return along > 0.05 && Math.hypot(x - ax - along * dx, y - ay - along * dy) < MARK * 0.7
}

function cross([a, b]: readonly [Spot, Spot], [c, d]: readonly [Spot, Spot]): boolean {
  const turn = (p: Spot, q: Spot, r: Spot): number => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}
