import { wordOf } from '../../assets/is-value-of.ts'
import type { FieldValue } from '../../contract/asset.ts'
import type { Geometry, LngLat } from '../../contract/geo.ts'
import type { Field, Layer } from '../../contract/layer.ts'
import { isStorable } from '../../store/storable-text.ts'
import type { Mapping } from './mapping.ts'
import { placeOf } from './place-of.ts'
import { readValue } from './read-value.ts'
import { RejectedRow } from './refusals.ts'
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
    if (text !== undefined && !isStorable(text))
      throw new RejectedRow(
        'bad-text',
        `${column} 中有不能保存的字符`,
        `${column} holds a character that cannot be stored`,
      )
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
  const { zh, en } = field.name
  if (text === undefined) {
    if (field.required) throw new RejectedRow('missing', `${zh}必填，这一行是空的`, `${en} is required and empty`)
    return undefined
  }
  const value = readValue(field, text)
  if (value !== undefined) return value
  const word = wordOf(field)
  throw new RejectedRow('bad-value', `${zh}：“${text}”${word.zh}`, `${en}: “${text}” ${word.en}`)
}

function statusOf(layer: Layer, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const wanted = text.toLowerCase()
  const status = layer.statuses.find(({ id, name, aliases }) =>
    [id, name.zh, name.en, ...aliases].some((word) => word.toLowerCase() === wanted),
  )
  if (status) return status.id
  const [zh, en] = [layer.statuses.map(({ name }) => name.zh).join('、'), layer.statuses.map(({ id }) => id).join(', ')]
  throw new RejectedRow('bad-status', `没有“${text}”这个状态；有：${zh}`, `no status “${text}”; there are: ${en}`)
}
