import type { FieldValue } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import { type State, urgencyOf } from '../contract/state.ts'
import { jsonMember } from './json-member.ts'
import { mvtKey, mvtValue } from './mvt-value.ts'
import { ReadyTexts } from './ready-texts.ts'

/** What the map draws of a thing: its status and the fields that tiles carry. */
export interface Look {
  readonly status: string
  readonly state: State
  readonly urgency: number
  /** Values of the layer's inTile fields, in their order; undefined where the thing has none. */
  readonly fields: readonly (FieldValue | undefined)[]
  /** Pairs of key number and value number, after id (0) and name (1). */
  readonly tags: readonly number[]
  /** As it stands among the properties of GeoJSON, a comma before each. */
  readonly json: string
}

/** Keys of a detail layer's features before its inTile fields. */
export const FIRST_KEYS = ['id', 'name', 'status', 'state'] as const

/** A key and its value take four bytes at most, and a feature of 127 bytes has 30 for the rest. */
const MOST_KEYS = 24

/** The different looks of a layer's things, each once: a row carries its number, a filter is a table of looks, and a tile encodes
 *  the attributes of a look once. Grows only. */
export class LookTable {
  readonly looks: Look[] = []
  /** `urgency` of each look, by its number. */
  readonly urgencies: number[] = []
  /** Ready bytes of every value that a look has, by value number. */
  readonly values: Uint8Array[] = []
  /** `json` of each look as bytes, by its number. */
  readonly json = new ReadyTexts()
  readonly keys: readonly string[]
  /** The same, ready to stand in a source-layer of a tile. */
  readonly keyBytes: Uint8Array
  readonly #states: Map<string, State>
  readonly #numbers = new Map<string, number>()
  readonly #valueNumbers = new Map<string | number | boolean, number>()

  /** Throws when the layer carries more fields in tiles than a feature's one-byte length has room for. */
  constructor(layer: Layer) {
    this.keys = [...FIRST_KEYS, ...layer.fields.filter(({ inTile }) => inTile).map(({ key }) => key)]
    if (this.keys.length > MOST_KEYS)
      throw new RangeError(`${layer.id} carries ${this.keys.length} attributes in tiles; at most ${MOST_KEYS} fit`)
    this.keyBytes = Buffer.concat(this.keys.map(mvtKey))
    this.#states = new Map(layer.statuses.map(({ id, state }) => [id, state]))
  }

  /** The number of a look. A status that the catalogue does not know looks 'unknown'. */
  numberOf(status: string, fields: readonly (FieldValue | undefined)[]): number {
    let key = status
    for (const value of fields) key += `\u0000${typeof value}${value}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.looks.length
    this.#numbers.set(key, number)
    const look = this.#lookOf(status, [...fields])
    this.looks.push(look)
    this.urgencies.push(look.urgency)
    return number
  }

  /** A look's status as the value that it is in a tile. */
  statusValue(number: number): Uint8Array {
    const [, value = -1] = this.looks[number]?.tags ?? []
    return this.values[value] ?? mvtValue('')
  }

  #lookOf(status: string, fields: (FieldValue | undefined)[]): Look {
    const state = this.#states.get(status) ?? 'unknown'
    const tags = [2, this.#valueNumber(status), 3, this.#valueNumber(state)]
    fields.forEach((value, at) => {
      if (value !== undefined && value !== null) tags.push(FIRST_KEYS.length + at, this.#valueNumber(value))
    })
    const own = fields.map((value, at) => jsonMember(this.keys[FIRST_KEYS.length + at] ?? '', value)).join('')
    const json = jsonMember('status', status) + jsonMember('state', state) + own
    return { status, state, urgency: urgencyOf(state), fields, tags, json }
  }

  #valueNumber(value: string | number | boolean): number {
    const known = this.#valueNumbers.get(value)
    if (known !== undefined) return known
    const number = this.values.length
    this.#valueNumbers.set(value, number)
    this.values.push(mvtValue(value))
    return number
  }
}
