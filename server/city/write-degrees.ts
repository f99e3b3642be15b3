import type { Utf8Writer } from './utf8-writer.ts'

const [ZERO, POINT, MINUS] = [0x30, 0x2e, 0x2d]
const E7 = 10_000_000

/** `-214.7483648` is the longest. */
const LONGEST = 12

/** Degrees from whole 1e-7 degrees, with the digits of JSON.stringify(e7 / 1e7): no two decimals of so few digits are the same number,
 *  so the shortest that JSON looks for is this one without its last zeros. */
export function writeDegrees(out: Utf8Writer, e7: number): void {
  const size = Math.abs(e7)
  // Below 1e-6 JavaScript writes a power: 1e-7.
  if (size < 10) {
    out.text(String(e7 / E7))
    return
  }
  out.ensure(LONGEST)
  const { bytes } = out
  let at = out.length
  if (e7 < 0) bytes[at++] = MINUS
  const whole = (size / E7) | 0
  if (whole >= 100) bytes[at++] = ZERO + ((whole / 100) | 0)
  if (whole >= 10) bytes[at++] = ZERO + (((whole / 10) | 0) % 10)
  bytes[at++] = ZERO + (whole % 10)
  let rest = size - whole * E7
  if (rest > 0) {
    let digits = 7
    for (; rest % 10 === 0; digits--) rest = (rest / 10) | 0
    bytes[at] = POINT
    for (let digit = at + digits; digit > at; digit--) {
      const next = (rest / 10) | 0
      bytes[digit] = ZERO + rest - next * 10
      rest = next
    }
    at += digits + 1
  }
  out.length = at
}

/** `[lng,lat]` */
export function writePlace(out: Utf8Writer, lng: number, lat: number): void {
  out.byte(0x5b)
  writeDegrees(out, lng)
  out.byte(0x2c)
  writeDegrees(out, lat)
  out.byte(0x5d)
}
