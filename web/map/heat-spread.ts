import type { LngLat } from '../../server/contract/geo.ts'
import type { DensityOptions, HeatCells } from './heat-cells.ts'
import { gridPlacer, type HeatGrid } from './heat-grid.ts'
import type { HeatColumns } from './read-heat.ts'

/** Beyond three deviations the kernel is cut; what is cut off is spread back, so that a case is one case. */
export const REACH = 3

interface Places {
  count: number
  outside: number
  /** Cells and parts of a cell from the grid's origin. */
  east: Float64Array
  north: Float64Array
}

/** The points of rows first … last − 1 that the options let through, in cells of the grid. */
export function placesOf(
  points: HeatColumns,
  first: number,
  last: number,
  grid: HeatGrid,
  { bounds, classes, sources }: DensityOptions,
): Places {
  const places: Places = {
    count: 0,
    outside: 0,
    east: new Float64Array(last - first),
    north: new Float64Array(last - first),
  }
  const placeIn = gridPlacer(grid)
  const inside = ([lng, lat]: LngLat) =>
    !bounds || (lng >= bounds[0] && lat >= bounds[1] && lng <= bounds[2] && lat <= bounds[3])
  for (let row = first; row < last; row++) {
    if (classes && !classes.has(points.classOf[row] as number)) continue
    if (sources && !sources.has(points.sourceOf[row] as number)) continue
    const place: LngLat = [(points.lng[row] as number) / 1e7, (points.lat[row] as number) / 1e7]
    if (!inside(place)) {
      places.outside++
      continue
    }
    const [east, north] = placeIn(place)
    places.east[places.count] = east
    places.north[places.count] = north
    places.count++
  }
  return places
}

interface Rectangle {
  west: number
  south: number
  columns: number
  rows: number
}

export function emptyRectangle(grid: HeatGrid, { west, south, columns, rows }: Rectangle, months: number): HeatCells {
  const size = columns * rows
  const density = new Float32Array(size)
  return { grid, west, south, columns, rows, density, count: new Uint32Array(size), months, outside: 0 }
}

/** A rectangle that holds every place with `reach` cells around it. */
export function emptyCells(grid: HeatGrid, places: Places, reach: number, months: number): HeatCells {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < places.count; i++) {
    west = Math.min(west, Math.floor(places.east[i] as number))
    east = Math.max(east, Math.floor(places.east[i] as number))
    south = Math.min(south, Math.floor(places.north[i] as number))
    north = Math.max(north, Math.floor(places.north[i] as number))
  }
  const rectangle =
    places.count === 0
      ? { west: 0, south: 0, columns: 0, rows: 0 }
      : {
          west: west - reach,
          south: south - reach,
          columns: east - west + 1 + 2 * reach,
          rows: north - south + 1 + 2 * reach,
        }
  return { ...emptyRectangle(grid, rectangle, months), outside: places.outside }
}

export function unionOf(a: Rectangle, b: Rectangle): Rectangle {
  if (a.columns === 0) return b
  if (b.columns === 0) return a
  const west = Math.min(a.west, b.west)
  const south = Math.min(a.south, b.south)
  return {
    west,
    south,
    columns: Math.max(a.west + a.columns, b.west + b.columns) - west,
    rows: Math.max(a.south + a.rows, b.south + b.rows) - south,
  }
}

/** Index of a cell of the grid in the rectangle; −1 outside. */
export function indexAt({ west, south, columns, rows }: Rectangle, column: number, row: number): number {
  const x = column - west
  const y = row - south
  return x < 0 || y < 0 || x >= columns || y >= rows ? -1 : y * columns + x
}

/** Adds one case at (east, north), cells from the origin, as a Gaussian of deviation `sigma` cells and volume `volume`. */
export function spread(cells: HeatCells, east: number, north: number, sigma: number, volume: number): void {
  const reach = Math.ceil(REACH * sigma)
  const column = Math.floor(east)
  const row = Math.floor(north)
  const own = indexAt(cells, column, row)
  cells.count[own] = (cells.count[own] ?? 0) + 1
  // A Gaussian is a product of its two axes: 2 × 11 exponentials a case and not 121.
  const across = weights(east - column, reach, sigma)
  const up = weights(north - row, reach, sigma)
  for (let j = 0; j < up.length; j++) {
    const start = indexAt(cells, column - reach, row - reach + j)
    for (let i = 0; i < across.length; i++) {
      const index = start + i
      cells.density[index] = (cells.density[index] as number) + volume * (up[j] as number) * (across[i] as number)
    }
  }
}

/** Shares of a case among the cells −reach … reach, taken at the middle of each; they sum to 1. `part` is its place in its own cell. */
function weights(part: number, reach: number, sigma: number): Float64Array {
  const shares = new Float64Array(2 * reach + 1)
  let sum = 0
  for (let i = 0; i < shares.length; i++) {
    const distance = (i - reach + 0.5 - part) / sigma
    const share = Math.abs(distance) > REACH ? 0 : Math.exp(-0.5 * distance * distance)
    shares[i] = share
    sum += share
  }
  return shares.map((share) => share / sum)
}

/** Index of the first instant ≥ `from` in an ascending column. */
export function firstAtOrAfter(at: Uint32Array, from: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((at[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}
