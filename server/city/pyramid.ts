import { takeFromCells } from './cell-sums.ts'
import { firstFrom, type Places } from './morton-order.ts'

/** Fewer rows than this are counted one by one. */
export const PYRAMID_FROM = 4096

/** The quadtree levels that are summed, finest first. At level 16 a tile of zoom 12, the deepest whose tiles hold a whole town, is 16 cells
 *  wide, and each other level does as much for a zoom farther out: a tile of a million things reads some thousand sums. */
const LEVELS = [16, 15, 14, 13, 12, 11, 10]

/** What stands in each cell of a level, by look. */
export interface Sums extends Places {
  readonly level: number
  /** Origin of the cell, Mercator units, in Morton order; a cell has an entry for each look in it. */
  readonly x: Uint32Array
  readonly y: Uint32Array
  readonly look: Uint32Array
  readonly members: Uint32Array
  /** Sums of the members' places. */
  readonly sumX: Float64Array
  readonly sumY: Float64Array
}

/** Finest first. */
export type Pyramid = readonly Sums[]

type Looking = Places & { look: ArrayLike<number> }

export function pyramidOf(rows: Looking): Pyramid {
  const levels: Sums[] = []
  for (const level of LEVELS) levels.push(sumsOf(levels.at(-1) ?? rows, level))
  return levels
}

/** The coarsest sums whose cells are no larger than those of a level; undefined where none are so fine. */
export const sumsFor = (pyramid: Pyramid | undefined, level: number): Sums | undefined =>
  pyramid?.findLast((sums) => sums.level >= level)

const maskOf = (level: number): number => -(2 ** (32 - level))

function sumsOf(from: Looking & Partial<Pick<Sums, 'members' | 'sumX' | 'sumY'>>, level: number): Sums {
  const mask = maskOf(level)
  const { members = undefined, sumX = from.x, sumY = from.y } = from
  const cells: { x: number; y: number; look: number; members: number; sumX: number; sumY: number }[] = []
  const inCell = new Map<number, (typeof cells)[number]>()
  let [cellX, cellY] = [-1, -1]
  for (let row = 0; row < from.count; row++) {
    const look = from.look[row] as number
    const [ofX, ofY] = [((from.x[row] as number) & mask) >>> 0, ((from.y[row] as number) & mask) >>> 0]
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
    entry.members += members ? (members[row] as number) : 1
    entry.sumX += sumX[row] as number
    entry.sumY += sumY[row] as number
  }
  return {
    level,
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
export const forkPyramid = (pyramid: Pyramid): Pyramid =>
  pyramid.map(({ members, sumX, sumY, ...cells }) => ({
    ...cells,
    members: members.slice(),
    sumX: sumX.slice(),
    sumY: sumY.slice(),
  }))

/** Takes a row that is gone out of the sums. */
export function takeFromPyramid(pyramid: Pyramid, rows: Pick<Looking, 'x' | 'y' | 'look'>, row: number): void {
  const [x, y] = [rows.x[row] as number, rows.y[row] as number]
  for (const sums of pyramid) {
    const mask = maskOf(sums.level)
    const [cellX, cellY] = [(x & mask) >>> 0, (y & mask) >>> 0]
    takeFromCells(sums, cellX, cellY, rows.look[row] as number, x, y)
    let at = firstFrom(sums, cellX, cellY)
    while (sums.look[at] !== rows.look[row]) at++
    sums.members[at] = (sums.members[at] as number) - 1
    sums.sumX[at] = (sums.sumX[at] as number) - x
    sums.sumY[at] = (sums.sumY[at] as number) - y
  }
}
