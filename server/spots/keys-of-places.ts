import type { CityPicture } from '../city/city-picture.ts'
import type { LngLat } from '../contract/geo.ts'
import type { ComparedBy } from '../contract/spot-periods.ts'
import { AreaIndex } from '../insight/spots/area-index.ts'
import { type CellGrid, nameOfCell } from '../insight/spots/cell-grid.ts'
import { Plane } from '../roads/plane.ts'
import { SegmentIndex, segmentsOf } from '../roads/segments.ts'

const LAYER_OF = { grid: 'responsibility-grids', 'unit-grid': 'unit-grids' } as const

export type KeyOfPlace = (lng: number, lat: number) => string

/** Under what a place is counted: its cell, its road, its grid; '' for none. A grid or a road at a time: a district has 11,000 unit grids. */
export function* keysOfPlaces(
  picture: Pick<CityPicture, 'layer'>,
  by: ComparedBy,
  { grid, roadWithinMetres }: { grid: CellGrid; roadWithinMetres: number },
): Generator<void, KeyOfPlace> {
  if (by === 'cell')
    return (lng, lat) => {
      const cell = grid.cellAt(lng, lat)
      return cell === undefined ? '' : nameOfCell(grid, cell)
    }
  if (by === 'road') return yield* roadKeys(picture, roadWithinMetres)
  if (by === 'all' || by === 'class') return () => by
  const areas: { id: string; rings: readonly LngLat[][] }[] = []
  for (const { id, geometry } of picture.layer(LAYER_OF[by])?.all() ?? []) {
    yield
    if (geometry.type === 'Polygon') areas.push({ id, rings: geometry.coordinates })
    if (geometry.type === 'MultiPolygon') areas.push({ id, rings: geometry.coordinates.flat() })
  }
  const index = new AreaIndex(areas)
  yield
  return (lng, lat) => index.at(lng, lat)
}

/** The nearest road within so many metres. */
function* roadKeys(picture: Pick<CityPicture, 'layer'>, within: number): Generator<void, KeyOfPlace> {
  const layer = picture.layer('roads')
  const [west = 0, south = 0, east = 0, north = 0] = layer?.bounds() ?? []
  const plane = new Plane([(west + east) / 2, (south + north) / 2])
  const lines: { id: string; line: LngLat[] }[] = []
  for (const { id, geometry } of layer?.all() ?? []) {
    yield
    if (geometry.type === 'LineString') lines.push({ id, line: geometry.coordinates })
    if (geometry.type === 'MultiLineString') lines.push(...geometry.coordinates.map((line) => ({ id, line })))
  }
  const index = new SegmentIndex(segmentsOf(lines.map(({ line }) => line.map((at) => plane.point(at)))))
  return (lng, lat) => {
    const found = index.nearest(plane.point([lng, lat]), within, () => true)
    return lines[found?.segment.line ?? -1]?.id ?? ''
  }
}
