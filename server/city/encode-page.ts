import type { AssetPage } from '../contract/asset-page.ts'
import { ByteMemo } from './byte-memo.ts'
import { viewOf } from './byte-runs.ts'
import type { Rows } from './columns.ts'
import { narrow, type Slots } from './dictionary.ts'
import { encodeInstants } from './instants.ts'
import { ATTRIBUTES, type Meanings } from './meanings.ts'
import { FieldScanner } from './page-fields.ts'
import { placesOfPage } from './page-places.ts'
import { textsOfPage } from './page-texts.ts'
import { eachRun, parseJson } from './scan-json.ts'
import { sharedUint32 } from './shared-arrays.ts'
import { encodeRareTexts } from './texts.ts'

/** Pages of a layer's things as rows: the same rows as encodeAssets makes of the things. */
export class PageEncoder {
  readonly #meanings: Meanings
  readonly #fields: FieldScanner
  readonly #attributes: readonly ByteMemo[]

  constructor(meanings: Meanings) {
    this.#meanings = meanings
    this.#fields = new FieldScanner(meanings)
    this.#attributes = ATTRIBUTES.map(
      (_, at) => new ByteMemo((...text) => meanings.dictionaries[at]?.slotOf(parseJson(...text)) ?? 0),
    )
  }

  /** In the order given, numbered from `firstNumber`. The meanings grow by what is new. Throws SyntaxError where a column is no JSON. */
  encode(page: AssetPage, firstNumber: number): Rows {
    const { count } = page
    const number = sharedUint32(count)
    for (let row = 0; row < count; row++) number[row] = firstNumber + row
    const { look, slots, rests } = this.#fields.read(page.status, page.fields, count)
    return {
      ...{ count, number, look },
      ...placesOfPage(page.geometry, count),
      idTexts: textsOfPage(page.id, count),
      nameTexts: textsOfPage(page.name, count),
      restTexts: encodeRareTexts(Array.from({ length: count }, (_, row) => rests.get(row) ?? '')),
      changedAt: encodeInstants(readTexts(page.changedAt, count), this.#meanings.forms),
      attributes: [...ATTRIBUTES.map((key, at) => this.#slotsOf(page[key], count, at)), ...slots.map(narrow)],
    }
  }

  #slotsOf(column: Uint8Array, count: number, at: number): Slots {
    const memo = this.#attributes[at] as ByteMemo
    const slots = new Uint32Array(count)
    const view = viewOf(column)
    eachRun(column, count, (row, rows, from, to) => {
      slots.fill(memo.numberOf(view, from, to), row, row + rows)
    })
    return narrow(slots)
  }
}

/** Texts of a JSON list; those that follow their like are not decoded again. */
function readTexts(column: Uint8Array, count: number): string[] {
  const texts = new Array<string>(count)
  eachRun(column, count, (row, rows, from, to) => {
    texts.fill(String(parseJson(column, from, to)), row, row + rows)
  })
  return texts
}
