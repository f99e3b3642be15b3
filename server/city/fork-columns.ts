import type { Columns } from './columns.ts'
import { forkPyramid } from './pyramid.ts'

/** Rows of which some may die without those here dying: what never changes is shared. Takes a byte a row, and only where one is dead. */
export const forkColumns = (columns: Columns): Columns => ({
  ...columns,
  dead: columns.dead?.slice(),
  lookCounts: columns.lookCounts.slice(),
  pyramid: columns.pyramid && forkPyramid(columns.pyramid),
})
