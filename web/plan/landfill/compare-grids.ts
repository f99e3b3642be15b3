import type { HeightGrid } from './read-grid.ts'

/** Why two grids give no volume. */
export type PairFault = 'two' | 'size' | 'spacing' | 'place' | 'cell' | 'apart'

/** Surveys of one grid say its first point alike to a centimetre. */
const SAME_POINT_M = 0.01
const MOST_CELL_M = 100

/** Undefined: they are two surveys of one grid with `cellM` metres between its points. */
export function faultOfPair(
  before: HeightGrid | undefined,
  after: HeightGrid | undefined,
  cellM: number,
): PairFault | undefined {
  if (!before || !after) return 'two'
  if (before.heights.length !== after.heights.length || before.heights[0]?.length !== after.heights[0]?.length)
    return 'size'
  if (before.cellM !== null && after.cellM !== null && Math.abs(before.cellM - after.cellM) > 1e-6) return 'spacing'
  if (isElsewhere(before.origin, after.origin)) return 'place'
  if (!(cellM > 0 && cellM <= MOST_CELL_M)) return 'cell'
  return sharesSquare(before.heights, after.heights) ? undefined : 'apart'
}

const isElsewhere = (a: HeightGrid['origin'], b: HeightGrid['origin']): boolean =>
  a !== null && b !== null && (Math.abs(a[0] - b[0]) > SAME_POINT_M || Math.abs(a[1] - b[1]) > SAME_POINT_M)

/** Whether there is one square of which both surveys know all four corners. */
function sharesSquare(before: HeightGrid['heights'], after: HeightGrid['heights']): boolean {
  const knows = (row: number, column: number): boolean =>
    typeof before[row]?.[column] === 'number' && typeof after[row]?.[column] === 'number'
  return before.some((line, row) =>
    line.some((_, column) => [0, 1].every((down) => knows(row + down, column) && knows(row + down, column + 1))),
  )
}
