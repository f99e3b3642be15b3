import { OWN_NUMBER } from '../../assets/fault-of-fields.ts'
import { faultOfId, idOf, looksLikeCode, untyped } from '../../assets/fault-of-id.ts'
import type { Asset } from '../../contract/asset.ts'
import { codeOfThing } from '../../contract/code-of-thing.ts'
import type { CodeRegistry } from '../../contract/code-registry.ts'
import type { SourceCrs } from '../../contract/geo.ts'
import type { Layer } from '../../contract/layer.ts'
import { anchorOf, type KnownThings } from './known-things.ts'
import type { MappedRow } from './map-row.ts'
import { rejected } from './refusals.ts'

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
    if (typeCode === undefined) throw rejected(untyped(layer))
    return idOf(area, typeCode, mint(typeCode))
  }
  if (row.id === undefined) return { id: known.idAt(anchorOf(row.geometry)) ?? minted() }
  if (!looksLikeCode(row.id, layer))
    return { id: known.has(row.id) ? row.id : (known.idOfOwnNumber(row.id) ?? minted()), ownNumber: row.id }
  const fault = faultOfId(row.id, { area, layer, registry, typeCode })
  if (fault) throw rejected(fault)
  return { id: row.id }
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
