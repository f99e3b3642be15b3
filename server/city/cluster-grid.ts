import type { LookTable } from './look-table.ts'
import type { Box } from './mercator.ts'
import type { Pyramid } from './pyramid.ts'

/** Cells a side of a tile in which things are counted: 16 pixels of a 512-pixel tile. */
export const CELLS = 32

/** Clusters nearer to each other than this many 1/4096 of a tile's side become one: 36 pixels, the width of a mark with its figure. */
const APART = 288

/** Things counted in one place: mean in 1/4096 of the tile, how many by state in the order of State, and the sums it came from. */
export interface Cluster {
  count: number
  /** Members by urgency. */
  byState: number[]
  /** Offsets from the tile's corner, Mercator units, summed. */
  sumX: number
  sumY: number
}

/** Cells whose members can be near enough are at most this many away; so many empty ones stand around the grid. */
const MARGIN = 3
const STRIDE = CELLS + 2 * MARGIN

const counts = new Float64Array(STRIDE * STRIDE)
const sumsX = new Float64Array(STRIDE * STRIDE)
const sumsY = new Float64Array(STRIDE * STRIDE)
const states = new Float64Array(STRIDE * STRIDE * 6)

/** Steps to the cells around one, the nearest first. */
const AROUND = Int32Array.from(
  Array.from({ length: 49 }, (_, at) => ({ dx: (at % 7) - MARGIN, dy: Math.floor(at / 7) - MARGIN }))
    .filter(({ dx, dy }) => dx !== 0 || dy !== 0)
    .sort((a, b) => a.dx * a.dx + a.dy * a.dy - b.dx * b.dx - b.dy * b.dy),
  ({ dx, dy }) => dy * STRIDE + dx,
)

/** Counts the things of one tile. Each stands in one cell, and a cell in one tile, so over all tiles of a zoom each is counted once. */
export class ClusterGrid {
  readonly #box: Box
  readonly #side: number
  readonly #cell: number

  constructor(box: Box) {
    this.#box = box
    this.#side = box.maxX - box.minX + 1
    this.#cell = CELLS / this.#side
    for (const sums of [counts, sumsX, sumsY, states]) sums.fill(0)
  }

  #add(dx: number, dy: number, urgency: number, members: number, sumX: number, sumY: number): void {
    const cell = (((dy * this.#cell) | 0) + MARGIN) * STRIDE + ((dx * this.#cell) | 0) + MARGIN
    counts[cell] = (counts[cell] as number) + members
    sumsX[cell] = (sumsX[cell] as number) + sumX
    sumsY[cell] = (sumsY[cell] as number) + sumY
    states[cell * 6 + urgency] = (states[cell * 6 + urgency] as number) + members
  }

  addRows(
    rows: Uint32Array,
    count: number,
    columns: { x: Uint32Array; y: Uint32Array; look: ArrayLike<number> },
    looks: LookTable,
  ): void {
    const { minX, minY } = this.#box
    const urgency = urgencies(looks)
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const dx = (columns.x[row] as number) - minX
      const dy = (columns.y[row] as number) - minY
      this.#add(dx, dy, urgency[columns.look[row] as number] as number, 1, dx, dy)
    }
  }

  /** Entries [from, to) of a pyramid; its cells are no larger than the grid's. */
  addCells(pyramid: Pyramid, from: number, to: number, looks: LookTable, fits: Uint8Array | undefined): void {
    const { minX, minY } = this.#box
    const urgency = urgencies(looks)
    for (let at = from; at < to; at++) {
      const look = pyramid.look[at] as number
      const members = pyramid.members[at] as number
      if (members === 0 || (fits && !fits[look])) continue
      const sumX = (pyramid.sumX[at] as number) - members * minX
      const sumY = (pyramid.sumY[at] as number) - members * minY
      const [dx, dy] = [(pyramid.x[at] as number) - minX, (pyramid.y[at] as number) - minY]
      this.#add(dx, dy, urgency[look] as number, members, sumX, sumY)
    }
  }

  /** The clusters, largest first. A cluster takes in smaller ones that would be drawn over it, so that the grid does not show. */
  clusters(): Cluster[] {
    const order: number[] = []
    for (let cell = 0; cell < counts.length; cell++) if (counts[cell]) order.push(cell)
    order.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    const near = (APART / 4096) * this.#side
    return order.flatMap((cell) => {
      if (!counts[cell]) return []
      const cluster = take(cell)
      for (let at = 0; at < AROUND.length; at++) {
        const other = cell + (AROUND[at] as number)
        const members = counts[other] as number
        if (members === 0) continue
        const dx = (sumsX[other] as number) / members - cluster.sumX / cluster.count
        const dy = (sumsY[other] as number) / members - cluster.sumY / cluster.count
        if (dx * dx + dy * dy < near * near) join(cluster, take(other))
      }
      return [cluster]
    })
  }
}

const urgencies = (looks: LookTable): Uint8Array => Uint8Array.from(looks.looks, ({ urgency }) => urgency)

function take(cell: number): Cluster {
  const byState = Array.from(states.subarray(cell * 6, cell * 6 + 6))
  const cluster = { count: counts[cell] as number, byState, sumX: sumsX[cell] as number, sumY: sumsY[cell] as number }
  counts[cell] = 0
  return cluster
}

function join(cluster: Cluster, other: Cluster): void {
  cluster.count += other.count
  cluster.sumX += other.sumX
  cluster.sumY += other.sumY
  for (const [state, members] of other.byState.entries())
    cluster.byState[state] = (cluster.byState[state] ?? 0) + members
}
