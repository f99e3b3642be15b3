import { firstFrom, type Places } from './morton-order.ts'

/** Fewer rows than this are counted one by one. */
export const PYRAMID_FROM = 4096

/** Cells of this quadtree level: 32 a side of a tile at zoom 12, the deepest zoom whose tiles hold a whole town. */
export const PYRAMID_LEVEL = 17

/** What stands in each small cell, by look: so that a cluster tile of a million things reads some thousand sums. */
export interface Pyramid extends Places {
  /** Origin of the cell, Mercator units, in Morton order; a cell has an entry for each look in it. */
  readonly x: Uint32Array
  readonly y: Uint32Array
  readonly look: Uint32Array
  readonly members: Uint32Array
  /** Sums of the members' places. */
  readonly sumX: Float64Array
  readonly sumY: Float64Array
}

const CELL_MASK = -(2 ** (32 - PYRAMID_LEVEL))

export function pyramidOf(rows: Places & { look: ArrayLike<number> }): Pyramid {
  const cells: { x: number; y: number; look: number; members: number; sumX: number; sumY: number }[] = []
  const inCell = new Map<number, (typeof cells)[number]>()
  let [cellX, cellY] = [-1, -1]
  for (let row = 0; row < rows.count; row++) {
    const [x, y, look] = [rows.x[row] as number, rows.y[row] as number, rows.look[row] as number]
    const [ofX, ofY] = [(x & CELL_MASK) >>> 0, (y & CELL_MASK) >>> 0]
    if (ofX !== cellX || ofY !== cellY) {
      inCell.clear()
      ;[cellX, cellY] = [ofX, ofY]
    }
    let entry = inCell.get(look)
    if (!entry) {
      entry = { x: ofX, y: ofY, look, members: 0, sumX: 0, sumY: 0 }
      inCell.set(look, entry)
      cells.push(entry)
    }
    entry.members++
    entry.sumX += x
    entry.sumY += y
  }
  return {
    count: cells.length,
    x: Uint32Array.from(cells, ({ x }) => x),
    y: Uint32Array.from(cells, ({ y }) => y),
    look: Uint32Array.from(cells, ({ look }) => look),
    members: Uint32Array.from(cells, ({ members }) => members),
    sumX: Float64Array.from(cells, ({ sumX }) => sumX),
    sumY: Float64Array.from(cells, ({ sumY }) => sumY),
  }
}

/** The same sums, from which things can be taken without touching these. */
export const forkPyramid = ({ members, sumX, sumY, ...cells }: Pyramid): Pyramid => ({
  ...cells,
  members: members.slice(),
  sumX: sumX.slice(),
  sumY: sumY.slice(),
})

/** Takes a row that is gone out of the sums. */
export function takeFromPyramid(
  cells: Pyramid,
  rows: Pick<Places, 'x' | 'y'> & { look: ArrayLike<number> },
  row: number,
): void {
  const [x, y] = [rows.x[row] as number, rows.y[row] as number]
  let at = firstFrom(cells, (x & CELL_MASK) >>> 0, (y & CELL_MASK) >>> 0)
  while (cells.look[at] !== rows.look[row]) at++
  cells.members[at] = (cells.members[at] as number) - 1
  cells.sumX[at] = (cells.sumX[at] as number) - x
  cells.sumY[at] = (cells.sumY[at] as number) - y
}
