import type { Asset, FieldValue } from '../contract/asset.ts'
import type { Geometry, LngLat } from '../contract/geo.ts'
import type { Columns } from './columns.ts'
import { readInstant } from './instants.ts'
import { ATTRIBUTES, type Meanings } from './meanings.ts'
import { E7 } from './mercator.ts'
import { KINDS, type Shapes } from './shapes.ts'
import { readText } from './texts.ts'

/** Fields of a row that are set, in the layer's order, those outside the catalogue last. */
function readFields({ layer, looks, dictionaries }: Meanings, columns: Columns, row: number): Asset['fields'] {
  const fields: Record<string, FieldValue> = {}
  const inLook = looks.looks[columns.look[row] as number]?.fields ?? []
  let [nextLook, nextOwn] = [0, ATTRIBUTES.length]
  for (const { key, inTile } of layer.fields) {
    const value = inTile
      ? inLook[nextLook++]
      : (valueAt(dictionaries, columns, nextOwn++, row) as FieldValue | undefined)
    if (value !== undefined) fields[key] = value
  }
  const rest = readText(columns.restTexts, row)
  return rest === '' ? fields : { ...fields, ...JSON.parse(rest) }
}

const valueAt = (dictionaries: Meanings['dictionaries'], { attributes }: Columns, at: number, row: number): unknown =>
  dictionaries[at]?.values[attributes[at]?.[row] as number]

/** The whole state as it came, coordinates rounded to 1e-7 degrees. */
export function readAsset(meanings: Meanings, columns: Columns, row: number): Asset {
  const { layer, looks, dictionaries, forms } = meanings
  const attributeOf = (key: (typeof ATTRIBUTES)[number]): unknown =>
    valueAt(dictionaries, columns, ATTRIBUTES.indexOf(key), row)
  return {
    id: readText(columns.idTexts, row),
    layer: layer.id,
    name: readText(columns.nameTexts, row),
    status: looks.looks[columns.look[row] as number]?.status ?? '',
    geometry: readGeometry(columns, row),
    fields: readFields(meanings, columns, row),
    code: String(attributeOf('code')),
    edition: String(attributeOf('edition')),
    sourceCrs: attributeOf('sourceCrs') as Asset['sourceCrs'],
    source: String(attributeOf('source')),
    changedAt: readInstant(columns.changedAt, row, forms),
  }
}

export function readGeometry({ shapes, lng, lat }: Columns, row: number): Geometry {
  const kind = shapes ? KINDS[shapes.kind[row] as number] : 'Point'
  if (!shapes || kind === 'Point' || kind === undefined)
    return { type: 'Point', coordinates: [(lng[row] as number) / E7, (lat[row] as number) / E7] }
  const parts = readParts(shapes, row)
  const lines = parts.map(({ line }) => line)
  if (kind === 'LineString') return { type: kind, coordinates: lines[0] ?? [] }
  if (kind === 'MultiLineString') return { type: kind, coordinates: lines }
  const polygons: LngLat[][][] = []
  for (const { line, outer } of parts) {
    const ring = [...line, line[0] as LngLat]
    if (outer) polygons.push([ring])
    else polygons.at(-1)?.push(ring)
  }
  return kind === 'Polygon' ? { type: kind, coordinates: polygons[0] ?? [] } : { type: kind, coordinates: polygons }
}

function readParts(
  { partStart, vertexStart, outer, lng, lat }: Shapes,
  row: number,
): { line: LngLat[]; outer: boolean }[] {
  const parts: { line: LngLat[]; outer: boolean }[] = []
  for (let part = partStart[row] as number; part < (partStart[row + 1] as number); part++) {
    const line: LngLat[] = []
    for (let vertex = vertexStart[part] as number; vertex < (vertexStart[part + 1] as number); vertex++)
      line.push([(lng[vertex] as number) / E7, (lat[vertex] as number) / E7])
    parts.push({ line, outer: outer[part] === 1 })
  }
  return parts
}
