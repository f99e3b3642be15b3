import Flatbush from 'flatbush'
import FlatQueue from 'flatqueue'

/** The ways that may be gone on foot, as columns: between joints, in metres. */
export interface WalkWays {
  joints: number
  from: Uint32Array
  to: Uint32Array
  metres: Float64Array
  /** First point of each way's line; one more than ways. */
  start: Uint32Array
  lng: Float64Array
  lat: Float64Array
}

/** A place's way to the roads. */
export interface OnWay {
  way: number
  /** From the way's first point. */
  along: number
  /** Straight to it. */
  aside: number
}

/** Farther than this from any way they say nothing. */
const FARTHEST_ASIDE_METRES = 500

/** Ways on foot, found by place. */
export class WalkNet {
  readonly ways: WalkWays
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #tree: Flatbush | undefined
  readonly #segmentWay: Uint32Array
  readonly #segmentAt: Uint32Array
  readonly #waysOf: number[][]

  constructor(ways: WalkWays, toPlane: (at: [number, number]) => [number, number]) {
    this.ways = ways
    this.#x = new Float64Array(ways.lng.length)
    this.#y = new Float64Array(ways.lng.length)
    for (let i = 0; i < ways.lng.length; i++) {
      const [x, y] = toPlane([ways.lng[i] as number, ways.lat[i] as number])
      this.#x[i] = x
      this.#y[i] = y
    }
    const segments = Math.max(0, ways.lng.length - ways.metres.length)
    this.#segmentWay = new Uint32Array(segments)
    this.#segmentAt = new Uint32Array(segments)
    this.#tree = segments > 0 ? new Flatbush(segments) : undefined
    this.#waysOf = Array.from({ length: ways.joints }, () => [])
    let segment = 0
    for (let way = 0; way < ways.metres.length; way++) {
      this.#waysOf[ways.from[way] as number]?.push(way)
      this.#waysOf[ways.to[way] as number]?.push(way)
      for (let at = ways.start[way] as number; at + 1 < (ways.start[way + 1] as number); at++) {
        const [x, y, u, v] = [this.#x[at], this.#y[at], this.#x[at + 1], this.#y[at + 1]] as [
          number,
          number,
          number,
          number,
        ]
        this.#tree?.add(Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v))
        this.#segmentWay[segment] = way
        this.#segmentAt[segment++] = at
      }
    }
    this.#tree?.finish()
  }

  /** The nearest way to a place on the plane; undefined where none is near. */
  snap(x: number, y: number): OnWay | undefined {
    // A long slanting stretch may be nearer by its box than by itself, so the box is made larger until it holds the nearest.
    for (let reach = 60; ; reach = Math.min(FARTHEST_ASIDE_METRES, reach * 3)) {
      let best: OnWay | undefined
      for (const segment of this.#tree?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
        const near = this.#nearestOn(segment, x, y)
        if (!best || near.aside < best.aside) best = near
      }
      if (best && best.aside <= reach) return best
      if (reach === FARTHEST_ASIDE_METRES) return undefined
    }
  }

  #nearestOn(segment: number, x: number, y: number): OnWay {
    const [way, at] = [this.#segmentWay[segment] as number, this.#segmentAt[segment] as number]
    const [ax, ay] = [this.#x[at] as number, this.#y[at] as number]
    const [dx, dy] = [(this.#x[at + 1] as number) - ax, (this.#y[at + 1] as number) - ay]
    const square = dx * dx + dy * dy
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square))
    const aside = Math.hypot(ax + dx * share - x, ay + dy * share - y)
    return { way, along: this.#alongOf(way, at, share), aside }
  }

  /** On the plane, brought to the way's own length. */
  #alongOf(way: number, at: number, share: number): number {
    let [before, all] = [0, 0]
    for (let i = this.ways.start[way] as number; i + 1 < (this.ways.start[way + 1] as number); i++) {
      const step = Math.hypot(
        (this.#x[i + 1] as number) - (this.#x[i] as number),
        (this.#y[i + 1] as number) - (this.#y[i] as number),
      )
      if (i < at) before += step
      else if (i === at) before += step * share
      all += step
    }
    return all > 0 ? (before / all) * (this.ways.metres[way] as number) : 0
  }

  /** Metres on foot from the nearest of some places to each joint, as far as `most` (Dijkstra from all of them at once). */
  metresFrom(places: readonly OnWay[], most: number): Float64Array {
    const { ways } = this
    const metres = new Float64Array(ways.joints).fill(Number.POSITIVE_INFINITY)
    const open = new FlatQueue<number>()
    const reach = (joint: number, at: number): void => {
      if (at > most || at >= (metres[joint] as number)) return
      metres[joint] = at
      open.push(joint, at)
    }
    for (const { way, along, aside } of places) {
      reach(ways.from[way] as number, aside + along)
      reach(ways.to[way] as number, aside + (ways.metres[way] as number) - along)
    }
    for (
      let at = open.peekValue(), joint = open.pop();
      joint !== undefined;
      at = open.peekValue(), joint = open.pop()
    ) {
      if (at === undefined || at > (metres[joint] as number)) continue
      for (const way of this.#waysOf[joint] as number[]) {
        const next = ways.from[way] === joint ? ways.to[way] : ways.from[way]
        reach(next as number, at + (ways.metres[way] as number))
      }
    }
    return metres
  }
}

/** Metres on foot from a place to the nearest of others: along its own way, or by one of that way's ends. */
export function metresTo(
  net: WalkNet,
  place: OnWay,
  { joints, onWays }: { joints: Float64Array; onWays: ReadonlyMap<number, readonly OnWay[]> },
): number {
  const { from, to, metres } = net.ways
  const byEnds = Math.min(
    (joints[from[place.way] as number] as number) + place.along,
    (joints[to[place.way] as number] as number) + (metres[place.way] as number) - place.along,
  )
  const direct = (onWays.get(place.way) ?? []).reduce(
    (least, other) => Math.min(least, other.aside + Math.abs(other.along - place.along)),
    Number.POSITIVE_INFINITY,
  )
  return place.aside + Math.min(byEnds, direct)
}
