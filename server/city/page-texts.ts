import { mvtValue } from './mvt-value.ts'
import { eachElement, parseJson } from './scan-json.ts'
import { sharedBytes, sharedUint32 } from './shared-arrays.ts'
import { LONGEST_HEAD, SHORT_HEAD, type Texts } from './texts.ts'

const BACKSLASH = 0x5c

/** As encodeTexts, from a JSON list of texts: where nothing is escaped they are copied as they stand. */
export function textsOfPage(column: Uint8Array, count: number): Texts {
  const start = sharedUint32(count + 1)
  const bytes = sharedBytes(column.length + count * LONGEST_HEAD)
  const isPlain = !column.includes(BACKSLASH)
  let end = 0
  eachElement(column, count, (row, from, to) => {
    const length = to - from - 2
    if (isPlain && length < 0x7e) {
      bytes[end] = 0x22
      bytes[end + 1] = length + 2
      bytes[end + 2] = 0x0a
      bytes[end + 3] = length
      end += SHORT_HEAD
      for (let at = from + 1; at < to - 1; at++) bytes[end++] = column[at] as number
    } else {
      const value = mvtValue(parseJson(column, from, to) as string)
      bytes.set(value, end)
      end += value.length
    }
    start[row + 1] = end
  })
  return { bytes: bytes.subarray(0, end), start }
}
