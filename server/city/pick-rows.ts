import type { Columns } from './columns.ts'
import { passes, type RowTest } from './row-test.ts'

/** Rows of one segment that a tile shows. */
export interface Pick {
  columns: Columns
  rows: Uint32Array
  count: number
}

/** Arrays that are used again for each tile, one for each segment. */
const POOL: Uint32Array[] = []

function roomFor(segment: number, count: number): Uint32Array {
  const pooled = POOL[segment]
  if (pooled && pooled.length >= count) return pooled
  const larger = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(4096, count))))
  POOL[segment] = larger
  return larger
}

/** The rows of a run that pass the test. */
export function pickRun(segment: number, columns: Columns, from: number, to: number, test: RowTest): Pick {
  const rows = roomFor(segment, to - from)
  let count = 0
  if (!columns.dead && !test.looks && test.attributes.length === 0) {
    for (let row = from; row < to; row++) rows[count++] = row
  } else {
    for (let row = from; row < to; row++) if (passes(test, columns, row)) rows[count++] = row
  }
  return { columns, rows, count }
}

/** The rows among those given, ascending, that pass the test. */
export function pickAmong(segment: number, columns: Columns, among: number[], test: RowTest): Pick {
  const rows = roomFor(segment, among.length)
  let count = 0
  for (const row of among.sort((a, b) => a - b)) if (passes(test, columns, row)) rows[count++] = row
  return { columns, rows, count }
}
