import { cellOf, type InCells } from './cell-grid.ts'

/** A stretch of a way within one cell: the shares of the way (0 … 1) at which it comes in and goes out. */
export interface Crossing {
  cell: number
  from: number
  to: number
}

/** The cells that a straight way passes through, in its order. A way along an edge is in the cell to the east or north of it, as a place is. */
export function cellsOnWay([x1, y1]: InCells, [x2, y2]: InCells): Crossing[] {
  const cuts = [0, ...cutsOf(x1, x2), ...cutsOf(y1, y2), 1].sort((a, b) => a - b)
  const crossings: Crossing[] = []
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [from, to] = [cuts[at] ?? 0, cuts[at + 1] ?? 1]
    if (to <= from) continue
    const middle = (from + to) / 2
    const cell = cellOf(Math.floor(x1 + (x2 - x1) * middle), Math.floor(y1 + (y2 - y1) * middle))
    if (cell === undefined) continue
    const last = crossings.at(-1)
    if (last?.cell === cell && last.to === from) last.to = to
    else crossings.push({ cell, from, to })
  }
  return crossings
}

/** Shares of the way from a to b at which it crosses a whole number. */
function cutsOf(a: number, b: number): number[] {
  const cuts: number[] = []
  for (let line = Math.floor(Math.min(a, b)) + 1; line < Math.max(a, b); line++) cuts.push((line - a) / (b - a))
  return cuts
}
