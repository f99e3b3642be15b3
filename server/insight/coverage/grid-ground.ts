import Flatbush from 'flatbush'
import type { LngLat } from '../../contract/geo.ts'
import { boxOf, isInRing } from './area-map.ts'
import type { Part, StreetMap } from './street-map.ts'

/** Stretches of a part, metres along it: from and to by turns, in order, apart from each other. */
export type Stretches = Float64Array

/** A unit grid's rings, outer ones and holes together. */
export type GridRings = readonly (readonly LngLat[])[]

/** Grids drawn side by side leave slivers between them; no road leaves a town for less. */
const SLIVER_METRES = 1

type Span = [from: number, to: number]
type Line = [x: number, y: number, u: number, v: number]

/** The ground that unit grids cover: where a bureau looks, and a town is built up. */
export class GridGround {
  readonly #rings: readonly (readonly Float64Array[])[]
  readonly #tree: Flatbush | undefined

  constructor(grids: readonly GridRings[], toPlane: StreetMap['toPlane']) {
    this.#rings = grids.map((rings) => rings.map((ring) => Float64Array.from(ring.flatMap((at) => toPlane(at)))))
    if (grids.length === 0) return
    this.#tree = new Flatbush(grids.length)
    for (const rings of this.#rings) this.#tree.add(...boxOf(rings))
    this.#tree.finish()
  }

  /** Where a road runs through the ground: its middle or one of its kerbs lies in a unit grid. A road on the edge of the town, along whose middle the
   *  last grids end, is of the town with both of its sides. */
  stretchesOf(part: Part): Stretches {
    const spans = [0, part.halfWidth, -part.halfWidth].flatMap((offset) => this.#spansOf(part, offset))
    return Float64Array.from(joined(spans.sort((a, b) => a[0] - b[0])).flat())
  }

  #spansOf({ points, along }: Part, offset: number): Span[] {
    const spans: Span[] = []
    for (let at = 0; at + 1 < along.length; at++) {
      const [x, y, u, v] = points.subarray(at * 2, at * 2 + 4) as unknown as Line
      const length = Math.hypot(u - x, v - y)
      if (length === 0) continue
      const [east, north] = [(-(v - y) / length) * offset, ((u - x) / length) * offset]
      const [from, to] = [along[at] as number, along[at + 1] as number]
      for (const [a, b] of this.#sharesOf([x + east, y + north, u + east, v + north]))
        spans.push([from + (to - from) * a, from + (to - from) * b])
    }
    return spans
  }

  /** Shares of a straight line, 0 … 1, that lie in grids. */
  #sharesOf([x, y, u, v]: Line): Span[] {
    const near = this.#tree?.search(Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v)) ?? []
    if (near.length === 0) return []
    const rings = near.map((grid) => this.#rings[grid] ?? [])
    const cuts = [0, 1]
    for (const ring of rings.flat()) addCuts(cuts, [x, y, u, v], ring)
    cuts.sort((a, b) => a - b)
    return cuts.flatMap((to, i): Span[] => {
      const from = cuts[i - 1] ?? 0
      if (i === 0 || to <= from) return []
      const [px, py] = [x + ((u - x) * (from + to)) / 2, y + ((v - y) * (from + to)) / 2]
      return rings.some((own) => isInRings(own, px, py)) ? [[from, to]] : []
    })
  }
}

const isInRings = (rings: readonly Float64Array[], x: number, y: number): boolean =>
  rings.reduce((inside, ring) => inside !== isInRing(ring, x, y), false)

/** Where a line crosses the edges of a ring. */
function addCuts(cuts: number[], [x, y, u, v]: Line, ring: Float64Array): void {
  const [dx, dy] = [u - x, v - y]
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay] = [ring[j] as number, ring[j + 1] as number]
    const [ex, ey] = [(ring[i] as number) - ax, (ring[i + 1] as number) - ay]
    const area = dx * ey - dy * ex
    if (area === 0) continue
    const share = ((ax - x) * ey - (ay - y) * ex) / area
    const other = ((ax - x) * dy - (ay - y) * dx) / area
    if (share > 0 && share < 1 && other >= 0 && other <= 1) cuts.push(share)
  }
}

function joined(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const [from, to] of spans) {
    const last = kept.at(-1)
    if (last && from - last[1] < SLIVER_METRES) last[1] = Math.max(last[1], to)
    else kept.push([from, to])
  }
  return kept
}

export const metresIn = (stretches: Stretches): number =>
  stretches.reduce((sum, metres, i) => (i % 2 === 0 ? sum - metres : sum + metres), 0)

/** Whether a place along a part lies in one of its stretches. */
export function isIn(stretches: Stretches, metres: number): boolean {
  for (let i = 0; i < stretches.length; i += 2)
    if (metres >= (stretches[i] as number) && metres <= (stretches[i + 1] as number)) return true
  return false
}
