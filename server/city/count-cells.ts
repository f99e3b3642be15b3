import type { Bbox } from '../contract/geo.ts'
import { State } from '../contract/state.ts'
import type { LayerRows } from './layer-rows.ts'
import { boxOfTile, mercatorX, mercatorY, WORLD } from './mercator.ts'
import { runOf } from './morton-order.ts'
import { sumsFor } from './pyramid.ts'
import { type Filter, passes, type RowTest, rowTests } from './row-test.ts'

/** More cells than this are too many for one answer. */
export const MOST_CELLS = 4096

/** A cell of the Web Mercator quadtree, under the numbers that a tile of zoom `level` has, and the things that stand in it. */
export interface CellCount {
  x: number
  y: number
  count: number
  byState: Partial<Record<State, number>>
}

/** Things by cell, for all cells that meet the box, empty ones left out; a line or polygon stands where its mark stands. Whole cells are
 *  counted, so that neighbouring boxes agree on them. Throws RangeError beyond MOST_CELLS. */
export function countCells(
  rows: LayerRows,
  { bbox: [west, south, east, north], level, filter }: { bbox: Bbox; level: number; filter?: Filter | undefined },
): CellCount[] {
  const side = WORLD / 2 ** level
  const [left, right] = [Math.floor(mercatorX(west) / side), Math.floor(mercatorX(east) / side)]
  const [top, bottom] = [Math.floor(mercatorY(north) / side), Math.floor(mercatorY(south) / side)]
  const asked = (right - left + 1) * (bottom - top + 1)
  if (asked > MOST_CELLS) throw new RangeError(`${asked} cells are asked for; at most ${MOST_CELLS} are answered`)
  const tests = rowTests(rows, filter)
  const urgencies = rows.looks.looks.map(({ urgency }) => urgency)
  const cells: CellCount[] = []
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const byUrgency = countIn(rows, tests, urgencies, level, x, y)
      const count = byUrgency.reduce((sum, members) => sum + members, 0)
      if (count === 0) continue
      const known = State.options.flatMap((state, at) => (byUrgency[at] ? [[state, byUrgency[at]]] : []))
      cells.push({ x, y, count, byState: Object.fromEntries(known) })
    }
  return cells
}

function countIn(
  { segments }: LayerRows,
  tests: RowTest[],
  urgencies: number[],
  level: number,
  x: number,
  y: number,
): number[] {
  const counts = State.options.map(() => 0)
  const add = (look: number, members: number): void => {
    const urgency = urgencies[look] ?? 0
    counts[urgency] = (counts[urgency] ?? 0) + members
  }
  const box = boxOfTile(level, x, y)
  for (const [at, columns] of segments.entries()) {
    const test = tests[at] as RowTest
    const sums = sumsFor(columns.pyramid, level)
    if (sums && test.attributes.length === 0) {
      const [from, to] = runOf(sums, box)
      for (let cell = from; cell < to; cell++)
        if (!test.looks || test.looks[sums.look[cell] as number])
          add(sums.look[cell] as number, sums.members[cell] as number)
    } else {
      const [from, to] = runOf(columns, box)
      for (let row = from; row < to; row++) if (passes(test, columns, row)) add(columns.look[row] as number, 1)
    }
  }
  return counts
}
