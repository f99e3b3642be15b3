import type { Geometry, LngLat } from '../contract/geo.ts'
import type { Layer } from '../contract/layer.ts'
import { type AssetFault, assetFault } from './asset-fault.ts'

/** China with its seas, in degrees: a position outside is a wrong system or swapped columns. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 }

const GEOMETRIES: Record<Layer['geometry'], Geometry['type'][]> = {
  point: ['Point'],
  line: ['LineString', 'MultiLineString'],
  polygon: ['Polygon', 'MultiPolygon'],
}

/** The first thing wrong with where a thing of this layer is to stand: its kind, its positions, a ring that does not end where it began. */
export function faultOfPlace(layer: Layer, geometry: Geometry): AssetFault | undefined {
  const kind = faultOfKind(layer, geometry.type)
  if (kind) return kind
  for (const position of positionsOf(geometry.coordinates)) {
    const fault = faultOfPosition(position)
    if (fault) return fault
  }
  return ringsOf(geometry).every(isClosed)
    ? undefined
    : assetFault(
        'bad-geometry',
        'geometry',
        '面的边界没有闭合：首尾两点应相同',
        'a ring does not close: its last position is its first',
      )
}

export function faultOfKind(layer: Layer, type: string): AssetFault | undefined {
  const allowed = GEOMETRIES[layer.geometry]
  if (allowed.some((one) => one === type)) return undefined
  return assetFault(
    'bad-geometry',
    'geometry',
    `${layer.name.zh}应为 ${allowed.join('、')}，这里是 ${type}`,
    `${layer.id} holds ${allowed.join(' or ')}, this is a ${type}`,
  )
}

export function faultOfPosition([lng, lat]: LngLat): AssetFault | undefined {
  if (inChina(lng, lat)) return undefined
  const at = `${lng}, ${lat}`
  if (inChina(lat, lng))
    return assetFault(
      'swapped',
      'geometry',
      `${at} 在中国之外，对调之后在中国之内：经度和纬度是否对调了？`,
      `${at} lies outside China, turned round it lies inside: are lng and lat swapped?`,
    )
  return assetFault(
    'outside',
    'geometry',
    `${at} 在中国之外：坐标系是否与声明的一致？`,
    `${at} lies outside China: is the coordinate system the declared one?`,
  )
}

/** Every position of coordinates of whatever depth, as they come. */
export function* positionsOf(value: unknown): Generator<LngLat> {
  if (!Array.isArray(value)) return
  if (typeof value[0] === 'number') yield value as LngLat
  else for (const part of value) yield* positionsOf(part)
}

const inChina = (lng: number, lat: number): boolean =>
  lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north

const ringsOf = ({ type, coordinates }: Geometry): LngLat[][] =>
  type === 'Polygon' ? coordinates : type === 'MultiPolygon' ? coordinates.flat() : []

const isClosed = (ring: LngLat[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
