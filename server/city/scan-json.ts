import { sameRun, viewOf } from './byte-runs.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_LIST = 0x5b
export const CLOSE_LIST = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d

/** Behind the white space that begins at `from`. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while ((bytes[at] as number) <= 0x20) at++
  return at
}

/** Behind the string or other value that begins at `from`. Throws SyntaxError where it has no end. */
export function endOfValue(bytes: Uint8Array, from: number): number {
  const first = bytes[from]
  if (first === QUOTE) return endOfString(bytes, from)
  if (first === OPEN_OBJECT || first === OPEN_LIST) return endOfNest(bytes, from)
  let at = from
  while (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== CLOSE_OBJECT && bytes[at] !== CLOSE_LIST) at++
  return at
}

function endOfString(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) return at + 1
    if (bytes[at] === BACKSLASH) at++
  }
  throw new SyntaxError('a JSON string has no end')
}

function endOfNest(bytes: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < bytes.length; ) {
    const byte = bytes[at]
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++
    if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && --depth === 0) return at + 1
    at = byte === QUOTE ? endOfString(bytes, at) : at + 1
  }
  throw new SyntaxError('a JSON list or object has no end')
}

/** Behind this byte, which has to be the next. Throws SyntaxError where it is not. */
export function behind(byte: number, bytes: Uint8Array, from: number): number {
  const at = skipSpace(bytes, from)
  if (bytes[at] === byte) return at + 1
  throw new SyntaxError(`${String.fromCharCode(byte)} expected in JSON at byte ${at}`)
}

/** Calls back with the row and the bounds of each element of a list of `count`. Throws SyntaxError where there are not so many. */
export function eachElement(
  bytes: Uint8Array,
  count: number,
  visit: (row: number, from: number, to: number) => void,
): void {
  let at = behind(OPEN_LIST, bytes, 0)
  for (let row = 0; row < count; row++) {
    if (row > 0) at = behind(COMMA, bytes, at)
    const from = skipSpace(bytes, at)
    at = endOfValue(bytes, from)
    visit(row, from, at)
  }
  behind(CLOSE_LIST, bytes, at)
}

/** As eachElement, of a list of texts of which many are as the one before: calls back once for each run of the same, with its first row and
 *  its length. */
export function eachRun(
  bytes: Uint8Array,
  count: number,
  visit: (row: number, rows: number, from: number, to: number) => void,
): void {
  const view = viewOf(bytes)
  let at = behind(OPEN_LIST, bytes, 0)
  let first = 0
  let runFrom = 0
  let runTo = 0
  for (let row = 0; row < count; row++) {
    if (row > 0) at = behind(COMMA, bytes, at)
    const from = skipSpace(bytes, at)
    // A text ends with its quote, so what begins like it is it.
    if (row > 0 && sameRun(view, runFrom, runTo, view, from)) {
      at = from + runTo - runFrom
      continue
    }
    if (row > first) visit(first, row - first, runFrom, runTo)
    at = endOfValue(bytes, from)
    first = row
    runFrom = from
    runTo = at
  }
  if (count > first) visit(first, count - first, runFrom, runTo)
  behind(CLOSE_LIST, bytes, at)
}

export const parseJson = ({ buffer, byteOffset }: ArrayBufferView, from: number, to: number): unknown =>
  JSON.parse(Buffer.from(buffer, byteOffset + from, to - from).toString())
