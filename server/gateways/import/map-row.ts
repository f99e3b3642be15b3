import { parse as parseWkt } from 'wellknown'
import type { FieldValue } from '../../contract/asset.ts'
import { Geometry, type LngLat } from '../../contract/geo.ts'
import type { Field, Layer } from '../../contract/layer.ts'
import type { Mapping } from './mapping.ts'
import { readValue, wordOf } from './read-value.ts'
import type { SourceRow } from './source-row.ts'

/** What a row says once its columns are understood; what the file does not say is absent. */
export interface MappedRow {
  /** As the file gives it: an identification code, or the bureau's own number. */
  id?: string
  name?: string
  status?: string
  geometry: Geometry
  fields: Record<string, FieldValue>
}

/** A geometry as the file has it: its coordinates are not yet known to be what they should. */
interface RawGeometry {
  type: string
  coordinates: unknown
}

/** Why a row is refused: a word for programs and a sentence that names the fault. */
export class RejectedRow extends Error {
  override name = 'RejectedRow'
  readonly code: string
  constructor(code: string, words: string) {
    super(words)
    this.code = code
  }
}

/** China with its seas, in degrees: a position outside is a wrong system or swapped columns. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 }

const GEOMETRIES: Record<Layer['geometry'], Geometry['type'][]> = {
  point: ['Point'],
  line: ['LineString', 'MultiLineString'],
  polygon: ['Polygon', 'MultiPolygon'],
}

/** The row in the layer's own words. RejectedRow names the first fault. */
export function mapRow(
  row: SourceRow,
  mapping: Mapping,
  layer: Layer,
  turn: (position: number[]) => LngLat,
): MappedRow {
  const cell = (target: string): string | undefined => {
    const column = mapping.columns[target]
    const text = (column === undefined ? undefined : row.columns[column]) || mapping.constants[target]
    return text === undefined || text === '' ? undefined : (mapping.values[target]?.[text] ?? text)
  }
  const fields: Record<string, FieldValue> = {}
  for (const field of layer.fields) {
    const value = fieldOf(field, cell(field.key))
    if (value !== undefined) fields[field.key] = value
  }
  return {
    id: cell('id'),
    name: cell('name'),
    status: statusOf(layer, cell('status')),
    geometry: placeOf(row, layer, cell, turn),
    fields,
  }
}

function fieldOf(field: Field, text: string | undefined): FieldValue | undefined {
  if (text === undefined) {
    if (field.required) throw new RejectedRow('missing', `${field.name.zh} (${field.key}) is required and empty`)
    return undefined
  }
  const value = readValue(field, text)
  if (value === undefined)
    throw new RejectedRow('bad-value', `${field.name.zh} (${field.key}): “${text}” ${wordOf(field)}`)
  return value
}

function statusOf(layer: Layer, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const wanted = text.toLowerCase()
  const status = layer.statuses.find(({ id, name, aliases }) =>
    [id, name.zh, name.en, ...aliases].some((word) => word.toLowerCase() === wanted),
  )
  if (status) return status.id
  const known = layer.statuses.map(({ id, name }) => `${name.zh} (${id})`).join(', ')
  throw new RejectedRow('bad-status', `status “${text}” is not known; this layer has: ${known}`)
}

function placeOf(
  row: SourceRow,
  layer: Layer,
  cell: (target: string) => string | undefined,
  turn: (position: number[]) => LngLat,
): Geometry {
  const raw = rawPlace(row, cell)
  if (!raw) throw new RejectedRow('no-place', 'the row has no place')
  const allowed = GEOMETRIES[layer.geometry]
  if (!allowed.includes(raw.type as Geometry['type']))
    throw new RejectedRow('bad-geometry', `${layer.id} holds ${allowed.join(' or ')}, the row is a ${raw.type}`)
  const coordinates = turned(raw.coordinates, turn)
  for (const at of positionsOf(coordinates)) checkPosition(at)
  const geometry = Geometry.safeParse({ type: raw.type, coordinates })
  if (!geometry.success)
    throw new RejectedRow('bad-geometry', 'the geometry is broken: too few positions, or not numbers')
  return geometry.data
}

function rawPlace(row: SourceRow, cell: (target: string) => string | undefined): RawGeometry | undefined {
  if (row.geometry) return row.geometry
  const wkt = cell('wkt')
  if (wkt !== undefined) {
    const geometry = parseWkt(wkt)
    if (!geometry || geometry.type === 'GeometryCollection')
      throw new RejectedRow('bad-geometry', `“${wkt.slice(0, 40)}” is no WKT geometry`)
    return geometry
  }
  const [lng, lat] = [cell('lng'), cell('lat')]
  if (lng === undefined || lat === undefined) return undefined
  const coordinates = [Number(lng), Number(lat)]
  if (!coordinates.every(Number.isFinite)) throw new RejectedRow('bad-place', `“${lng}, ${lat}” are no numbers`)
  return { type: 'Point', coordinates }
}

/** Every position turned, whatever the depth; heights and measures are dropped. */
const turned = (value: unknown, turn: (position: number[]) => LngLat): unknown =>
  Array.isArray(value) ? (typeof value[0] === 'number' ? turn(value) : value.map((part) => turned(part, turn))) : value

function* positionsOf(value: unknown): Generator<LngLat> {
  if (!Array.isArray(value)) return
  if (typeof value[0] === 'number') yield value as LngLat
  else for (const part of value) yield* positionsOf(part)
}

function checkPosition([lng, lat]: LngLat): void {
  if (inChina(lng, lat)) return
  if (inChina(lat, lng))
    throw new RejectedRow(
      'swapped',
      `${lng}, ${lat} lies outside China, turned round it lies inside: are the columns of lng and lat swapped?`,
    )
  throw new RejectedRow('outside', `${lng}, ${lat} lies outside China: is the coordinate system the declared one?`)
}

const inChina = (lng: number, lat: number): boolean =>
  lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north
