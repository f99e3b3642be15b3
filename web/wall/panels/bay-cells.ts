/** As many as still are squares in a column of 39vh. */
const MOST_CELLS = 80

/** Bays of one cell: one, until the largest lot has more of them than a line has cells. */
export const baysPerCell = (most: number): number => Math.max(1, Math.ceil(most / MOST_CELLS))

/** Cells of a lot and those of them that are taken: full is full and free is free, whatever rounding says in between. */
export function bayCells(bays: number, occupied: number, per: number): { cells: number; taken: number } {
  const cells = Math.ceil(bays / per)
  if (occupied >= bays) return { cells, taken: cells }
  return { cells, taken: occupied <= 0 ? 0 : Math.min(cells - 1, Math.max(1, Math.round(occupied / per))) || 1 }
}
