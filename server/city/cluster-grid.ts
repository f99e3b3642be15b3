import { State } from '../contract/state.ts'
import type { CellSums } from './cell-sums.ts'
import type { Rows } from './columns.ts'
import type { LookTable } from './look-table.ts'
import type { Box } from './mercator.ts'
import type { Sums } from './pyramid.ts'

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

const STATES = State.options.length

const counts = new Float64Array(STRIDE * STRIDE)
const sumsX = new Float64Array(STRIDE * STRIDE)
const sumsY = new Float64Array(STRIDE * STRIDE)
const states = new Float64Array(STRIDE * STRIDE * STATES)
/** Count and cell as one number: such numbers sort twenty times as fast as pairs. Of cells with more than MOST_RANKED the first is first. */
const order = new Uint32Array(STRIDE * STRIDE)
const CELL_ROOM = 2048
const MOST_RANKED = 2 ** 21 - 1
/** Where a cell's members stand on average. */
const meansX = new Float64Array(STRIDE * STRIDE)
const meansY = new Float64Array(STRIDE * STRIDE)

/** Steps to the cells around one, the nearest first. */
const AROUND = Int32Array.from(
  Array.from({ length: 49 }, (_, at) => ({ dx: (at % 7) - MARGIN, dy: Math.floor(at / 7) - MARGIN }))
    .filter(({ dx, dy }) => dx !== 0 || dy !== 0)
    .sort((a, b) => a.dx * a.dx + a.dy * a.dy - b.dx * b.dx - b.dy * b.dy),
  ({ dx, dy }) => dy * STRIDE + dx,
)

/** Counts the things of one tile. Each stands in one cell, and a cell in one tile, so over all tiles of a zoom each is counted once.
 *  One grid at a time: all share the arrays. */
export class ClusterGrid {
  readonly #box: Box
  readonly #side: number
  readonly #urgencies: readonly number[]

  constructor(box: Box, { urgencies }: LookTable) {
    this.#box = box
    this.#side = box.maxX - box.minX + 1
    this.#urgencies = urgencies
    for (const sums of [counts, sumsX, sumsY, states]) sums.fill(0)
  }

  /** Rows [from, to) of `rows`, or of the columns themselves. */
  addRows(columns: Pick<Rows, 'x' | 'y' | 'look'>, from: number, to: number, rows?: Uint32Array): void {
    const { minX, minY } = this.#box
    const { x, y, look } = columns
    const urgencies = this.#urgencies
    const perUnit = CELLS / this.#side
    for (let at = from; at < to; at++) {
      const row = rows ? (rows[at] as number) : at
      const dx = (x[row] as number) - minX
      const dy = (y[row] as number) - minY
      const cell = (((dy * perUnit) | 0) + MARGIN) * STRIDE + ((dx * perUnit) | 0) + MARGIN
      const state = cell * STATES + (urgencies[look[row] as number] as number)
      counts[cell] = (counts[cell] as number) + 1
      sumsX[cell] = (sumsX[cell] as number) + dx
      sumsY[cell] = (sumsY[cell] as number) + dy
      states[state] = (states[state] as number) + 1
    }
  }

  /** Entries [from, to) of ready sums, of the looks that fit; their cells are no larger than the grid's. */
  addSums(sums: Sums, from: number, to: number, fits: Uint8Array): void {
    const { look, members, sumX, sumY } = sums
    for (let at = from; at < to; at++) {
      const one = look[at] as number
      const more = members[at] as number
      if (more === 0 || !fits[one]) continue
      const cell = this.#cellAt(sums.x[at] as number, sums.y[at] as number)
      const state = cell * STATES + (this.#urgencies[one] as number)
      states[state] = (states[state] as number) + more
      this.#add(cell, more, sumX[at] as number, sumY[at] as number)
    }
  }

  /** Cells [from, to), no larger than the grid's. */
  addCells({ x, y, byState, sumX, sumY }: CellSums, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const cell = this.#cellAt(x[at] as number, y[at] as number)
      let members = 0
      for (let state = 0; state < STATES; state++) {
        const more = byState[at * STATES + state] as number
        states[cell * STATES + state] = (states[cell * STATES + state] as number) + more
        members += more
      }
      if (members > 0) this.#add(cell, members, sumX[at] as number, sumY[at] as number)
    }
  }

  #cellAt(x: number, y: number): number {
    const { minX, minY } = this.#box
    const perUnit = CELLS / this.#side
    return ((((y - minY) * perUnit) | 0) + MARGIN) * STRIDE + (((x - minX) * perUnit) | 0) + MARGIN
  }

  #add(cell: number, members: number, sumX: number, sumY: number): void {
    counts[cell] = (counts[cell] as number) + members
    sumsX[cell] = (sumsX[cell] as number) + sumX - members * this.#box.minX
    sumsY[cell] = (sumsY[cell] as number) + sumY - members * this.#box.minY
  }

  /** The clusters, largest first. A cluster takes in smaller ones that would be drawn over it, so that the grid does not show. */
  clusters(): Cluster[] {
    let filled = 0
    for (let cell = 0; cell < counts.length; cell++)
      if ((counts[cell] as number) > 0) {
        order[filled++] = Math.min(counts[cell] as number, MOST_RANKED) * CELL_ROOM + CELL_ROOM - 1 - cell
        findMean(cell)
      }
    const largestLast = order.subarray(0, filled).sort()
    const near = ((APART / 4096) * this.#side) ** 2
    const clusters: Cluster[] = []
    for (let at = filled - 1; at >= 0; at--) {
      const cell = CELL_ROOM - 1 - ((largestLast[at] as number) % CELL_ROOM)
      if (counts[cell] === 0) continue
      takeInAround(cell, near)
      clusters.push(clusterOf(cell))
      counts[cell] = 0
    }
    return clusters
  }
}

function findMean(cell: number): void {
  meansX[cell] = (sumsX[cell] as number) / (counts[cell] as number)
  meansY[cell] = (sumsY[cell] as number) / (counts[cell] as number)
}

/** Adds to a cell those around it whose mean is near to its own, and empties them. */
function takeInAround(cell: number, near: number): void {
  for (let at = 0; at < AROUND.length; at++) {
    const other = cell + (AROUND[at] as number)
    const members = counts[other] as number
    if (members === 0) continue
    const dx = (meansX[other] as number) - (meansX[cell] as number)
    const dy = (meansY[other] as number) - (meansY[cell] as number)
    if (dx * dx + dy * dy >= near) continue
    counts[cell] = (counts[cell] as number) + members
    counts[other] = 0
    sumsX[cell] = (sumsX[cell] as number) + (sumsX[other] as number)
    sumsY[cell] = (sumsY[cell] as number) + (sumsY[other] as number)
    findMean(cell)
    for (let state = 0; state < STATES; state++)
      states[cell * STATES + state] =
        (states[cell * STATES + state] as number) + (states[other * STATES + state] as number)
  }
}

function clusterOf(cell: number): Cluster {
  const byState: number[] = []
  for (let state = 0; state < STATES; state++) byState.push(states[cell * STATES + state] as number)
  return { count: counts[cell] as number, byState, sumX: sumsX[cell] as number, sumY: sumsY[cell] as number }
}
