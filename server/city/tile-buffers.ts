/** Idle arrays are kept up to this many bytes. */
const IDLE_BYTES = 32 * 2 ** 20

const SMALLEST = 4096

/** Arrays that tiles are kept in, used again when a tile is not needed any more: to touch 100 kB of fresh memory takes the system ten
 *  times as long as to write a tile into it. */
export class TileBuffers {
  readonly #idle = new Map<number, ArrayBuffer[]>()
  #idleBytes = 0

  /** An array of that length; what stands in it is anything. */
  take(bytes: number): Buffer<ArrayBuffer> {
    const room = roomOf(bytes)
    const idle = this.#idle.get(room)?.pop()
    if (idle) this.#idleBytes -= room
    return Buffer.from(idle ?? new ArrayBuffer(room), 0, bytes)
  }

  /** Only what came from `take`, once, and when nobody reads it any more. */
  giveBack({ buffer }: Buffer<ArrayBuffer>): void {
    const room = buffer.byteLength
    if (this.#idleBytes + room > IDLE_BYTES) return
    this.#idleBytes += room
    const idle = this.#idle.get(room)
    if (idle) idle.push(buffer)
    else this.#idle.set(room, [buffer])
  }
}

/** The length rounded up to one of four steps to the next power of two: an array fits tiles of nearly its size. */
function roomOf(bytes: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(SMALLEST, bytes - 1))) - 2)
  return Math.max(SMALLEST, Math.ceil(bytes / step) * step)
}
