import type { Layer } from '../contract/layer.ts'
import { badParameter, short } from './refusals.ts'

/** Which things of a layer are meant: any of the statuses, and for each field any of its values. Absent means all. */
export interface Filter {
  status?: string[]
  fields?: Record<string, string[]>
}

/** The parameters that a layer's fields and statuses give a request, `?status=fault,off&roadClass=main`: comma lists.
 *  Refuses what the layer does not have, so that a slip never reads as 'none found'. `only: 'inTile'`: fields that tiles carry. */
export function readFilter(layer: Layer, query: Record<string, string>, only?: 'inTile'): Filter | undefined {
  const fields: Record<string, string[]> = {}
  let status: string[] | undefined
  for (const [key, text] of Object.entries(query)) {
    if (key === 'status') status = readStatuses(layer, text)
    else fields[key] = readValues(layer, key, text, only)
  }
  if (!status && Object.keys(fields).length === 0) return undefined
  return { ...(status ? { status } : {}), ...(Object.keys(fields).length > 0 ? { fields } : {}) }
}

function readStatuses(layer: Layer, text: string): string[] {
  const known = layer.statuses.map(({ id }) => id)
  const asked = text.split(',')
  const strange = asked.find((id) => !known.includes(id))
  if (strange === undefined) return [...new Set(asked)]
  throw badParameter(
    'status',
    `"status": ${layer.id} has no status "${short(strange)}", but ${known.join(', ')}`,
    'unknown-status',
  )
}

function readValues(layer: Layer, key: string, text: string, only: 'inTile' | undefined): string[] {
  const field = layer.fields.find((one) => one.key === key)
  if (!field) {
    const known = layer.fields.filter((one) => !only || one.inTile).map((one) => one.key)
    throw badParameter(
      short(key),
      `${layer.id} has no field "${short(key)}", but ${known.join(', ') || 'none'}; nor is it another parameter here`,
      'unknown-field',
    )
  }
  if (only && !field.inTile)
    throw badParameter(key, `"${key}" is not carried in the tiles of ${layer.id}`, 'unknown-field')
  const values = [...new Set(text.split(','))]
  const strange = field.choices && values.find((value) => !field.choices?.some(({ id }) => id === value))
  if (strange !== undefined) {
    const known = field.choices?.map(({ id }) => id).join(', ')
    throw badParameter(key, `"${key}": "${short(strange)}" is none of ${known}`, 'unknown-value')
  }
  return values
}
