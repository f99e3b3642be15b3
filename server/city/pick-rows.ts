import type { Columns } from './columns.ts'
import { EVERY, passes, type RowTest } from './row-test.ts'

/** Rows of one segment that a tile shows: those listed, or without a list `count` of them from `from` on. */
export interface Pick {
  readonly columns: Columns
  readonly rows: Uint32Array | undefined
  readonly from: number
  readonly count: number
}

export const rowAt = ({ rows, from }: Pick, at: number): number => (rows ? (rows[at] as number) : from + at)

/** A part of a pick, [start, end) of its rows. */
export const cutPick = ({ columns, rows, from }: Pick, start: number, end: number): Pick => ({
  columns,
  rows: rows?.subarray(start, end),
  from: from + start,
  count: end - start,
})

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
  if (test === EVERY && !columns.dead) return { columns, rows: undefined, from, count: to - from }
  const rows = roomFor(segment, to - from)
  let count = 0
  for (let row = from; row < to; row++) if (passes(test, columns, row)) rows[count++] = row
  return { columns, rows, from: 0, count }
}

/** The rows among those given, ascending, that pass the test. */
export function pickAmong(segment: number, columns: Columns, among: number[], test: RowTest): Pick {
  const rows = roomFor(segment, among.length)
  let count = 0
  for (const row of among.sort((a, b) => a - b)) if (passes(test, columns, row)) rows[count++] = row
  return { columns, rows, from: 0, count }
}
