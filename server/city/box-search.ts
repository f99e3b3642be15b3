import type { Bbox } from '../contract/geo.ts'
import type { Columns } from './columns.ts'
import { type Box, E7, mercatorX, mercatorY, WORLD } from './mercator.ts'
import { firstAfter } from './morton-order.ts'

/** A run of so few rows is looked at one by one. */
const FEW = 32

/** Calls `visit` with the rows whose things lie in the box, in Morton order, from row `from` on, dead ones too, until it answers false.
 *  A point lies in the box, edges included; a line or polygon when its own box meets it, which may be a little more than its shape does. */
export function eachInBox(columns: Columns, bbox: Bbox, from: number, visit: (row: number) => boolean): void {
  const box: Box = {
    minX: mercatorX(bbox[0]),
    minY: mercatorY(bbox[3]),
    maxX: mercatorX(bbox[2]),
    maxY: mercatorY(bbox[1]),
  }
  if (columns.tree) {
    const rows = columns.tree.search(box.minX, box.minY, box.maxX, box.maxY).sort((a, b) => a - b)
    for (const row of rows) if (row >= from && !visit(row)) return
    return
  }
  const [west, south, east, north] = bbox.map((degrees) => Math.round(degrees * E7)) as Bbox
  const { lng, lat } = columns
  const inside = (row: number): boolean => {
    const [x, y] = [lng[row] as number, lat[row] as number]
    return x >= west && x <= east && y >= south && y <= north
  }
  const scan = (low: number, high: number): boolean => {
    for (let row = Math.max(low, from); row < high; row++) if (inside(row) && !visit(row)) return false
    return true
  }
  /** The rows [low, high) of the cell at (x, y) with this side; false when the visitor has had enough. */
  const descend = (x: number, y: number, side: number, low: number, high: number): boolean => {
    if (high <= low || high <= from) return true
    if (x > box.maxX || y > box.maxY || x + side - 1 < box.minX || y + side - 1 < box.minY) return true
    if (high - low <= FEW || side === 1) return scan(low, high)
    const half = side / 2
    let start = low
    for (const [childX, childY] of [
      [x, y],
      [x + half, y],
      [x, y + half],
      [x + half, y + half],
    ] as const) {
      const end = firstAfter(columns, childX + half - 1, childY + half - 1, start, high)
      if (!descend(childX, childY, half, start, end)) return false
      start = end
    }
    return true
  }
  descend(0, 0, WORLD, 0, columns.count)
}
