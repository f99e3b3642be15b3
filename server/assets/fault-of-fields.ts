import type { FieldValue } from '../contract/asset.ts'
import type { Field, Layer } from '../contract/layer.ts'
import { type AssetFault, assetFault } from './asset-fault.ts'
import { isValueOf, wordOf } from './is-value-of.ts'

/** The field that keeps a bureau's own number of a thing, in every layer, so that its next file finds the thing again. */
export const OWN_NUMBER = 'ownNumber'
const OWN_NUMBER_FIELD: Field = {
  ...{ key: OWN_NUMBER, name: { zh: '自编号', en: 'Own number' }, type: 'text' },
  ...{ required: false, inTile: false, aliases: [] },
}

/** Longer than any honest note; a text of a book's length would stand in every row of the thing's history. */
const TEXT_LENGTH = 2_000

type Fields = Readonly<Record<string, FieldValue>>

/** The first thing wrong with fields that are to be set; null takes one away. Undefined when they hold. */
export function faultOfFields(layer: Layer, given: Fields): AssetFault | undefined {
  for (const [key, value] of Object.entries(given)) {
    const field = key === OWN_NUMBER ? OWN_NUMBER_FIELD : layer.fields.find((one) => one.key === key)
    const fault = field ? faultOfValue(field, value) : unknownField(layer, key)
    if (fault) return fault
  }
  return undefined
}

/** The first field that a new thing must have and has not. */
export function missingField(layer: Layer, fields: Fields): AssetFault | undefined {
  const field = layer.fields.find(({ key, required }) => required && (fields[key] ?? null) === null)
  return field && missing(field)
}

function faultOfValue(field: Field, value: FieldValue): AssetFault | undefined {
  const at = `fields.${field.key}`
  const { zh, en } = field.name
  if (value === null) return field.required ? missing(field) : undefined
  if (typeof value === 'string' && value.length > TEXT_LENGTH)
    return assetFault('too-long', at, `${zh}超过 ${TEXT_LENGTH} 字`, `${en} is longer than ${TEXT_LENGTH} characters`)
  if (isValueOf(field, value)) return undefined
  const word = wordOf(field)
  const said = String(value).slice(0, 40)
  return assetFault('bad-value', at, `${zh}：“${said}”${word.zh}`, `${en}: "${said}" ${word.en}`)
}

const missing = ({ key, name }: Field): AssetFault =>
  assetFault('missing', `fields.${key}`, `${name.zh}必填`, `${name.en} is required`)

function unknownField({ id, name, fields }: Layer, key: string): AssetFault {
  const said = key.slice(0, 40)
  const known = fields.map((field) => field.key).join(', ')
  return assetFault(
    'unknown-field',
    `fields.${said}`,
    `${name.zh}没有“${said}”这一项；有：${known}`,
    `${id} has no field "${said}", but: ${known}`,
  )
}
