import { mvtValue } from './mvt-value.ts'
import { offsets, sharedBytes } from './shared-arrays.ts'

/** A text of each row, one after the other, as ready MVT values (`22 length 0a length text`): a run of rows is one copy. */
export interface Texts {
  readonly bytes: Uint8Array
  /** Where each row's value begins; one more at the end. */
  readonly start: Uint32Array
}

/** Bytes before a text of fewer than 126 bytes: `22 length 0a length`. */
export const SHORT_HEAD = 4

/** Bytes before a text of up to 256 MB. */
export const LONGEST_HEAD = 10

export function encodeTexts(texts: readonly string[], skip?: ''): Texts {
  const start = new Uint32Array(texts.length + 1)
  let bytes = Buffer.allocUnsafe(64 * texts.length + 64)
  let at = 0
  texts.forEach((text, row) => {
    if (text !== skip) {
      // A character takes three bytes at most; a head eight.
      if (at + text.length * 3 + 8 > bytes.length)
        bytes = Buffer.concat([bytes], 2 * bytes.length + text.length * 3 + 8)
      const length = bytes.write(text, at + SHORT_HEAD)
      if (length < 0x7e) {
        bytes.writeInt32LE(0x22 | ((length + 2) << 8) | (0x0a << 16) | (length << 24), at)
        at += SHORT_HEAD + length
      } else {
        const value = mvtValue(text)
        bytes.set(value, at)
        at += value.length
      }
    }
    start[row + 1] = at
  })
  return { bytes: bytes.subarray(0, at), start }
}

/** Texts of which most are empty: those take no bytes, and so can be no values of a tile. */
export const encodeRareTexts = (texts: readonly string[]): Texts => encodeTexts(texts, '')

/** Where the text itself stands in a row's value. */
export function textSpan({ bytes, start }: Texts, row: number): [from: number, to: number] {
  const value = start[row] as number
  const end = start[row + 1] as number
  return value === end ? [end, end] : [behindVarint(bytes, behindVarint(bytes, value + 1) + 1), end]
}

function behindVarint(bytes: Uint8Array, from: number): number {
  let at = from
  while ((bytes[at] as number) >= 0x80) at++
  return at + 1
}

/** A row's text as the value that it is in a tile; not a copy. */
export const tileValue = ({ bytes, start }: Texts, row: number): Uint8Array =>
  bytes.subarray(start[row], start[row + 1])

export function readText(texts: Texts, row: number): string {
  const [from, to] = textSpan(texts, row)
  const { buffer, byteOffset } = texts.bytes
  return Buffer.from(buffer, byteOffset + from, to - from).toString()
}

/** The texts of several parts in a new order: row i of the result is row `row[i]` of `parts[part[i]]`. */
export function mergeTexts(parts: readonly Texts[], part: ArrayLike<number>, row: Uint32Array): Texts {
  const lengths = new Uint32Array(row.length)
  for (let at = 0; at < row.length; at++) {
    const { start } = parts[part[at] as number] as Texts
    const one = row[at] as number
    lengths[at] = (start[one + 1] as number) - (start[one] as number)
  }
  const start = offsets(lengths)
  const bytes = sharedBytes(start[row.length] as number)
  for (let at = 0; at < row.length; at++) {
    const from = parts[part[at] as number] as Texts
    const source = from.start[row[at] as number] as number
    const target = start[at] as number
    for (let byte = 0; byte < (lengths[at] as number); byte++)
      bytes[target + byte] = from.bytes[source + byte] as number
  }
  return { bytes, start }
}
