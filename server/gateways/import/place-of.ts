import { parse as parseWkt } from 'wellknown'
import { Geometry, type LngLat } from '../../contract/geo.ts'
import type { Layer } from '../../contract/layer.ts'
import { RejectedRow } from './refusals.ts'
import type { SourceRow } from './source-row.ts'

/** A geometry as the file has it: its coordinates are not yet known to be what they should. */
interface RawGeometry {
  type: string
  coordinates: unknown
}

/** China with its seas, in degrees: a position outside is a wrong system or swapped columns. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 }

const GEOMETRIES: Record<Layer['geometry'], Geometry['type'][]> = {
  point: ['Point'],
  line: ['LineString', 'MultiLineString'],
  polygon: ['Polygon', 'MultiPolygon'],
}

/** The row's geometry in WGS84 degrees; RejectedRow when it has none, a wrong one, or one outside China. */
export function placeOf(
  row: SourceRow,
  layer: Layer,
  cell: (target: string) => string | undefined,
  turn: (position: number[]) => LngLat,
): Geometry {
  const raw = rawPlace(row, cell)
  if (!raw) throw new RejectedRow('no-place', '这一行没有位置', 'the row has no place')
  const allowed = GEOMETRIES[layer.geometry]
  if (!allowed.includes(raw.type as Geometry['type']))
    throw new RejectedRow(
      'bad-geometry',
      `${layer.name.zh}应为 ${allowed.join('、')}，这一行是 ${raw.type}`,
      `${layer.id} holds ${allowed.join(' or ')}, the row is a ${raw.type}`,
    )
  const coordinates = turned(raw.coordinates, turn)
  for (const at of positionsOf(coordinates)) checkPosition(at)
  const geometry = Geometry.safeParse({ type: raw.type, coordinates })
  if (geometry.success) return geometry.data
  throw new RejectedRow(
    'bad-geometry',
    '几何不完整：点数不足或不是数字',
    'broken geometry: too few positions, or not numbers',
  )
}

function rawPlace(row: SourceRow, cell: (target: string) => string | undefined): RawGeometry | undefined {
  if (row.geometry) return row.geometry
  const wkt = cell('wkt')
  if (wkt !== undefined) {
    const geometry = parseWkt(wkt)
    if (geometry && geometry.type !== 'GeometryCollection') return geometry
    const start = wkt.slice(0, 40)
    throw new RejectedRow('bad-geometry', `“${start}”不是 WKT 几何`, `“${start}” is no WKT geometry`)
  }
  const [lng, lat] = [cell('lng'), cell('lat')]
  if (lng === undefined || lat === undefined) return undefined
  const coordinates = [Number(lng), Number(lat)]
  if (coordinates.every(Number.isFinite)) return { type: 'Point', coordinates }
  throw new RejectedRow('bad-place', `“${lng}, ${lat}”不是数字`, `“${lng}, ${lat}” are no numbers`)
}

/** Every position turned, whatever the depth; heights and measures are dropped. */
const turned = (value: unknown, turn: (position: number[]) => LngLat): unknown => {
  if (!Array.isArray(value)) return value
  return typeof value[0] === 'number' ? turn(value) : value.map((part) => turned(part, turn))
}

function* positionsOf(value: unknown): Generator<LngLat> {
  if (!Array.isArray(value)) return
  if (typeof value[0] === 'number') yield value as LngLat
  else for (const part of value) yield* positionsOf(part)
}

function checkPosition([lng, lat]: LngLat): void {
  if (inChina(lng, lat)) return
  const at = `${lng}, ${lat}`
  if (inChina(lat, lng))
    throw new RejectedRow(
      'swapped',
      `${at} 在中国之外，对调之后在中国之内：经度和纬度两列是否对调了？`,
      `${at} lies outside China, turned round it lies inside: are the columns of lng and lat swapped?`,
    )
  throw new RejectedRow(
    'outside',
    `${at} 在中国之外：坐标系是否与声明的一致？`,
    `${at} lies outside China: is the coordinate system the declared one?`,
  )
}

const inChina = (lng: number, lat: number): boolean =>
  lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north
