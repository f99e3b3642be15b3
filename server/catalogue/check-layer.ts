import type { Field, Layer } from '../contract/layer.ts'
import { faultsOfCodes } from './check-layer-codes.ts'
import type { FaultInFile } from './data-error.ts'

/** What a thing has besides its fields, and what a list of things is asked with: a field of such a name could not be told apart. */
const TAKEN = [
  'id',
  'name',
  'status',
  'state',
  'code',
  'layer',
  'geometry',
  'edition',
  'bbox',
  'limit',
  'cursor',
  'count',
]

/** What the schema cannot see within one layer; what needs the other layers, the codes or the rules is in check-catalogue. */
export function faultsOfLayer(layer: Layer): FaultInFile[] {
  return [
    ...repeated(
      layer.fields,
      ({ key }) => key,
      (i) => `fields[${i}].key`,
    ),
    ...repeated(
      layer.statuses,
      ({ id }) => id,
      (i) => `statuses[${i}].id`,
    ),
    ...layer.fields.flatMap((field, i) => faultsOfField(field, `fields[${i}]`)),
    ...ambiguous(layer.fields, 'fields', 'column'),
    ...ambiguous(layer.statuses, 'statuses', 'word'),
    ...faultsOfCodes(layer),
  ]
}

const repeated = <Row>(rows: readonly Row[], key: (row: Row) => string, path: (i: number) => string): FaultInFile[] =>
  rows.flatMap((row, i) =>
    rows.findIndex((other) => key(other) === key(row)) < i
      ? [{ path: path(i), message: `"${key(row)}" stands twice` }]
      : [],
  )

function faultsOfField(field: Field, path: string): FaultInFile[] {
  const faults: FaultInFile[] = []
  const add = (at: string, message: string) => faults.push({ path: `${path}${at}`, message })
  const numeric = field.type === 'integer' || field.type === 'number'
  if (TAKEN.includes(field.key)) add('.key', `"${field.key}" is taken by the thing itself or by a query`)
  if (field.type === 'choice' && !field.choices?.length) add('.choices', 'a choice needs choices')
  if (field.type !== 'choice' && field.choices)
    add('.choices', `only a choice has choices, not a field of type ${field.type}`)
  if (field.type === 'reference' && !field.layer) add('.layer', 'a reference needs the layer that it points to')
  if (field.type !== 'reference' && field.layer)
    add('.layer', `only a reference has a layer, not a field of type ${field.type}`)
  if (!numeric && (field.min !== undefined || field.max !== undefined))
    add('', `limits hold for numbers, not for ${field.type}`)
  if (!numeric && field.unit !== undefined) add('.unit', `only a number has a unit, not a field of type ${field.type}`)
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) add('.min', 'min is above max')
  faults.push(
    ...repeated(
      field.choices ?? [],
      ({ id }) => id,
      (i) => `${path}.choices[${i}].id`,
    ),
  )
  return faults
}

/** An alias that names two fields, or two statuses, would make an import guess. Case does not count in column names. */
function ambiguous(rows: readonly { aliases: string[] }[], list: string, what: string): FaultInFile[] {
  const owner = new Map<string, number>()
  return rows.flatMap(({ aliases }, row) =>
    aliases.flatMap((alias, i) => {
      const first = owner.get(alias.toLowerCase())
      if (first === undefined) owner.set(alias.toLowerCase(), row)
      const path = `${list}[${row}].aliases[${i}]`
      return first === undefined
        ? []
        : [{ path, message: `the ${what} "${alias}" already stands for ${list}[${first}]` }]
    }),
  )
}
