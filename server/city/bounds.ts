import type { Bbox } from '../contract/geo.ts'
import { boxOfRow, type LayerRows } from './layer-rows.ts'
import { latOf, lngOf } from './mercator.ts'

/** West, south, east, north of all living rows, or undefined where there are none. */
export function boundsOf({ segments }: LayerRows): Bbox | undefined {
  let [west, north, east, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1]
  for (const columns of segments)
    for (let row = 0; row < columns.count; row++) {
      if (columns.dead?.[row]) continue
      const box = boxOfRow(columns, row)
      west = Math.min(west, box.minX)
      north = Math.min(north, box.minY)
      east = Math.max(east, box.maxX)
      south = Math.max(south, box.maxY)
    }
  // A unit further, so that rounding down to whole units leaves nothing out.
  return east < 0 ? undefined : [lngOf(west), latOf(south + 1), lngOf(east + 1), latOf(north)]
}
