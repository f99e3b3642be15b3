import { parse as parseWkt } from 'wellknown'
import { faultOfKind, faultOfPosition, positionsOf } from '../../assets/fault-of-place.ts'
import { Geometry, type LngLat } from '../../contract/geo.ts'
import type { Layer } from '../../contract/layer.ts'
import { RejectedRow, rejected } from './refusals.ts'
import type { SourceRow } from './source-row.ts'

/** A geometry as the file has it: its coordinates are not yet known to be what they should. */
interface RawGeometry {
  type: string
  coordinates: unknown
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
  const kind = faultOfKind(layer, raw.type)
  if (kind) throw rejected(kind)
  const coordinates = turned(raw.coordinates, turn)
  for (const at of positionsOf(coordinates)) {
    const fault = faultOfPosition(at)
    if (fault) throw rejected(fault)
  }
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
