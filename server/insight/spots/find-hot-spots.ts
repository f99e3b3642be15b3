import type { SpotRules } from '../../contract/spot-rules.ts'
import { toTheEnd } from '../steps/to-the-end.ts'
import { cellOf, columnOf, rowOf } from './cell-grid.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { giStar, type Neighbours } from './gi-star.ts'
import { beyond } from './normal.ts'

export interface HotSpot {
  cell: number
  count: number
  /** Itself among them. */
  neighbours: number
  z: number | null
  p: number | null
  /** p after the false-discovery control. */
  q: number | null
  /** 99, 95 or 90 % after the control, negative for a cold spot; 0: none. */
  confidence: number
}

export interface HotSpots {
  /** Why nothing is said; null where something is. */
  why: 'too-few-cells' | 'too-few-events' | 'all-alike' | null
  spots: HotSpot[]
}

/** Cells whose surroundings hold more or fewer than chance gives (Gi* over cells whose middles lie within the band). */
export const findHotSpots = (
  cells: readonly number[],
  counts: ReadonlyMap<number, number>,
  rule: SpotRules['hotSpots'],
): HotSpots => toTheEnd(findHotSpotsInSteps(cells, counts, rule))

/** As findHotSpots, in steps of some milliseconds: a district has ten thousand cells. */
export function* findHotSpotsInSteps(
  cells: readonly number[],
  counts: ReadonlyMap<number, number>,
  { bandCells, leastCells, leastEvents }: SpotRules['hotSpots'],
): Generator<void, HotSpots> {
  const values = cells.map((cell) => counts.get(cell) ?? 0)
  const near = yield* neighboursInSteps(cells, bandCells)
  const total = values.reduce((sum, value) => sum + value, 0)
  const few = cells.length < leastCells ? 'too-few-cells' : total < leastEvents ? 'too-few-events' : null
  const zs = few ? values.map(() => null) : giStar(values, near)
  yield
  const ps = zs.map((z) => (z === null ? null : beyond(z)))
  yield
  const qs = falseDiscoveryRates(ps)
  yield
  const spots = cells.map((cell, at): HotSpot => {
    const [z = null, p = null, q = null] = [zs[at], ps[at], qs[at]]
    return { cell, count: values[at] ?? 0, neighbours: near[at]?.length ?? 0, z, p, q, confidence: confidenceOf(z, q) }
  })
  return { why: few ?? (zs.every((z) => z === null) ? 'all-alike' : null), spots }
}

function confidenceOf(z: number | null, q: number | null): number {
  if (z === null || q === null) return 0
  const level = q <= 0.01 ? 99 : q <= 0.05 ? 95 : q <= 0.1 ? 90 : 0
  return z < 0 ? -level || 0 : level
}

/** Of each cell the numbers of those within the band, itself included. */
export const neighboursOf = (cells: readonly number[], bandCells: number): Neighbours =>
  toTheEnd(neighboursInSteps(cells, bandCells))

/** A millisecond's worth. */
const AT_ONCE = 200

function* neighboursInSteps(cells: readonly number[], bandCells: number): Generator<void, Neighbours> {
  const numberOf = new Map(cells.map((cell, at) => [cell, at]))
  const reach = Math.floor(bandCells)
  const steps: [number, number][] = []
  for (let east = -reach; east <= reach; east++)
    for (let north = -reach; north <= reach; north++)
      if (Math.hypot(east, north) <= bandCells) steps.push([east, north])
  const near: number[][] = []
  for (const cell of cells) {
    if (near.length % AT_ONCE === 0) yield
    const own = steps.flatMap(([east, north]) => {
      const beside = cellOf(columnOf(cell) + east, rowOf(cell) + north)
      const at = beside === undefined ? undefined : numberOf.get(beside)
      return at === undefined ? [] : [at]
    })
    near.push(own)
  }
  return near
}
