import type { FieldValue } from '../contract/asset.ts'
import { ByteMemo } from './byte-memo.ts'
import { sameRun, viewOf } from './byte-runs.ts'
import type { Dictionary } from './dictionary.ts'
import { ATTRIBUTES, type Meanings } from './meanings.ts'
import * as json from './scan-json.ts'
import { sharedUint32 } from './shared-arrays.ts'

/** What the things of a page look like, and have beside it. */
export interface PageFields {
  look: Uint32Array
  /** Slots of the layer's fields that are not in the look, in their order. */
  slots: Uint32Array[]
  /** JSON of the fields that the layer does not know, by row. */
  rests: Map<number, string>
}

/** A field of the layer, where it stands in JSON. */
interface Field {
  /** In its quotes, and the colon behind. */
  key: DataView
  /** Place in the look, or -1. */
  inLook: number
  /** Place among the slots, or -1. */
  own: number
  values: ByteMemo
}

/** Reads the fields of pages without making objects of them. One of it reads all pages of a layer, and knows the values that it has met. */
export class FieldScanner {
  readonly #meanings: Meanings
  readonly #fields: Field[]
  readonly #ownCount: number
  /** By place + 1 of a field, 0 for none: the place of the one that came behind it last. Things are written in one order, mostly. */
  readonly #follows: number[]
  readonly #statuses: string[] = []
  readonly #statusNumbers = new ByteMemo((...text) => this.#statuses.push(String(json.parseJson(...text))))
  /** By place in the look: the values met, from 1. */
  readonly #looked: FieldValue[][]
  /** Of one row: its status, then its values by their place in the look, 0 where it has none. */
  readonly #lookKey: Uint32Array
  readonly #lookKeyView: DataView
  readonly #lookNumbers = new ByteMemo(() => this.#lookOfKey())

  constructor(meanings: Meanings) {
    this.#meanings = meanings
    let [looked, own] = [0, 0]
    this.#fields = meanings.layer.fields.map(({ key, inTile }) => {
      const field = {
        key: viewOf(Buffer.from(`${JSON.stringify(key)}:`)),
        inLook: inTile ? looked++ : -1,
        own: inTile ? -1 : own++,
      }
      return { ...field, values: new ByteMemo((...text) => this.#numberOf(field, json.parseJson(...text))) }
    })
    this.#ownCount = own
    this.#follows = this.#fields.map(() => 0).concat(0)
    this.#looked = Array.from({ length: looked }, () => [])
    this.#lookKey = new Uint32Array(1 + looked)
    this.#lookKeyView = new DataView(this.#lookKey.buffer)
  }

  /** From a JSON list of statuses and one of objects. Throws SyntaxError where they are none. */
  read(statuses: Uint8Array, objects: Uint8Array, count: number): PageFields {
    const page: PageFields = {
      look: sharedUint32(count),
      slots: Array.from({ length: this.#ownCount }, () => sharedUint32(count)),
      rests: new Map(),
    }
    const status = new Uint32Array(count)
    const statusView = viewOf(statuses)
    const view = viewOf(objects)
    json.eachRun(statuses, count, (row, rows, from, to) => {
      status.fill(this.#statusNumbers.numberOf(statusView, from, to), row, row + rows)
    })
    let at = json.behind(json.OPEN_LIST, objects, 0)
    for (let row = 0; row < count; row++) {
      if (row > 0) at = json.behind(json.COMMA, objects, at)
      this.#lookKey.fill(0)
      this.#lookKey[0] = status[row] as number
      at = this.#readObject(objects, view, at, row, page)
      page.look[row] = this.#lookNumbers.numberOf(this.#lookKeyView, 0, this.#lookKeyView.byteLength)
    }
    json.behind(json.CLOSE_LIST, objects, at)
    page.slots.forEach((column, own) => {
      this.#fillMissing(column, own)
    })
    return page
  }

  /** Behind the object. */
  #readObject(bytes: Uint8Array, view: DataView, before: number, row: number, page: PageFields): number {
    let at = json.skipSpace(bytes, json.behind(json.OPEN_OBJECT, bytes, before))
    let last = -1
    let strange: string[] | undefined
    while (bytes[at] !== json.CLOSE_OBJECT) {
      const keyFrom = at
      const expected = this.#follows[last + 1] as number
      const key = this.#fields[expected]?.key
      const isExpected = key !== undefined && sameRun(key, 0, key.byteLength, view, at)
      const keyTo = isExpected ? at + key.byteLength : json.behind(json.COLON, bytes, json.endOfValue(bytes, at))
      const from = json.skipSpace(bytes, keyTo)
      const to = json.endOfValue(bytes, from)
      const place = isExpected ? expected : this.#placeOf(view, keyFrom, keyTo)
      const field = this.#fields[place]
      if (field) {
        this.#put(field, field.values.numberOf(view, from, to), row, page)
        this.#follows[last + 1] = place
        last = place
      } else strange = [...(strange ?? []), Buffer.from(bytes.subarray(keyFrom, to)).toString()]
      at = json.skipSpace(bytes, to)
      if (bytes[at] === json.COMMA) at = json.skipSpace(bytes, at + 1)
      else if (bytes[at] !== json.CLOSE_OBJECT) json.behind(json.CLOSE_OBJECT, bytes, at)
    }
    if (strange) page.rests.set(row, `{${strange.join(',')}}`)
    return at + 1
  }

  /** Of a key in the layer's fields, or -1. */
  #placeOf(view: DataView, from: number, to: number): number {
    return this.#fields.findIndex(({ key }) => key.byteLength === to - from && sameRun(key, 0, to - from, view, from))
  }

  /** Numbers are from 1: 0 is a field that was not met. */
  #put({ inLook, own }: Field, number: number, row: number, { slots }: PageFields): void {
    if (inLook >= 0) this.#lookKey[1 + inLook] = number
    else (slots[own] as Uint32Array)[row] = number
  }

  #numberOf({ inLook, own }: Pick<Field, 'inLook' | 'own'>, value: unknown): number {
    if (inLook >= 0) return (this.#looked[inLook] as FieldValue[]).push(value as FieldValue)
    return 1 + this.#dictionaryOf(own).slotOf(value)
  }

  /** Makes slots of the numbers. */
  #fillMissing(column: Uint32Array, own: number): void {
    let missing: number | undefined
    for (let row = 0; row < column.length; row++) {
      const number = column[row] as number
      if (number === 0) missing ??= this.#dictionaryOf(own).slotOf(undefined)
      column[row] = number === 0 ? (missing as number) : number - 1
    }
  }

  #dictionaryOf(own: number): Dictionary {
    return this.#meanings.dictionaries[ATTRIBUTES.length + own] as Dictionary
  }

  #lookOfKey(): number {
    const [status = 0, ...values] = this.#lookKey
    return this.#meanings.looks.numberOf(
      this.#statuses[status - 1] ?? '',
      values.map((number, place) => this.#looked[place]?.[number - 1]),
    )
  }
}
