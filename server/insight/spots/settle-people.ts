import type { LngLat } from '../../contract/geo.ts'
import { toTheEnd } from '../steps/to-the-end.ts'
import type { CellGrid } from './cell-grid.ts'
import { shareArea } from './share-area.ts'

/** A unit grid: its polygons, and how many live there; null where nobody knows. */
export interface Settled {
  polygons: readonly (readonly (readonly LngLat[])[])[]
  people: number | null
}

/** Who lives in which cell: people are spread evenly over their unit grid (areal weighting). A cell that no unit grid touches is not in it; one
 *  that only grids touch of which nobody knows has null. */
export const settlePeople = (grid: CellGrid, grids: Iterable<Settled>): Map<number, number | null> =>
  toTheEnd(settleInSteps(grid, grids))

/** As settlePeople, a unit grid at a time. */
export function* settleInSteps(grid: CellGrid, grids: Iterable<Settled>): Generator<void, Map<number, number | null>> {
  const people = new Map<number, number | null>()
  for (const { polygons, people: known } of grids) {
    yield
    const areas = polygons.flatMap((rings) => [...shareArea(grid, rings)])
    const whole = areas.reduce((sum, [, area]) => sum + area, 0)
    for (const [cell, area] of areas) {
      const before = people.get(cell) ?? null
      people.set(cell, known === null || whole <= 0 ? before : (before ?? 0) + (known * area) / whole)
    }
  }
  return people
}
