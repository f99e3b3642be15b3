import type { Bbox } from '../contract/geo.ts'
import { eachRunInBox } from './box-search.ts'
import type { LayerRows } from './layer-rows.ts'
import { type Filter, passes, type RowTest, rowTests } from './row-test.ts'

/** How many things have each status; every status of the layer is there, 0 too. */
export function countStatuses(
  rows: LayerRows,
  { bbox, filter }: { bbox?: Bbox; filter?: Filter } = {},
): Map<string, number> {
  const byLook = new Float64Array(rows.looks.looks.length)
  const add = (look: number, members: number): void => {
    byLook[look] = (byLook[look] as number) + members
  }
  const tests = rowTests(rows, filter)
  for (const [at, columns] of rows.segments.entries()) {
    const test = tests[at] as RowTest
    if (bbox || test.attributes.length > 0)
      eachRunInBox(columns, bbox, (from, to) => {
        for (let row = from; row < to; row++) if (passes(test, columns, row)) add(columns.look[row] as number, 1)
      })
    else
      columns.lookCounts.forEach((members, look) => {
        if (!test.looks || test.looks[look]) add(look, members)
      })
  }
  const counts = new Map(rows.layer.statuses.map(({ id }) => [id, 0]))
  rows.looks.looks.forEach(({ status }, look) => {
    counts.set(status, (counts.get(status) ?? 0) + (byLook[look] as number))
  })
  return counts
}
