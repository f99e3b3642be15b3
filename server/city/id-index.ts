import { sharedUint32 } from './shared-arrays.ts'
import { type Texts, textSpan } from './texts.ts'

/** From an id to its row: open addressing over row numbers. A Map of a million strings would take ten times the room. */
export interface IdIndex {
  /** Row + 1, or 0 where free. A power of two long, at most half full. */
  readonly slots: Uint32Array
  /** Rows that another row with the same id and a higher number has replaced. */
  readonly replaced: readonly number[]
}

export interface Identified {
  readonly count: number
  readonly idTexts: Texts
  readonly number: Uint32Array
}

/** FNV-1a over bytes. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

export function indexIds(rows: Identified): IdIndex {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, rows.count * 2)))
  const slots = sharedUint32(size)
  const replaced: number[] = []
  for (let row = 0; row < rows.count; row++) {
    const [start, end] = textSpan(rows.idTexts, row)
    const slot = findSlot(slots, rows, rows.idTexts.bytes, start, end)
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
    const [from, to] = textSpan(rows.idTexts, (slots[slot] as number) - 1)
    if (to - from === end - start && sameBytes(rows.idTexts.bytes, from, to, bytes, start)) return slot
    slot = (slot + 1) & mask
  }
  return slot
}

function sameBytes(bytes: Uint8Array, from: number, to: number, others: Uint8Array, start: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== others[start + at - from]) return false
  return true
}
