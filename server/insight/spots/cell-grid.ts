import type { LngLat } from '../../contract/geo.ts'
import { METRES_PER_DEGREE } from '../../contract/local-plane.ts'

/** East and north in cells, from the south-west corner of cell 0:0. */
export type InCells = readonly [east: number, north: number]

/** Square cells in the city's plane. A cell is one number, so that tallies are kept in maps of numbers. */
export interface CellGrid {
  readonly origin: LngLat
  readonly cellMetres: number
  /** Where a place is, in cells. */
  place(lng: number, lat: number): InCells
  /** Undefined too far from the origin for a cell to have a number. */
  cellAt(lng: number, lat: number): number | undefined
}

/** Cells reach so far to each side: 1,600 km of the smallest. */
const REACH = 2 ** 15
const ROW = 2 ** 16

export const cellOf = (column: number, row: number): number | undefined =>
  Math.abs(column + 0.5) < REACH && Math.abs(row + 0.5) < REACH ? (row + REACH) * ROW + column + REACH : undefined

export const columnOf = (cell: number): number => (cell % ROW) - REACH
export const rowOf = (cell: number): number => Math.floor(cell / ROW) - REACH

export function makeGrid(origin: LngLat, cellMetres: number): CellGrid {
  const [lng0, lat0] = origin
  const perLng = (METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180)) / cellMetres
  const perLat = METRES_PER_DEGREE / cellMetres
  const place = (lng: number, lat: number): InCells => [(lng - lng0) * perLng, (lat - lat0) * perLat]
  return {
    ...{ origin, cellMetres, place },
    cellAt(lng, lat) {
      const [east, north] = place(lng, lat)
      return cellOf(Math.floor(east), Math.floor(north))
    },
  }
}

/** The origin of a city's grids: a tenth of a degree near the middle of its box, so that a survey that widens the box leaves the cells where they
 *  were. */
export const originFor = ([west, south, east, north]: readonly [number, number, number, number]): LngLat => [
  Math.round(((west + east) / 2) * 10) / 10,
  Math.round(((south + north) / 2) * 10) / 10,
]

export const nameOfCell = ({ cellMetres }: CellGrid, cell: number): string =>
  `${cellMetres}:${columnOf(cell)}:${rowOf(cell)}`

/** Closed, counter-clockwise, degrees to a centimetre. */
export function ringOf({ origin, cellMetres }: CellGrid, cell: number): LngLat[] {
  const perLng = METRES_PER_DEGREE * Math.cos((origin[1] * Math.PI) / 180)
  const corner = (east: number, north: number): LngLat => [
    seven(origin[0] + ((columnOf(cell) + east) * cellMetres) / perLng),
    seven(origin[1] + ((rowOf(cell) + north) * cellMetres) / METRES_PER_DEGREE),
  ]
  return [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]
}

const seven = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Places, in columns of one length. */
export interface Places {
  readonly lng: ArrayLike<number>
  readonly lat: ArrayLike<number>
}

/** How many stand in each cell; what is too far off for one is in none. */
export function tally(grid: CellGrid, { lng, lat }: Places): Map<number, number> {
  const counts = new Map<number, number>()
  for (let at = 0; at < lng.length; at++) {
    const cell = grid.cellAt(lng[at] ?? 0, lat[at] ?? 0)
    if (cell !== undefined) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return counts
}
