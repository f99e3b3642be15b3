import type { Asset, FieldValue } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import { Dictionary } from './dictionary.ts'
import { LookTable } from './look-table.ts'

/** What every thing has besides id, name, status, place, instant and its layer's fields, and what takes few values. */
export const ATTRIBUTES = ['code', 'edition', 'sourceCrs', 'source'] as const

/** What the numbers in the rows of a layer mean. Grows only: segments, forks and merges share it. */
export class Meanings {
  readonly layer: Layer
  readonly looks: LookTable
  /** How instants were written. */
  readonly forms = new Dictionary()
  /** Of ATTRIBUTES, then of the layer's fields that are not in the look. */
  readonly dictionaries: readonly Dictionary[]
  /** The keys of `dictionaries`. */
  readonly keys: readonly string[]

  constructor(layer: Layer) {
    this.layer = layer
    this.looks = new LookTable(layer)
    this.keys = [...ATTRIBUTES, ...layer.fields.filter(({ inTile }) => !inTile).map(({ key }) => key)]
    this.dictionaries = this.keys.map(() => new Dictionary())
  }

  /** The value of a thing for each of `dictionaries`. */
  valuesOf(asset: Asset): (FieldValue | undefined)[] {
    return this.keys.map((key, at) =>
      at < ATTRIBUTES.length ? asset[key as (typeof ATTRIBUTES)[number]] : asset.fields[key],
    )
  }
}
