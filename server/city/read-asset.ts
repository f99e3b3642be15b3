import type { Asset, FieldValue } from '../contract/asset.ts'
import type { Geometry, LngLat } from '../contract/geo.ts'
import type { Layer } from '../contract/layer.ts'
import { ATTRIBUTES, type Columns } from './columns.ts'
import { textAt } from './id-index.ts'
import type { LayerRows } from './layer-rows.ts'
import { E7 } from './mercator.ts'
import { KINDS, type Shapes } from './shapes.ts'

/** What the numbers in columns mean. */
type Catalogued = Pick<LayerRows, 'layer' | 'looks'>

/** Id and name of a row. */
export function readText({ values, valueStart }: Columns, row: number): [id: string, name: string] {
  const [start, end] = textAt(values, valueStart[row] as number)
  const [nameStart, nameEnd] = textAt(values, end)
  return [values.toString('utf8', start, end), values.toString('utf8', nameStart, nameEnd)]
}

/** Fields of a row that are set, in the layer's order, those outside the catalogue last. */
function readFields(
  layer: Layer,
  { attributes, look }: Columns,
  looks: LayerRows['looks'],
  row: number,
): Asset['fields'] {
  const fields: Record<string, FieldValue> = {}
  const inLook = looks.looks[look[row] as number]?.fields ?? []
  let [nextLook, nextOwn] = [0, ATTRIBUTES.length]
  for (const { key, inTile } of layer.fields) {
    const value = inTile ? inLook[nextLook++] : (valueAt(attributes[nextOwn++], row) as FieldValue | undefined)
    if (value !== undefined) fields[key] = value
  }
  const rest = valueAt(attributes[ATTRIBUTES.indexOf('rest')], row)
  return typeof rest === 'string' ? { ...fields, ...JSON.parse(rest) } : fields
}

function valueAt(column: Columns['attributes'][number] | undefined, row: number): unknown {
  return column?.values[column.index[row] as number]
}

/** The whole state as it came, coordinates rounded to 1e-7 degrees. */
export function readAsset({ layer, looks }: Catalogued, columns: Columns, row: number): Asset {
  const [id, name] = readText(columns, row)
  const [code, edition, sourceCrs, source, changedAt] = columns.attributes
  return {
    id,
    layer: layer.id,
    name,
    status: looks.looks[columns.look[row] as number]?.status ?? '',
    geometry: readGeometry(columns, row),
    fields: readFields(layer, columns, looks, row),
    code: String(valueAt(code, row)),
    edition: String(valueAt(edition, row)),
    sourceCrs: valueAt(sourceCrs, row) as Asset['sourceCrs'],
    source: String(valueAt(source, row)),
    changedAt: String(valueAt(changedAt, row)),
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
