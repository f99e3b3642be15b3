import type { Layer } from '../contract/layer.ts'
import { ATTRIBUTES, type Columns } from './columns.ts'
import type { DictionaryColumn } from './dictionary-column.ts'
import { jsonMember } from './json-member.ts'
import type { LookTable } from './look-table.ts'
import { E7 } from './mercator.ts'
import { readGeometry, readText } from './read-asset.ts'

/** A column with more values than this has no ready texts: they would weigh more than they save. */
const MOST_READY = 65_536

/** Features of a layer as GeoJSON text, put together from ready pieces. Properties: id, name, status, state, the fields that tiles carry,
 *  code, edition, changedAt, then the other fields; a field outside the catalogue is left out. */
export function featureReader(layer: Layer, looks: LookTable): (columns: Columns, row: number) => string {
  const keys = [...ATTRIBUTES, ...layer.fields.filter(({ inTile }) => !inTile).map(({ key }) => key)]
  const shown = keys.flatMap((key, at) => (HIDDEN.has(key) && at < ATTRIBUTES.length ? [] : [{ key, at }]))
  return (columns, row) => {
    const [id, name] = readText(columns, row)
    const idText = JSON.stringify(id)
    let properties = `"id":${idText},"name":${JSON.stringify(name)}${looks.looks[columns.look[row] as number]?.json ?? ''}`
    for (const { key, at } of shown) properties += memberAt(columns.attributes[at], key, row)
    return `{"type":"Feature","id":${idText},"geometry":${geometryText(columns, row)},"properties":{${properties}}}`
  }
}

const HIDDEN: ReadonlySet<string> = new Set(['sourceCrs', 'source', 'rest'])

function geometryText(columns: Columns, row: number): string {
  if (columns.shapes) return JSON.stringify(readGeometry(columns, row))
  return `{"type":"Point","coordinates":[${(columns.lng[row] as number) / E7},${(columns.lat[row] as number) / E7}]}`
}

function memberAt(column: DictionaryColumn | undefined, key: string, row: number): string {
  if (!column) return ''
  const slot = column.index[row] as number
  const ready = column.json[slot]
  if (ready !== undefined) return ready
  const text = jsonMember(key, column.values[slot])
  if (column.values.length <= MOST_READY) column.json[slot] = text
  return text
}
