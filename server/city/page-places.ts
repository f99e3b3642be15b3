import type { Geometry } from '../contract/geo.ts'
import { sameRun, viewOf } from './byte-runs.ts'
import { E7, mercatorX, mercatorY } from './mercator.ts'
import { pointInside } from './point-inside.ts'
import { behind, CLOSE_LIST, CLOSE_OBJECT, COMMA, OPEN_LIST, skipSpace } from './scan-json.ts'
import { encodeShapes, type Shapes } from './shapes.ts'
import { sharedInt32, sharedUint32 } from './shared-arrays.ts'

export interface PagePlaces {
  x: Uint32Array
  y: Uint32Array
  lng: Int32Array
  lat: Int32Array
  shapes: Shapes | undefined
}

/** Where things are, from a JSON list of geometries. */
export function placesOfPage(column: Uint8Array, count: number): PagePlaces {
  const places: PagePlaces = {
    ...{ x: sharedUint32(count), y: sharedUint32(count), lng: sharedInt32(count), lat: sharedInt32(count) },
    shapes: undefined,
  }
  if (readPoints(column, count, places)) return places
  const geometries: Geometry[] = JSON.parse(Buffer.from(column).toString())
  if (geometries.length !== count) throw new SyntaxError(`${count} geometries expected, not ${geometries.length}`)
  geometries.forEach((geometry, row) => {
    putPlace(places, row, ...pointInside(geometry))
  })
  const shapes = geometries.some(({ type }) => type !== 'Point') ? encodeShapes(geometries) : undefined
  return { ...places, shapes }
}

function putPlace({ x, y, lng, lat }: PagePlaces, row: number, east: number, north: number): void {
  x[row] = mercatorX(east)
  y[row] = mercatorY(north)
  lng[row] = Math.round(east * E7)
  lat[row] = Math.round(north * E7)
}

const POINT = viewOf(Buffer.from('{"type":"Point","coordinates":['))

/** False where not all are points, written as this program writes them. */
function readPoints(column: Uint8Array, count: number, places: PagePlaces): boolean {
  const view = viewOf(column)
  const numbers = new NumberScanner(column)
  let at = behind(OPEN_LIST, column, 0)
  for (let row = 0; row < count; row++) {
    if (row > 0) at = behind(COMMA, column, at)
    at = skipSpace(column, at)
    if (!sameRun(POINT, 0, POINT.byteLength, view, at)) return false
    const lng = numbers.read(at + POINT.byteLength)
    if (column[numbers.end] !== COMMA) return false
    const lat = numbers.read(numbers.end + 1)
    if (column[numbers.end] !== CLOSE_LIST || column[numbers.end + 1] !== CLOSE_OBJECT) return false
    putPlace(places, row, lng, lat)
    at = numbers.end + 2
  }
  behind(CLOSE_LIST, column, at)
  return true
}

const [MINUS, DOT, ZERO] = [0x2d, 0x2e, 0x30]
/** A whole number of so many digits, and a power of ten up to it, are doubles without rounding; so their quotient is the double that the
 *  digits mean (Clinger 1990). */
const EXACT_DIGITS = 15
const TENS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power)

/** Reads numbers of JSON as JSON.parse does. */
class NumberScanner {
  readonly #bytes: Uint8Array
  /** Behind the number that was read last. */
  end = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  read(from: number): number {
    const bytes = this.#bytes
    let [at, whole, digits, point] = [bytes[from] === MINUS ? from + 1 : from, 0, 0, -1]
    for (; ; at++) {
      const byte = bytes[at] as number
      if (byte === DOT) point = digits
      else if (byte >= ZERO && byte <= ZERO + 9) {
        whole = whole * 10 + byte - ZERO
        digits++
      } else break
    }
    this.end = at
    const isPlain = bytes[at] === COMMA || bytes[at] === CLOSE_LIST
    if (!isPlain || digits > EXACT_DIGITS) return this.#readAnyhow(from)
    const size = point < 0 ? whole : whole / (TENS[digits - point] as number)
    return bytes[from] === MINUS ? -size : size
  }

  /** With an exponent, or more digits than a double has. */
  #readAnyhow(from: number): number {
    const bytes = this.#bytes
    let end = from
    while (end < bytes.length && bytes[end] !== COMMA && bytes[end] !== CLOSE_LIST) end++
    this.end = end
    return Number(Buffer.from(bytes.subarray(from, end)).toString())
  }
}
