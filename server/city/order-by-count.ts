const DIGIT_BITS = 11
const starts = new Uint32Array(2 ** DIGIT_BITS + 1)

/** The first `length` of `cells` by the whole numbers below 2³² in `counts`, the least first, equal ones as they stood. A radix sort: to
 *  compare a thousand counts takes thrice as long, for the processor cannot guess how it goes. `spare` is as long as `cells`; the
 *  answer is one of the two. */
export function orderByCount(
  cells: Uint32Array,
  spare: Uint32Array,
  length: number,
  counts: Float64Array,
  most: number,
): Uint32Array {
  let [from, to] = [cells, spare]
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += DIGIT_BITS) {
    sortByDigit(from, to, length, counts, shift)
    ;[from, to] = [to, from]
  }
  return from
}

/** One stable pass. */
function sortByDigit(from: Uint32Array, to: Uint32Array, length: number, counts: Float64Array, shift: number): void {
  const mask = 2 ** DIGIT_BITS - 1
  starts.fill(0)
  for (let at = 0; at < length; at++) {
    const slot = (((counts[from[at] as number] as number) >>> shift) & mask) + 1
    starts[slot] = (starts[slot] as number) + 1
  }
  for (let digit = 1; digit <= mask; digit++) starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number)
  for (let at = 0; at < length; at++) {
    const cell = from[at] as number
    const digit = ((counts[cell] as number) >>> shift) & mask
    const place = starts[digit] as number
    to[place] = cell
    starts[digit] = place + 1
  }
}
