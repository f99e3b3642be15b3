import type { LngLat } from '../contract/geo.ts'
import { nameOfCell, ringOf } from '../insight/spots/cell-grid.ts'
import { type CellFrame, checkCells } from './city-cells.ts'
import type { SpotSpan } from './spot-needs.ts'

/** A map of cells as GeoJSON; `about` is what it says of itself. */
export interface CellMap<P extends object, A extends object> {
  type: 'FeatureCollection'
  about: A & { cellMetres: number; origin: LngLat; from: string; to: string; seq: number }
  features: {
    type: 'Feature'
    id: string
    geometry: { type: 'Polygon'; coordinates: LngLat[][] }
    properties: P & { cell: string }
  }[]
}

/** A millisecond's worth. */
const DRAWN_AT_ONCE = 200

/** In the order of the rows, some cells at a time. */
export function* cellMap<R extends { cell: number }, A extends object>(
  { grid }: CellFrame,
  rows: Iterable<R>,
  { from, to, seq, about }: Pick<SpotSpan, 'from' | 'to'> & { seq: number; about: A },
): Generator<void, CellMap<Omit<R, 'cell'>, A>> {
  const features: CellMap<Omit<R, 'cell'>, A>['features'] = []
  for (const { cell, ...properties } of rows) {
    if (features.length % DRAWN_AT_ONCE === 0) yield
    const id = nameOfCell(grid, cell)
    const geometry = { type: 'Polygon' as const, coordinates: [ringOf(grid, cell)] }
    features.push({ type: 'Feature', id, geometry, properties: { cell: id, ...properties } })
  }
  const { cellMetres, origin } = grid
  return { type: 'FeatureCollection', about: { cellMetres, origin, from, to, seq, ...about }, features }
}

/** The cells of the city and those in which something was counted, in one order. Refuses more than an answer holds. */
export function cellsIn({ people }: CellFrame, ...counted: ReadonlyMap<number, unknown>[]): number[] {
  const cells = new Set(people.keys())
  for (const counts of counted) for (const cell of counts.keys()) cells.add(cell)
  checkCells(cells.size)
  return [...cells].sort((a, b) => a - b)
}
