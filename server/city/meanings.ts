import type { Asset, FieldValue } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import { Dictionary } from './dictionary.ts'
import { LookTable } from './look-table.ts'

/** What every thing has besides id, name, status, place, instant and its layer's fields, and what takes few values. */
export const ATTRIBUTES = ['code', 'edition', 'sourceCrs', 'source'] as const

/** Looks and values in the order of their numbers. */
export interface FrozenMeanings {
  looks: { status: string; fields: readonly (FieldValue | undefined)[] }[]
  forms: unknown[]
  values: unknown[][]
}

/** What the numbers in the rows of a layer mean. Grows only: segments, forks and merges share it. */
export class Meanings {
  readonly layer: Layer
  readonly looks: LookTable
  /** How instants were written. */
  readonly forms = new Dictionary()
  /** Of ATTRIBUTES, then of the layer's fields that are not in the look. */
  readonly dictionaries: readonly Dictionary[]
  /** The keys of `dictionaries`, and what a thing has under each. */
  readonly keys: readonly string[]
  readonly readers: readonly ((asset: Asset) => FieldValue | undefined)[]

  constructor(layer: Layer) {
    this.layer = layer
    this.looks = new LookTable(layer)
    this.keys = [...ATTRIBUTES, ...layer.fields.filter(({ inTile }) => !inTile).map(({ key }) => key)]
    this.readers = this.keys.map((key, at) =>
      at < ATTRIBUTES.length
        ? (asset: Asset) => asset[key as (typeof ATTRIBUTES)[number]]
        : (asset: Asset) => asset.fields[key],
    )
    this.dictionaries = this.keys.map(() => new Dictionary())
  }

  freeze(): FrozenMeanings {
    return {
      looks: this.looks.looks.map(({ status, fields }) => ({ status, fields })),
      forms: [...this.forms.values],
      values: this.dictionaries.map(({ values }) => [...values]),
    }
  }

  static thaw(layer: Layer, { looks, forms, values }: FrozenMeanings): Meanings {
    const meanings = new Meanings(layer)
    for (const { status, fields } of looks) meanings.looks.numberOf(status, fields)
    for (const form of forms) meanings.forms.slotOf(form)
    values.forEach((known, at) => {
      for (const value of known) meanings.dictionaries[at]?.slotOf(value)
    })
    return meanings
  }
}
