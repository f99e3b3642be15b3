import { readFileSync } from 'node:fs'
import { type CityMemory, openCity } from '../../../../server/city/city.ts'
import type { Asset } from '../../../../server/contract/asset.ts'
import type { Geometry, LngLat } from '../../../../server/contract/geo.ts'
import { Layer } from '../../../../server/contract/layer.ts'
import { PlacementRules } from '../../../../server/contract/placement.ts'
import { lamp } from '../../../support/entries.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(`data/${path}`, 'utf8'))

export const RULES = PlacementRules.parse(read('rules/placement.json'))

const LAYERS = ['unit-grids', 'responsibility-grids', 'roads', 'streetlights', 'light-cabinets', 'bins', 'drains'].map(
  (id) => Layer.parse(read(`catalogue/${id}.json`)),
)

/** A city in memory of the shipped layers that cases find their place by. */
export async function memoryOf(assets: readonly Asset[]): Promise<CityMemory> {
  const memory = openCity(LAYERS)
  for (const { id } of LAYERS) {
    await memory.load(
      id,
      assets.filter(({ layer }) => layer === id),
    )
  }
  return memory
}

export const HOME: LngLat = [93.785, 31.886]
const METRES_PER_DEGREE = 111_195.08

/** So many metres to the east and north of a place. */
export const moved = ([lng, lat]: LngLat, east: number, north = 0): LngLat => [
  lng + east / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
  lat + north / METRES_PER_DEGREE,
]

const thing = (of: Partial<Asset> & Pick<Asset, 'id' | 'layer' | 'code' | 'geometry'>): Asset =>
  lamp(0, { name: of.id, status: 'normal', fields: {}, edition: 'local', ...of })

export const polygon = (...rings: LngLat[][]): Geometry => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ring[0] as LngLat]),
})

/** A square of metres east and north of HOME. */
export const square = (west: number, south: number, side: number): LngLat[] => [
  moved(HOME, west, south),
  moved(HOME, west + side, south),
  moved(HOME, west + side, south + side),
  moved(HOME, west, south + side),
]

/** 15 digits out of a short number, in the first community. */
export const gridCode = (number: number): string => `540626100001${String(number).padStart(3, '0')}`

export const unitGrid = (id: string, geometry: Geometry, responsibilityGrid?: string): Asset =>
  thing({ id, layer: 'unit-grids', code: 'L0802', geometry, fields: responsibilityGrid ? { responsibilityGrid } : {} })

export const responsibilityGrid = (id: string, geometry: Geometry): Asset =>
  thing({ id, layer: 'responsibility-grids', code: 'L0801', geometry })

export const road = (id: string, coordinates: LngLat[], name = id): Asset =>
  thing({ id, layer: 'roads', code: 'L0101', status: 'open', name, geometry: { type: 'LineString', coordinates } })

export const lampAt = (number: number, coordinates: LngLat, fields: Asset['fields'] = {}): Asset =>
  lamp(number, { geometry: { type: 'Point', coordinates }, fields })

export const binAt = (number: number, coordinates: LngLat): Asset =>
  lamp(number, {
    ...{ id: `54062603005${String(number).padStart(6, '0')}`, layer: 'bins', code: '03005', status: 'normal' },
    ...{ geometry: { type: 'Point', coordinates }, fields: { kind: 'street' } },
  })

export const cabinetAt = (number: number, coordinates: LngLat, circuit: string): Asset =>
  lamp(number, {
    ...{
      id: `54062601060${String(number).padStart(6, '0')}`,
      layer: 'light-cabinets',
      code: '01060',
      status: 'closed',
    },
    ...{ geometry: { type: 'Point', coordinates }, fields: { circuit } },
  })
