import { lerp } from './curve.ts'
import { tightFrame } from './frame.ts'
import {
  around,
  distance,
  distanceToSegment,
  isInside,
  type Line,
  type Point,
  type Ring,
  ringArea,
} from './geometry.ts'
import type { Random } from './random.ts'

/** How a part of town is cut into blocks. */
export interface SplitStyle {
  /** Size of a block, m². */
  target: number
  /** How far a cut may turn from square, radians. */
  tilt: number
  /** How far a cut may bow, as a share of its length. */
  bow: number
}

export interface Cut {
  line: Line
  depth: number
  /** m² of what was cut. */
  cutArea: number
}

interface End {
  place: Point
  /** Side of the ring that it lies on. */
  side: number
}

// Ends nearer than this become one crossing; two T-junctions so close read as a mistake.
const SNAP_METRES = 17

/** Splits a face by lanes until its parts are near the target. A cut always ends on an edge, so lanes meet in T-junctions, as in real towns. */
export class BlockSplitter {
  readonly cuts: Cut[] = []
  readonly #ends = new Ends()
  readonly #chance: Random
  readonly #bent: boolean

  /** @param bent whether ground may bend so far that a straight cut could leave it: such cuts are then refused */
  constructor(chance: Random, { bent = false }: { bent?: boolean } = {}) {
    this.#chance = chance
    this.#bent = bent
  }

  /** Answers with what is left: the parts that were not cut again. */
  split(ring: Ring, style: SplitStyle, depth = 0): Ring[] {
    const area = ringArea(ring)
    if (area < style.target * 1.35 || depth > 6) return [ring]
    const cut = this.cut(ring, style)
    if (!cut) return [ring]
    this.cuts.push({ line: cut.line, depth, cutArea: area })
    return cut.parts.flatMap((part) => this.split(part, style, depth + 1))
  }

  /** One cut, from side to side; undefined where none fits. */
  cut(ring: Ring, style: SplitStyle): { line: Line; parts: Ring[] } | undefined {
    const ends = this.#acrossTheMiddle(ring, style)
    if (!ends) return undefined
    const [from, to] = ends.map((end) => this.#snapped(end, ring)) as [End, End]
    if (from.side === to.side) return undefined
    const line = this.#bowed(from.place, to.place, ring, style.bow)
    if (this.#bent && !staysInside(line, ring)) return undefined
    const parts = [
      [...line.toReversed(), ...sidesBetween(ring, from.side, to.side)],
      [...line, ...sidesBetween(ring, to.side, from.side)],
    ]
    if (parts.some((part) => ringArea(part) < style.target * 0.28)) return undefined
    return { line, parts: parts.map(withoutRepeats) }
  }

  #acrossTheMiddle(ring: Ring, { tilt }: SplitStyle): [End, End] | undefined {
    const frame = tightFrame(ring)
    if (!frame || frame.height < 34) return undefined
    const share = this.#chance.range(0.4, 0.6)
    const origin = frame.at(frame.x0 + frame.width * share, (frame.y0 + frame.y1) / 2)
    const angle = Math.atan2(frame.axis[0], -frame.axis[1]) + this.#chance.range(-tilt, tilt)
    const hits = crossings(ring, origin, [Math.cos(angle), Math.sin(angle)])
    const before = hits.findLastIndex((hit) => hit.t <= 0)
    const a = hits[before]
    const b = hits[before + 1]
    return a && b && distance(a.place, b.place) >= 24 ? [a, b] : undefined
  }

  #snapped(end: End, ring: Ring): End {
    const near = this.#ends.near(end.place)
    if (!near) {
      this.#ends.add(end.place)
      return end
    }
    const side = ring.findIndex((a, i) => distanceToSegment(near, a, around(ring, i + 1)) < 0.5)
    return side < 0 ? end : { place: near, side }
  }

  #bowed(a: Point, b: Point, ring: Ring, bow: number): Line {
    const length = distance(a, b)
    if (length <= 55) return [a, b]
    const depth = this.#chance.range(-bow, bow) * length
    const left: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
    const middle = (length > 110 ? [0.3, 0.6, 0.85] : [0.5]).map((t): Point => {
      const aside = depth * Math.sin(Math.PI * t) + (length > 110 ? this.#chance.range(-2, 2) : 0)
      return [lerp(a[0], b[0], t) + left[0] * aside, lerp(a[1], b[1], t) + left[1] * aside]
    })
    return middle.every((p) => isInside(p, ring)) ? [a, ...middle, b] : [a, b]
  }
}

/** Where cuts ended so far, in cells of the snapping distance: a district has tens of thousands. */
class Ends {
  readonly #cells = new Map<number, { place: Point; order: number }[]>()
  #count = 0

  add(place: Point): void {
    const key = cellOf(place, 0, 0)
    const entry = { place, order: this.#count++ }
    const cell = this.#cells.get(key)
    if (cell) cell.push(entry)
    else this.#cells.set(key, [entry])
  }

  /** The earliest end within the snapping distance. */
  near(place: Point): Point | undefined {
    let earliest: { place: Point; order: number } | undefined
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const entry of this.#cells.get(cellOf(place, dx, dy)) ?? [])
          if (distance(entry.place, place) < SNAP_METRES && !(earliest && earliest.order < entry.order))
            earliest = entry
    return earliest?.place
  }
}

const cellOf = ([x, y]: Point, dx: number, dy: number): number =>
  (Math.floor(x / SNAP_METRES) + dx) * 99991 + Math.floor(y / SNAP_METRES) + dy

/** Asked about every 12 m; the ends lie on the ring itself. */
function staysInside(line: Line, ring: Ring): boolean {
  return line.slice(1).every((b, i) => {
    const a = line[i] as Point
    const count = Math.max(3, Math.ceil(distance(a, b) / 12))
    return Array.from({ length: count - 1 }, (_, k) => (k + 1) / count).every((t) =>
      isInside([lerp(a[0], b[0], t), lerp(a[1], b[1], t)], ring),
    )
  })
}

/** Where the line through `origin` meets the ring, in the order of the way along it. */
function crossings(ring: Ring, origin: Point, [dx, dy]: Point): (End & { t: number })[] {
  const hits: (End & { t: number })[] = []
  ring.forEach((p, side) => {
    const q = around(ring, side + 1)
    const ex = q[0] - p[0]
    const ey = q[1] - p[1]
    const cross = dx * ey - dy * ex
    if (Math.abs(cross) < 1e-9) return
    const t = ((p[0] - origin[0]) * ey - (p[1] - origin[1]) * ex) / cross
    const v = ((p[0] - origin[0]) * dy - (p[1] - origin[1]) * dx) / cross
    if (v >= 0 && v < 1) hits.push({ t, side, place: [origin[0] + dx * t, origin[1] + dy * t] })
  })
  return hits.sort((a, b) => a.t - b.t)
}

/** Corners of the ring from the end of side `from` to the start of side `to`. */
function sidesBetween(ring: Ring, from: number, to: number): Ring {
  const out: Ring = []
  for (let i = (from + 1) % ring.length, guard = 0; guard <= ring.length; i = (i + 1) % ring.length, guard++) {
    out.push(ring[i] as Point)
    if (i === to) break
  }
  return out
}

const withoutRepeats = (ring: Ring): Ring => ring.filter((p, i) => distance(p, around(ring, i - 1)) > 0.3)
