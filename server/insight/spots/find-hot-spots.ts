import type { SpotRules } from '../../contract/spot-rules.ts'
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
export function findHotSpots(
  cells: readonly number[],
  counts: ReadonlyMap<number, number>,
  { bandCells, leastCells, leastEvents }: SpotRules['hotSpots'],
): HotSpots {
  const values = cells.map((cell) => counts.get(cell) ?? 0)
  const near = neighboursOf(cells, bandCells)
  const total = values.reduce((sum, value) => sum + value, 0)
  const few = cells.length < leastCells ? 'too-few-cells' : total < leastEvents ? 'too-few-events' : null
  const zs = few ? values.map(() => null) : giStar(values, near)
  const ps = zs.map((z) => (z === null ? null : beyond(z)))
  const qs = falseDiscoveryRates(ps)
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
export function neighboursOf(cells: readonly number[], bandCells: number): Neighbours {
  const numberOf = new Map(cells.map((cell, at) => [cell, at]))
  const reach = Math.floor(bandCells)
  const steps: [number, number][] = []
  for (let east = -reach; east <= reach; east++)
    for (let north = -reach; north <= reach; north++)
      if (Math.hypot(east, north) <= bandCells) steps.push([east, north])
  return cells.map((cell) =>
    steps.flatMap(([east, north]) => {
      const near = cellOf(columnOf(cell) + east, rowOf(cell) + north)
      const at = near === undefined ? undefined : numberOf.get(near)
      return at === undefined ? [] : [at]
    }),
  )
}
