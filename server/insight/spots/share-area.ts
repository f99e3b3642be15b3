import type { LngLat } from '../../contract/geo.ts'
import { type CellGrid, cellOf, type InCells } from './cell-grid.ts'

/** How much of a polygon (outer ring, then holes; degrees) lies in each cell, in cells. */
export function shareArea(grid: CellGrid, rings: readonly (readonly LngLat[])[]): Map<number, number> {
  const areas = new Map<number, number>()
  for (const [at, ring] of rings.entries()) {
    const sign = at === 0 ? 1 : -1
    for (const [cell, area] of areasOf(ring.map(([lng, lat]) => grid.place(lng, lat))))
      areas.set(cell, (areas.get(cell) ?? 0) + sign * area)
  }
  return areas
}

/** Cut into columns, and each column into cells. */
function* areasOf(ring: readonly InCells[]): Generator<[cell: number, area: number]> {
  const [west, east] = reachOf(ring, 0)
  for (let column = west; column <= east; column++) {
    const strip = cut(cut(ring, 0, column, 1), 0, column + 1, -1)
    if (strip.length < 3) continue
    const [south, north] = reachOf(strip, 1)
    for (let row = south; row <= north; row++) {
      const piece = cut(cut(strip, 1, row, 1), 1, row + 1, -1)
      const [area, cell] = [areaOf(piece), cellOf(column, row)]
      if (area > 0 && cell !== undefined) yield [cell, area]
    }
  }
}

function reachOf(ring: readonly InCells[], axis: 0 | 1): [first: number, last: number] {
  const values = ring.map((at) => at[axis])
  return [Math.floor(Math.min(...values)), Math.floor(Math.max(...values))]
}

/** What of a ring lies on one side of a line along an axis (Sutherland–Hodgman). `side` 1 keeps what is greater. */
function cut(ring: readonly InCells[], axis: 0 | 1, line: number, side: 1 | -1): InCells[] {
  const kept: InCells[] = []
  const beyond = (at: InCells): number => (at[axis] - line) * side
  for (const [index, at] of ring.entries()) {
    const before = ring[(index + ring.length - 1) % ring.length] ?? at
    const [was, is] = [beyond(before), beyond(at)]
    if (was * is < 0) {
      const share = was / (was - is)
      kept.push([before[0] + (at[0] - before[0]) * share, before[1] + (at[1] - before[1]) * share])
    }
    if (is >= 0) kept.push(at)
  }
  return kept
}

function areaOf(ring: readonly InCells[]): number {
  let twice = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice) / 2
}
