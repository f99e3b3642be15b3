import type { Bbox, Geometry, LngLat } from '../../../server/contract/geo.ts'
import { gridPlaceOf, type HeatGrid, lngLatOf } from '../../map/heat-grid.ts'

/** The bounds of the cell that a place lies in. */
export function cellBounds(grid: HeatGrid, place: LngLat): Bbox {
  const [east, north] = gridPlaceOf(grid, place)
  const [w, s] = lngLatOf(grid, Math.floor(east), Math.floor(north))
  const [e, n] = lngLatOf(grid, Math.floor(east) + 1, Math.floor(north) + 1)
  return [w, s, e, n]
}

/** The cell as a shape, to be outlined. */
export function cellShape(grid: HeatGrid, place: LngLat): Geometry {
  const [w, s, e, n] = cellBounds(grid, place)
  const ring: LngLat[] = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
