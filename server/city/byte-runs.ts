/** Four bytes at a time, wherever they begin: a loop over single bytes takes twice as long. */
const WORD = 4

/** Whether the bytes of `view` at [from, to) stand in `other` at `start` too. */
export function sameRun(view: DataView, from: number, to: number, other: DataView, start: number): boolean {
  if (start + to - from > other.byteLength) return false
  const shift = start - from
  let at = from
  for (; at + WORD <= to; at += WORD) if (view.getUint32(at, true) !== other.getUint32(at + shift, true)) return false
  for (; at < to; at++) if (view.getUint8(at) !== other.getUint8(at + shift)) return false
  return true
}

/** As MurmurHash3 mixes, once a word. */
export function hashOfRun(view: DataView, from: number, to: number): number {
  let hash = to - from
  let at = from
  for (; at + WORD <= to; at += WORD) {
    hash = Math.imul(hash ^ view.getUint32(at, true), 0x85ebca6b)
    hash ^= hash >>> 15
  }
  for (; at < to; at++) {
    hash = Math.imul(hash ^ view.getUint8(at), 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)
