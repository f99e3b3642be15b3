import type { Geometry, LngLat } from '../../../server/contract/geo.ts'
import { gridPlacer } from '../../map/heat-grid.ts'
import type { HeatColumns } from '../../map/read-heat.ts'

/** Two street corners: who looks at one sees the other not. */
export const MINUS_METRES = 200

type Places = Pick<HeatColumns, 'count' | 'lng' | 'lat'>

export interface MinusArea {
  /** Empty for what lies in no area. */
  name: string
  /** Complaints from its cells, in their cells alone. */
  complaints: number
  /** Cells with complaints where nobody looked, and those where somebody did. */
  blind: number
  seen: number
}

/** Complaints minus inspections by cell, told by area: the one with the most cells that complained and were not looked at first. Areas without
 *  complaints are left out. @param origin corner of the grid; the city's centre serves */
export function countMinus(
  complaints: Places,
  inspections: Places,
  { areas, origin }: { areas: readonly { name: string; geometry: Geometry }[]; origin: LngLat },
): MinusArea[] {
  const placer = gridPlacer({ origin, cellMetres: MINUS_METRES })
  const cellOf = (place: LngLat): string => placer(place).map(Math.floor).join()
  const looked = new Set(placesOf(inspections).map(cellOf))
  const cells = new Map<string, { at: LngLat; complaints: number }>()
  for (const at of placesOf(complaints)) {
    const key = cellOf(at)
    const cell = cells.get(key) ?? { at, complaints: 0 }
    cells.set(key, { ...cell, complaints: cell.complaints + 1 })
  }
  const byArea = new Map<string, MinusArea>()
  for (const [key, cell] of cells) {
    const name = areas.find(({ geometry }) => isInside(cell.at, geometry))?.name ?? ''
    const area = byArea.get(name) ?? { name, complaints: 0, blind: 0, seen: 0 }
    area.complaints += cell.complaints
    area[looked.has(key) ? 'seen' : 'blind'] += 1
    byArea.set(name, area)
  }
  return [...byArea.values()].sort(
    (a, b) => b.blind - a.blind || b.complaints - a.complaints || (a.name < b.name ? -1 : 1),
  )
}

const placesOf = ({ count, lng, lat }: Places): LngLat[] =>
  Array.from({ length: count }, (_, at) => [(lng[at] ?? 0) / 1e7, (lat[at] ?? 0) / 1e7])

/** Even–odd over all rings, so that a hole is outside. */
export function isInside([x, y]: LngLat, geometry: Geometry): boolean {
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : []
  let inside = false
  for (const ring of rings)
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1, y1] = ring[at] ?? [0, 0]
      const [x2, y2] = ring[before] ?? [0, 0]
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  return inside
}
