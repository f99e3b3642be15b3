import { isDeepStrictEqual } from 'node:util'
import type { Asset } from '../../contract/asset.ts'
import { checkCode } from '../../contract/code.ts'
import { codeOfThing } from '../../contract/code-of-thing.ts'
import type { CodeRegistry } from '../../contract/code-registry.ts'
import type { SourceCrs } from '../../contract/geo.ts'
import type { Layer } from '../../contract/layer.ts'
import { anchorOf, type KnownThings, OWN_NUMBER } from './known-things.ts'
import type { MappedRow } from './map-row.ts'
import { RejectedRow } from './refusals.ts'

/** The local type of a unit grid: the one kind of thing whose own code is its 15-digit grid code. */
const UNIT_GRID = 'L0802'

/** Which thing a row is about. `minted` ids are new: the row had no identification code that could be kept. */
export interface Identity {
  id: string
  ownNumber?: string
}

/** Everything that one import holds the same for all its rows. */
export interface ImportFrame {
  area: string
  layer: Layer
  registry: CodeRegistry
  known: KnownThings
  sourceCrs: SourceCrs
  /** `import:…`, kept on each thing. */
  source: string
  now: string
  /** Next free sequence number of a type code in this city; never one that was used before, also by a thing since removed. */
  mint: (typeCode: string) => number
}

/**
 * Which thing the row is about: by its identification code (GB/T 47678.5: area 6, type 5, sequence 6; a unit grid: 15 digits), else by
 * the bureau's own number, else by standing on the same spot; else it is new and gets the next code. A number that has the shape of an
 * identification code but does not hold is refused: it would be taken for one for ever.
 */
export function identify(row: MappedRow, { area, layer, known, registry, mint }: ImportFrame): Identity {
  const typeCode = codeOfThing(layer, row.fields)
  const minted = (): string => {
    if (typeCode === undefined) throw untyped(layer)
    return `${area}${typeCode}${String(mint(typeCode)).padStart(6, '0')}`
  }
  if (row.id === undefined) return { id: known.idAt(anchorOf(row.geometry)) ?? minted() }
  const isGrid = layer.codes.some(({ code }) => code === UNIT_GRID)
  const looksLikeCode = /^\d{6}(\d{5}|L\d{4})\d{6}$/.test(row.id) || (isGrid && /^\d{15}$/.test(row.id))
  if (!looksLikeCode)
    return { id: known.has(row.id) ? row.id : (known.idOfOwnNumber(row.id) ?? minted()), ownNumber: row.id }
  const check = checkCode(row.id, registry)
  if (!check.ok) throw new RejectedRow('bad-code', `${row.id}：${check.message.zh}`, `${row.id}: ${check.message.en}`)
  if (!row.id.startsWith(area))
    throw new RejectedRow(
      'other-area',
      `${row.id} 属于 ${row.id.slice(0, 6)}，本市是 ${area}`,
      `${row.id} belongs to area ${row.id.slice(0, 6)}, this city is ${area}`,
    )
  const type = check.kind === 'unit-grid-15' ? UNIT_GRID : row.id.slice(6, 11)
  const wanted = typeCode ? [typeCode] : layer.codes.map(({ code }) => code)
  if (!wanted.includes(type))
    throw new RejectedRow(
      'other-type',
      `${row.id} 的类别是 ${type}，这一行应是 ${wanted.join('、')}`,
      `${row.id} is of type ${type}, the row's type is ${wanted.join(' or ')}`,
    )
  return { id: row.id }
}

/** The layer has several type codes and the row's fields choose none. */
function untyped({ codes, fields }: Layer): RejectedRow {
  const key = codes.find(({ when }) => when)?.when?.field
  const name = fields.find((field) => field.key === key)?.name
  return new RejectedRow(
    'no-type',
    `没有${name?.zh ?? key}，定不了类别代码`,
    `without ${name?.en ?? key} it has no type code`,
  )
}

/** The thing as it will stand; what the file does not say stays as it was. */
export function mergeRow(
  row: MappedRow,
  { id, ownNumber }: Identity,
  before: Asset | undefined,
  frame: ImportFrame,
): Asset {
  const { layer } = frame
  const fields = { ...before?.fields, ...row.fields, ...(ownNumber === undefined ? {} : { [OWN_NUMBER]: ownNumber }) }
  return {
    id,
    layer: layer.id,
    name: row.name ?? before?.name ?? `${layer.name.zh} ${ownNumber ?? Number(id.slice(-6))}`,
    status: row.status ?? before?.status ?? layer.statuses[0]?.id ?? '',
    geometry: row.geometry,
    fields,
    code: codeOfThing(layer, fields) ?? before?.code ?? id.slice(6, 11),
    edition: layer.edition,
    sourceCrs: frame.sourceCrs,
    source: frame.source,
    changedAt: frame.now,
  }
}

/** Whether the row changes anything that a person would see; who brought it and when does not count. */
export function sameThing(before: Asset, after: Asset): boolean {
  const seen = ({ name, status, geometry, fields, code }: Asset) => ({ name, status, geometry, fields, code })
  return isDeepStrictEqual(seen(before), seen(after))
}
