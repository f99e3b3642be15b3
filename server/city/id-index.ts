/** From an id to its row: open addressing over row numbers. A Map of a million strings would take ten times the room. */
export interface IdIndex {
  /** Row + 1, or 0 where free. A power of two long, at most half full. */
  readonly slots: Uint32Array
  /** Rows that another row with the same id and a higher number has replaced. */
  readonly replaced: readonly number[]
}

/** Rows whose values begin with `22 length 0a length id`, as ready MVT bytes. */
export interface Identified {
  readonly count: number
  readonly values: Uint8Array
  readonly valueStart: Uint32Array
  readonly number: Uint32Array
}

/** Where the text of a ready MVT string value stands. */
export function textAt(bytes: Uint8Array, valueAt: number): [start: number, end: number] {
  // Value lengths over 127 take two bytes; a text may be two bytes shorter than its value and then takes one.
  const head = valueAt + ((bytes[valueAt + 1] as number) < 0x80 ? 3 : 4)
  const low = bytes[head] as number
  if (low < 0x80) return [head + 1, head + 1 + low]
  const length = (low & 0x7f) | ((bytes[head + 1] as number) << 7)
  return [head + 2, head + 2 + length]
}

/** FNV-1a over bytes. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

export function indexIds(rows: Identified): IdIndex {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, rows.count * 2)))
  const slots = new Uint32Array(size)
  const replaced: number[] = []
  for (let row = 0; row < rows.count; row++) {
    const [start, end] = textAt(rows.values, rows.valueStart[row] as number)
    const slot = findSlot(slots, rows, rows.values, start, end)
    const other = (slots[slot] as number) - 1
    const later = other < 0 || (rows.number[row] as number) > (rows.number[other] as number)
    if (other >= 0) replaced.push(later ? other : row)
    if (later) slots[slot] = row + 1
  }
  return { slots, replaced }
}

/** The row of an id, or -1. */
export function rowOfId({ slots }: IdIndex, rows: Identified, id: Uint8Array): number {
  return (slots[findSlot(slots, rows, id, 0, id.length)] as number) - 1
}

/** The slot that holds the id at `[start, end)` of `bytes`, or the free one where it belongs. */
function findSlot(slots: Uint32Array, rows: Identified, bytes: Uint8Array, start: number, end: number): number {
  const mask = slots.length - 1
  let slot = hashOf(bytes, start, end) & mask
  while (slots[slot] !== 0) {
    const [from, to] = textAt(rows.values, rows.valueStart[(slots[slot] as number) - 1] as number)
    if (to - from === end - start && sameBytes(rows.values, from, to, bytes, start)) return slot
    slot = (slot + 1) & mask
  }
  return slot
}

function sameBytes(bytes: Uint8Array, from: number, to: number, others: Uint8Array, start: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== others[start + at - from]) return false
  return true
}
