import type { DetailTags } from './detail-layer.ts'
import type { LookTable } from './look-table.ts'
import { type Pick, rowAt } from './pick-rows.ts'

/** A point's feature in words of four bytes, ids and values in varints of fixed length, which may be longer than they need be:
 *
 *      12 length 08 id | id id id 12 | length 00 value value | value tail… | x x y y
 *
 *  and where things are named `01 name name name` before the tail. The tail is the other tags, the type, and the head and move of the
 *  geometry; the type's varint is as long as makes the tail end with a word. */
export const NAME_WORDS = 1
/** Before the tail, and the place behind it. */
const OTHER_WORDS = 4
/** Of a tail. */
const USUAL_WORDS = 3

/** Point, in one to four bytes. */
const TYPES = [
  [0x18, 0x01],
  [0x18, 0x81, 0x00],
  [0x18, 0x81, 0x80, 0x00],
  [0x18, 0x81, 0x80, 0x80, 0x00],
]
/** Five bytes, of which the first moves to the place. */
const GEOMETRY = [0x22, 5, 9]

/** What features have of their looks, as words with zeros where their own numbers go. Words as this machine has them: the lowest byte
 *  first, as varints do. */
export class PointTemplates {
  /** Look n's begin at n * stride: how many words the feature has, its first, its third, and those with the tail. */
  words = new Uint32Array(0)
  stride = 0
  /** Whether there are tails longer than usual. */
  longTails = false
  #nameWords = 0
  #bytes = new Uint8Array(0)

  /** Those of the looks in use. */
  make({ keys, looks }: LookTable, { tails, lengths, stride, used, usedCount }: DetailTags, named: boolean): void {
    this.stride = keys.length + USUAL_WORDS + 1
    if (this.words.length < looks.length * this.stride) {
      this.words = new Uint32Array(2 * looks.length * this.stride)
      this.#bytes = new Uint8Array(this.words.buffer)
    }
    const nameWords = named ? NAME_WORDS : 0
    this.#nameWords = nameWords
    this.longTails = false
    for (let at = 0; at < usedCount; at++) {
      const look = used[at] as number
      const tags = lengths[look] as number
      const type = TYPES[(2 - tags) & 3] as number[]
      const words = OTHER_WORDS + nameWords + (1 + tags + type.length + GEOMETRY.length) / 4
      if (words > OTHER_WORDS + nameWords + USUAL_WORDS) this.longTails = true
      const first = look * this.stride
      this.words[first] = words
      this.words[first + 1] = 0x080012 | ((words * 4 - 2) << 8)
      this.words[first + 2] = 4 + nameWords * 4 + tags
      this.words[first + 3] = 0
      const tail = first * 4 + 13
      for (let byte = 0; byte < tags; byte++) this.#bytes[tail + byte] = tails[look * stride + byte] as number
      this.#bytes.set([...type, ...GEOMETRY], tail + tags)
    }
  }

  /** The words behind the usual ones, for the features of a pick that begin at `at`. */
  fillLongTails(pick: Pick, out: Uint32Array, at: number): void {
    const { words, stride } = this
    let end = at - 1
    for (let i = 0; i < pick.count; i++) {
      const template = (pick.columns.look[rowAt(pick, i)] as number) * stride
      const tail = end + 1 + 3 + this.#nameWords
      end += words[template] as number
      for (let word = USUAL_WORDS; tail + word < end; word++) out[tail + word] = words[template + 3 + word] as number
    }
  }
}
