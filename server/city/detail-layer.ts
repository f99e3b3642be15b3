import type { LookTable } from './look-table.ts'
import type { Pick } from './pick-rows.ts'
import type { Texts } from './texts.ts'
import type { TileScratch } from './tile-scratch.ts'

/** The attributes of a tile's things: each look in use is encoded once, as the bytes that follow id and name in a feature's tags. */
export class DetailTags {
  /** Tags of look n start at n * stride. */
  tails = new Uint8Array(0)
  lengths = new Uint8Array(0)
  stride = 0
  /** The looks in use. */
  used = new Uint32Array(0)
  usedCount = 0
  /** Values before the first row's id. */
  firstRow = 0
  #usedIn = new Uint32Array(0)
  #slotOf = new Int32Array(0)
  #slotIn = new Uint32Array(0)
  #tile = 0
  #values: Uint8Array[] = []

  /** Numbers the values of all looks that the picked rows have. */
  begin(looks: LookTable, picks: readonly Pick[]): void {
    this.#makeRoom(looks)
    this.#tile++
    this.#values = []
    this.usedCount = 0
    for (const pick of picks) this.#findLooks(pick)
    for (let at = 0; at < this.usedCount; at++) this.#encode(looks, this.used[at] as number)
    this.firstRow = this.#values.length
  }

  /** Keys and the looks' values, then the ids of all rows and, where they are named, the names of all rows. */
  end(scratch: TileScratch, looks: LookTable, picks: readonly Pick[], named: boolean): void {
    scratch.raw(looks.keyBytes)
    for (const value of this.#values) scratch.raw(value)
    for (const pick of picks) copyRuns(scratch, pick.columns.idTexts, pick)
    if (named) for (const pick of picks) copyRuns(scratch, pick.columns.nameTexts, pick)
  }

  #findLooks({ columns: { look }, rows, from, count }: Pick): void {
    const [used, usedIn, tile] = [this.used, this.#usedIn, this.#tile]
    let found = this.usedCount
    for (let at = 0; at < count; at++) {
      const one = look[rows ? (rows[at] as number) : (from + at) | 0] as number
      if (usedIn[one] === tile) continue
      usedIn[one] = tile
      used[found++] = one
    }
    this.usedCount = found
  }

  #makeRoom(looks: LookTable): void {
    // A value number below 2²¹ takes three bytes at most; a key is one.
    this.stride = looks.keys.length * 4
    const room = looks.looks.length
    if (this.used.length < room) {
      this.used = new Uint32Array(room * 2)
      this.#usedIn = new Uint32Array(room * 2)
      this.lengths = new Uint8Array(room * 2)
    }
    if (this.tails.length < room * this.stride) this.tails = new Uint8Array(room * 2 * this.stride)
    if (this.#slotOf.length < looks.values.length) {
      this.#slotOf = new Int32Array(looks.values.length * 2)
      this.#slotIn = new Uint32Array(looks.values.length * 2)
    }
  }

  #encode(looks: LookTable, number: number): void {
    const { tags } = looks.looks[number] ?? { tags: [] }
    let at = number * this.stride
    for (let tag = 0; tag < tags.length; tag += 2) {
      this.tails[at++] = tags[tag] as number
      let slot = this.#slotFor(looks, tags[tag + 1] as number)
      for (; slot > 0x7f; slot >>>= 7) this.tails[at++] = (slot & 0x7f) | 0x80
      this.tails[at++] = slot
    }
    this.lengths[number] = at - number * this.stride
  }

  #slotFor(looks: LookTable, value: number): number {
    if (this.#slotIn[value] !== this.#tile) {
      this.#slotIn[value] = this.#tile
      this.#slotOf[value] = this.#values.length
      this.#values.push(looks.values[value] ?? new Uint8Array(0))
    }
    return this.#slotOf[value] as number
  }
}

/** The picked rows' texts, whole runs at once. */
function copyRuns(scratch: TileScratch, { bytes, start }: Texts, { rows, from, count }: Pick): void {
  if (!rows) {
    scratch.raw(bytes.subarray(start[from], start[from + count]))
    return
  }
  for (let at = 0; at < count; ) {
    const first = rows[at] as number
    let run = 1
    while (at + run < count && rows[at + run] === first + run) run++
    scratch.raw(bytes.subarray(start[first], start[first + run]))
    at += run
  }
}
