import { intersection, union } from './clipping.ts'
import { type Box, boxOf, first, type Polygon, polygonArea } from './geometry.ts'

/** A piece of one inspector's area in one square of the grid. */
export interface UnitCell {
  polygon: Polygon
  column: number
  row: number
}

const CELL_METRES = 100
// A piece smaller than this is nobody's cell: it joins the one beside it, m².
const SMALLEST = 2600

/** Cuts ground by a regular grid whose lines are multiples of 100 m. */
export const cutCells = (ground: Polygon[]): UnitCell[] => joinSlivers(ground.flatMap(cutBySquares))

export function cutBySquares(polygon: Polygon): UnitCell[] {
  const [west, south, east, north] = boxOf(first(polygon)).map((metres) => Math.floor(metres / CELL_METRES)) as Box
  const pieces: UnitCell[] = []
  for (let row = north; row >= south; row--)
    for (let column = west; column <= east; column++)
      for (const piece of intersection([polygon], [[square(column, row)]])) pieces.push({ polygon: piece, column, row })
  return pieces
}

function square(column: number, row: number): [number, number][] {
  const [x, y] = [column * CELL_METRES, row * CELL_METRES]
  return [
    [x, y],
    [x + CELL_METRES, y],
    [x + CELL_METRES, y + CELL_METRES],
    [x, y + CELL_METRES],
  ]
}

function joinSlivers(cells: UnitCell[]): UnitCell[] {
  const kept = new Set(cells)
  const slivers = cells
    .filter(({ polygon }) => polygonArea(polygon) < SMALLEST)
    .sort((a, b) => polygonArea(a.polygon) - polygonArea(b.polygon))
  for (const sliver of slivers) {
    const neighbours = [...kept]
      .filter(
        (other) =>
          other !== sliver && Math.abs(other.column - sliver.column) <= 1 && Math.abs(other.row - sliver.row) <= 1,
      )
      // The smallest neighbour gains most from it, and cells stay of one size.
      .sort((a, b) => polygonArea(a.polygon) - polygonArea(b.polygon))
    for (const other of neighbours) {
      const joined = union([other.polygon], [sliver.polygon])
      const [only] = joined
      if (!only || joined.length > 1) continue
      other.polygon = only
      kept.delete(sliver)
      break
    }
  }
  return [...kept]
}
