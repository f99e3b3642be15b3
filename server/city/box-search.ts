import type { Bbox } from '../contract/geo.ts'
import type { Columns } from './columns.ts'
import { type Box, E7, mercatorX, mercatorY, WORLD } from './mercator.ts'
import { firstAfter } from './morton-order.ts'

/** A run of so few rows is looked at one by one. */
const FEW = 32

/** Rows [from, to). */
export type VisitRun = (from: number, to: number) => void

/** Calls `visit` with the runs of rows whose things lie in the box, in Morton order, dead ones too; without a box that is one run. A point
 *  lies in the box, edges included; a line or polygon when its own box meets it, which may be a little more than its shape does. */
export function eachRunInBox(columns: Columns, bbox: Bbox | undefined, visit: VisitRun): void {
  if (!bbox) {
    visit(0, columns.count)
    return
  }
  const box: Box = {
    minX: mercatorX(bbox[0]),
    minY: mercatorY(bbox[3]),
    maxX: mercatorX(bbox[2]),
    maxY: mercatorY(bbox[1]),
  }
  if (columns.tree) {
    const rows = Uint32Array.from(columns.tree.search(box.minX, box.minY, box.maxX, box.maxY)).sort()
    for (const row of rows) visit(row, row + 1)
  } else descend(columns, box, bbox, visit)
}

/** Goes down the quadtree that the order of the points is. */
function descend(columns: Columns, box: Box, bbox: Bbox, visit: VisitRun): void {
  const [west, south, east, north] = bbox.map((degrees) => Math.round(degrees * E7)) as Bbox
  const { lng, lat } = columns
  const scan = (low: number, high: number): void => {
    let from = low
    for (let row = low; row < high; row++) {
      const [x, y] = [lng[row] as number, lat[row] as number]
      if (x >= west && x <= east && y >= south && y <= north) continue
      if (row > from) visit(from, row)
      from = row + 1
    }
    if (high > from) visit(from, high)
  }
  /** The rows [low, high) of the cell at (x, y) with this side. */
  const enter = (x: number, y: number, side: number, low: number, high: number): void => {
    const [endX, endY] = [x + side - 1, y + side - 1]
    if (high <= low || x > box.maxX || y > box.maxY || endX < box.minX || endY < box.minY) return
    // The box's edge in Mercator units and that in degrees may be a unit apart: what is farther inside needs no second look.
    if (x > box.minX + 1 && y > box.minY + 1 && endX < box.maxX - 1 && endY < box.maxY - 1) visit(low, high)
    else if (high - low <= FEW || side === 1) scan(low, high)
    else {
      const half = side / 2
      const middle = firstAfter(columns, endX, y + half - 1, low, high)
      const above = firstAfter(columns, x + half - 1, y + half - 1, low, middle)
      const below = firstAfter(columns, x + half - 1, endY, middle, high)
      enter(x, y, half, low, above)
      enter(x + half, y, half, above, middle)
      enter(x, y + half, half, middle, below)
      enter(x + half, y + half, half, below, high)
    }
  }
  enter(0, 0, WORLD, 0, columns.count)
}
