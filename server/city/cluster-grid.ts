import { State } from '../contract/state.ts'
import type { CellSums } from './cell-sums.ts'
import type { Rows } from './columns.ts'
import type { LookTable } from './look-table.ts'
import type { Box } from './mercator.ts'
import { orderByCount } from './order-by-count.ts'
import type { Sums } from './pyramid.ts'

/** Cells a side of a tile in which things are counted: 32 pixels of a 512-pixel tile, less than a mark with its figure is wide. */
export const CELLS = 16

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
const MARGIN = 2
const WIDTH = 2 * MARGIN + 1
const STRIDE = CELLS + 2 * MARGIN

const STATES = State.options.length

const counts = new Float64Array(STRIDE * STRIDE)
const sumsX = new Float64Array(STRIDE * STRIDE)
const sumsY = new Float64Array(STRIDE * STRIDE)
const states = new Float64Array(STRIDE * STRIDE * STATES)
/** Cells with something in them. */
const order = new Uint32Array(STRIDE * STRIDE)
const spare = new Uint32Array(STRIDE * STRIDE)
/** Where a cell's members stand on average. */
const meansX = new Float64Array(STRIDE * STRIDE)
const meansY = new Float64Array(STRIDE * STRIDE)

/** Steps to the cells around one, the nearest first. */
const AROUND = Int32Array.from(
  Array.from({ length: WIDTH * WIDTH }, (_, at) => ({ dx: (at % WIDTH) - MARGIN, dy: Math.floor(at / WIDTH) - MARGIN }))
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
    let most = 0
    // From the last cell on, so that of equal ones the first cell comes last, and so is the first to be taken.
    for (let cell = counts.length - 1; cell >= 0; cell--) {
      const members = counts[cell] as number
      if (members === 0) continue
      most = Math.max(most, members)
      order[filled++] = cell
      findMean(cell)
    }
    const largestLast = orderByCount(order, spare, filled, counts, most)
    const near = ((APART / 4096) * this.#side) ** 2
    const clusters: Cluster[] = []
    for (let at = filled - 1; at >= 0; at--) {
      const cell = largestLast[at] as number
      if (counts[cell] === 0) continue
      clusters.push(gatherAround(cell, near))
    }
    return clusters
  }
}

function findMean(cell: number): void {
  const share = 1 / (counts[cell] as number)
  meansX[cell] = (sumsX[cell] as number) * share
  meansY[cell] = (sumsY[cell] as number) * share
}

/** A cell with those around it whose mean is near to the mean of what it has so far; empties them all. */
function gatherAround(cell: number, near: number): Cluster {
  let [count, sumX, sumY] = [counts[cell] as number, sumsX[cell] as number, sumsY[cell] as number]
  let [meanX, meanY] = [meansX[cell] as number, meansY[cell] as number]
  const byState: number[] = []
  for (let state = 0; state < STATES; state++) byState.push(states[cell * STATES + state] as number)
  counts[cell] = 0
  for (let at = 0; at < AROUND.length; at++) {
    const other = cell + (AROUND[at] as number)
    const members = counts[other] as number
    if (members === 0) continue
    const dx = (meansX[other] as number) - meanX
    const dy = (meansY[other] as number) - meanY
    if (dx * dx + dy * dy >= near) continue
    counts[other] = 0
    count += members
    sumX += sumsX[other] as number
    sumY += sumsY[other] as number
    const share = 1 / count
    meanX = sumX * share
    meanY = sumY * share
    for (let state = 0; state < STATES; state++)
      byState[state] = (byState[state] as number) + (states[other * STATES + state] as number)
  }
  return { count, byState, sumX, sumY }
}
