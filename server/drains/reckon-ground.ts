import { flowOf } from '../insight/drains/flow.ts'
import { layOut, type ReliefTiles } from './read-relief.ts'

/** What the relief says of places, in their order. */
export interface Ground {
  cellM: number
  /** m² that drain to each; a relief cell, or a sink, is shared by all places that lie in it. */
  catchmentM2: Float64Array
  sinkM: Float64Array
  /** m² that drain to the cell, by all of it. */
  drainedM2: Float64Array
}

/** Undefined where the relief does not reach all of the places. */
export function reckonGround(tiles: ReliefTiles): Ground | undefined {
  const { relief, cellOf } = layOut(tiles)
  const cells = tiles.places.map(cellOf)
  if (cells.some((cell) => Number.isNaN(relief.heights[cell] ?? Number.NaN))) return undefined
  const { sinkM, catchmentM2, sink } = flowOf(relief)
  // A sink is numbered beyond the cells.
  const waterOf = (cell: number): number => ((sink[cell] ?? -1) < 0 ? cell : sink.length + (sink[cell] ?? 0))
  const sharing = new Map<number, number>()
  for (const cell of cells) sharing.set(waterOf(cell), (sharing.get(waterOf(cell)) ?? 0) + 1)
  return {
    cellM: relief.cellM,
    catchmentM2: Float64Array.from(cells, (cell) => (catchmentM2[cell] ?? 0) / (sharing.get(waterOf(cell)) ?? 1)),
    sinkM: Float64Array.from(cells, (cell) => sinkM[cell] ?? 0),
    drainedM2: Float64Array.from(cells, (cell) => catchmentM2[cell] ?? 0),
  }
}
