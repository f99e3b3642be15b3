import type { Bbox, LngLat } from '../../server/contract/geo.ts'
import { gridPlaceOf, type HeatGrid, lngLatOf } from './heat-grid.ts'
import { emptyCells, emptyRectangle, firstAtOrAfter, indexAt, placesOf, REACH, spread, unionOf } from './heat-spread.ts'
import type { HeatColumns } from './read-heat.ts'

/** Fixed borders of the colours in cases per km² per month; they never follow the data or the zoom. */
export const HEAT_STEPS = [5, 10, 20, 40, 80]
/** The same for complaints − inspections. */
export const DIFFERENCE_STEPS = [-20, -10, -2, 2, 10, 20]

export const CELL_METRES = 100

/** Standard deviation of the Gaussian. 150 m: a complaint is about its street corner, and two of one corner should meet. */
const BANDWIDTH_METRES = 150
const SECONDS_A_MONTH = (365.2425 / 12) * 86_400

/** Densities on a fixed grid, as a rectangle of cells row by row from the south-west. */
export interface HeatCells {
  grid: HeatGrid
  /** Column and row of the first cell in the grid. */
  west: number
  south: number
  columns: number
  rows: number
  /** Cases per km² per month. */
  density: Float32Array
  /** Points whose place is in the cell itself. */
  count: Uint32Array
  /** Length of the window, months of 30.44 days. */
  months: number
  /** Points in the window that lie outside the bounds. */
  outside: number
  /** In a difference, the larger of the two densities: where both are next to nothing there is nothing to compare. */
  evidence?: Float32Array
  /** 1 where there were complaints and no inspection; only in a difference. */
  uninspected?: Uint8Array
  /** Per cell, in a difference, the two counts that it is the difference of. */
  counts?: { complaints: Uint32Array; inspections: Uint32Array }
}

/** One cell as it is read out. */
export interface CellReading {
  /** Middle of the cell. */
  lngLat: LngLat
  /** Cases per km² per month; signed in a difference. */
  density: number
  count: number
  months: number
  complaints?: number
  inspections?: number
  uninspected?: boolean
}

export interface DensityOptions {
  /** South-west corner of cell (0, 0); the city's centre serves. */
  origin: LngLat
  cellMetres?: number
  bandwidthMetres?: number
  /** Points elsewhere are counted as outside: one wrong place must not make a grid as large as a province. */
  bounds?: Bbox
  /** Only these classes and sources, by index; absent is all. */
  classes?: ReadonlySet<number>
  sources?: ReadonlySet<number>
}

/** Density of the points with from ≤ at < to (unix seconds) in cases per km² per month: every case is a Gaussian of volume 1, so the
 *  sum over all cells of density × area × months is the number of cases. Independent of zoom. */
export function densityOf(
  points: HeatColumns,
  window: { from: number; to: number },
  options: DensityOptions,
): HeatCells {
  const grid = { origin: options.origin, cellMetres: options.cellMetres ?? CELL_METRES }
  const first = firstAtOrAfter(points.at, window.from)
  const last = firstAtOrAfter(points.at, window.to)
  const places = placesOf(points, first, last, grid, options)
  const months = Math.max(window.to - window.from, 1) / SECONDS_A_MONTH
  const sigma = (options.bandwidthMetres ?? BANDWIDTH_METRES) / grid.cellMetres
  const cells = emptyCells(grid, places, Math.ceil(REACH * sigma), months)
  const squareKilometres = (grid.cellMetres / 1000) ** 2
  for (let i = 0; i < places.count; i++)
    spread(cells, places.east[i] as number, places.north[i] as number, sigma, 1 / (squareKilometres * months))
  return cells
}

/** Complaints − inspections, cell by cell; both must be on the same grid. */
export function differenceOf(complaints: HeatCells, inspections: HeatCells): HeatCells {
  const cells = emptyRectangle(complaints.grid, unionOf(complaints, inspections), complaints.months)
  const size = cells.density.length
  const counts = { complaints: new Uint32Array(size), inspections: new Uint32Array(size) }
  const uninspected = new Uint8Array(size)
  const evidence = new Float32Array(size)
  for (let row = 0; row < cells.rows; row++)
    for (let column = 0; column < cells.columns; column++) {
      const i = row * cells.columns + column
      const a = indexAt(complaints, cells.west + column, cells.south + row)
      const b = indexAt(inspections, cells.west + column, cells.south + row)
      const [complained, inspected] = [complaints.density[a] ?? 0, inspections.density[b] ?? 0]
      cells.density[i] = complained - inspected
      evidence[i] = Math.max(complained, inspected)
      counts.complaints[i] = complaints.count[a] ?? 0
      counts.inspections[i] = inspections.count[b] ?? 0
      cells.count[i] = (counts.complaints[i] ?? 0) + (counts.inspections[i] ?? 0)
      uninspected[i] = (complaints.count[a] ?? 0) > 0 && (inspections.count[b] ?? 0) === 0 ? 1 : 0
    }
  return { ...cells, counts, evidence, uninspected, outside: complaints.outside + inspections.outside }
}

/** What the cell at a place says; undefined outside the rectangle. */
export function readingAt(cells: HeatCells, place: LngLat): CellReading | undefined {
  const [east, north] = gridPlaceOf(cells.grid, place)
  return readingOf(cells, indexAt(cells, Math.floor(east), Math.floor(north)))
}

/** What the cell of an index says; undefined when there is none. */
export function readingOf(cells: HeatCells, index: number): CellReading | undefined {
  const density = cells.density[index]
  if (density === undefined) return undefined
  const column = cells.west + (index % cells.columns)
  const row = cells.south + Math.floor(index / cells.columns)
  return {
    lngLat: lngLatOf(cells.grid, column + 0.5, row + 0.5),
    density,
    count: cells.count[index] ?? 0,
    months: cells.months,
    ...(cells.counts && {
      complaints: cells.counts.complaints[index] ?? 0,
      inspections: cells.counts.inspections[index] ?? 0,
      uninspected: cells.uninspected?.[index] === 1,
    }),
  }
}

/** P6: the cells that complained and were not inspected, the most complained of first. */
export function uninspectedCells(cells: HeatCells): CellReading[] {
  const found: CellReading[] = []
  cells.uninspected?.forEach((yes, index) => {
    const reading = yes ? readingOf(cells, index) : undefined
    if (reading) found.push(reading)
  })
  return found.sort((a, b) => (b.complaints ?? 0) - (a.complaints ?? 0) || b.density - a.density)
}
