/** Arrays of rows are shared with the thread that merges them, and so are never copied to it or back. */
const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

export const sharedBytes = (length: number): Uint8Array => new Uint8Array(shared(length))
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(shared(length * 4))
export const sharedInt32 = (length: number): Int32Array => new Int32Array(shared(length * 4))
export const sharedFloat64 = (length: number): Float64Array => new Float64Array(shared(length * 8))

/** Where each of several lengths begins when they follow each other; one more at the end. */
export function offsets(lengths: ArrayLike<number>): Uint32Array {
  const starts = sharedUint32(lengths.length + 1)
  for (let at = 0; at < lengths.length; at++) starts[at + 1] = (starts[at] as number) + (lengths[at] as number)
  return starts
}
