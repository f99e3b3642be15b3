import type { Line, Point } from './geometry.ts'

/** Heights on a square grid, row by row from the south-west. */
export interface HeightGrid {
  west: number
  south: number
  /** Metres between neighbours. */
  step: number
  columns: number
  rows: number
  heights: Float32Array
}

export function sampleHeights(
  [west, south, east, north]: [number, number, number, number],
  step: number,
  heightAt: (x: number, y: number) => number,
): HeightGrid {
  const columns = Math.round((east - west) / step) + 1
  const rows = Math.round((north - south) / step) + 1
  const heights = new Float32Array(columns * rows)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) heights[j * columns + i] = heightAt(west + i * step, south + j * step)
  return { west, south, step, columns, rows, heights }
}

/** The crossing of a contour with one grid edge: the edge's number makes joining exact and fast. */
interface Crossing {
  edge: number
  place: Point
}

type Piece = [Crossing, Crossing]

/** Lines of equal height, per level in metres; levels rise. A closed contour ends where it began. */
export function traceContours(grid: HeightGrid, levels: number[]): Map<number, Line[]> {
  const pieces = new Map<number, Piece[]>(levels.map((level) => [level, []]))
  for (let j = 0; j < grid.rows - 1; j++)
    for (let i = 0; i < grid.columns - 1; i++) crossCell(grid, i, j, levels, pieces)
  return new Map([...pieces].map(([level, list]) => [level, joinPieces(list)]))
}

/** Index of the first of rising levels that is not below `height`. */
function firstAtLeast(levels: number[], height: number): number {
  let [from, to] = [0, levels.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((levels[middle] as number) < height) from = middle + 1
    else to = middle
  }
  return from
}

function crossCell(grid: HeightGrid, i: number, j: number, levels: number[], pieces: Map<number, Piece[]>): void {
  const { heights, columns, west, south, step } = grid
  const corner = j * columns + i
  const sw = heights[corner] as number
  const se = heights[corner + 1] as number
  const ne = heights[corner + columns + 1] as number
  const nw = heights[corner + columns] as number
  const low = Math.min(sw, se, ne, nw)
  const high = Math.max(sw, se, ne, nw)
  for (let k = firstAtLeast(levels, low); k < levels.length; k++) {
    const level = levels[k] as number
    if (level >= high) break
    const found: Crossing[] = []
    const meet = (a: number, b: number, x: number, y: number, dx: number, dy: number, edge: number) => {
      if (a <= level === b <= level) return
      const t = (level - a) / (b - a)
      found.push({ edge, place: [west + (i + x + dx * t) * step, south + (j + y + dy * t) * step] })
    }
    meet(sw, se, 0, 0, 1, 0, 2 * corner)
    meet(se, ne, 1, 0, 0, 1, 2 * (corner + 1) + 1)
    meet(nw, ne, 0, 1, 1, 0, 2 * (corner + columns))
    meet(sw, nw, 0, 0, 0, 1, 2 * corner + 1)
    for (let k = 0; k + 1 < found.length; k += 2)
      pieces.get(level)?.push([found[k] as Crossing, found[k + 1] as Crossing])
  }
}

function joinPieces(pieces: Piece[]): Line[] {
  const at = new Map<number, number[]>()
  pieces.forEach((piece, index) => {
    for (const { edge } of piece) {
      const known = at.get(edge)
      if (known) known.push(index)
      else at.set(edge, [index])
    }
  })
  const used = new Uint8Array(pieces.length)
  const grow = (chain: Crossing[]): Crossing[] => {
    for (;;) {
      const end = chain[chain.length - 1] as Crossing
      const next = at.get(end.edge)?.find((index) => !used[index])
      if (next === undefined) return chain
      used[next] = 1
      const [p, q] = pieces[next] as Piece
      chain.push(p.edge === end.edge ? q : p)
    }
  }
  const lines: Line[] = []
  pieces.forEach(([p, q], index) => {
    if (used[index]) return
    used[index] = 1
    lines.push(grow(grow([p, q]).reverse()).map(({ place }) => place))
  })
  return lines
}
