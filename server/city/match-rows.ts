import type { Bbox } from '../contract/geo.ts'
import { eachRunInBox } from './box-search.ts'
import type { Columns } from './columns.ts'
import { passes, type RowTest } from './row-test.ts'

export interface Matches {
  /** The first of them from the row asked for on, in Morton order. */
  rows: Uint32Array
  /** How many there are in all, before that row too. */
  matched: number
}

/** The living rows of a segment that lie in the box and pass: the first `most` of those from row `from` on, and how many there are. */
export function matchRows(
  columns: Columns,
  test: RowTest,
  { bbox, from, most }: { bbox: Bbox | undefined; from: number; most: number },
): Matches {
  const all = !columns.dead && !test.looks && test.attributes.length === 0
  const rows = new Uint32Array(Math.min(most, columns.count))
  let found = 0
  /** Takes what is wanted of a run; the row that it got to. */
  const take = (low: number, high: number): number => {
    let row = low
    for (; row < high && found < rows.length; row++) if (all || passes(test, columns, row)) rows[found++] = row
    return row
  }
  const count = (low: number, high: number): number => {
    if (all) return high - low
    let passed = 0
    for (let row = low; row < high; row++) if (passes(test, columns, row)) passed++
    return passed
  }
  let matched = 0
  if (bbox || test.attributes.length > 0)
    eachRunInBox(columns, bbox, (low, high) => {
      const first = Math.min(high, Math.max(low, from))
      const before = found
      const behind = take(first, high)
      matched += count(low, first) + (found - before) + count(behind, high)
    })
  else {
    take(from, columns.count)
    matched = countLooks(columns, test)
  }
  return { rows: rows.subarray(0, found), matched }
}

/** Living rows with a look that fits, which are counted already. */
function countLooks({ lookCounts }: Columns, { looks }: RowTest): number {
  let count = 0
  for (let look = 0; look < lookCounts.length; look++) if (!looks || looks[look]) count += lookCounts[look] as number
  return count
}
