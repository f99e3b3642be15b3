/** How far `copy` may read behind the end of what it copies: it moves four bytes at a time. */
export const OVERREAD = 3

const [SPACE, QUOTE, BACKSLASH] = [0x20, 0x22, 0x5c]

/** A text that is written again and again. */
export interface ReadyText {
  readonly view: DataView
  readonly length: number
}

export function readyText(text: string): ReadyText {
  const length = Buffer.byteLength(text)
  const bytes = Buffer.alloc(length + OVERREAD)
  bytes.write(text)
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), length }
}

/** UTF-8 written piece by piece into one array that grows. Most pieces have some tens of bytes: a call into the runtime for each would
 *  take longer than to move them. */
export class Utf8Writer {
  bytes: Buffer<ArrayBuffer>
  view: DataView
  length = 0

  /** `room`: bytes it has before it must grow. */
  constructor(room = 4096) {
    this.bytes = Buffer.allocUnsafeSlow(room)
    this.view = new DataView(this.bytes.buffer)
  }

  /** What is written so far; not a copy. */
  written(): Buffer<ArrayBuffer> {
    return this.bytes.subarray(0, this.length)
  }

  text(text: string): void {
    this.ensure(text.length * 3)
    this.length += this.bytes.write(text, this.length)
  }

  put({ view, length }: ReadyText): void {
    this.copy(view, 0, length)
  }

  byte(byte: number): void {
    this.ensure(1)
    this.bytes[this.length++] = byte
  }

  /** The bytes [from, to) of another array, which must go on for OVERREAD bytes behind them. */
  copy(source: DataView, from: number, to: number): void {
    this.ensure(to - from + OVERREAD)
    const { view } = this
    const shift = this.length - from
    let at = from
    for (; at <= to - 8; at += 8) view.setFloat64(at + shift, source.getFloat64(at, true), true)
    for (; at < to; at += 4) view.setUint32(at + shift, source.getUint32(at, true), true)
    this.length += to - from
  }

  /** What was written at [from, to) once more. */
  again(from: number, to: number): void {
    this.ensure(to - from + OVERREAD)
    this.copy(this.view, from, to)
  }

  /** The UTF-8 text at [from, to) of an array as JSON. False, with nothing written, where something in it must be escaped. */
  quote(source: Uint8Array, from: number, to: number): boolean {
    this.ensure(to - from + 2)
    const { bytes } = this
    let at = this.length
    bytes[at++] = QUOTE
    for (let next = from; next < to; next++) {
      const byte = source[next] as number
      if (byte < SPACE || byte === QUOTE || byte === BACKSLASH) return false
      bytes[at++] = byte
    }
    bytes[at++] = QUOTE
    this.length = at
    return true
  }

  /** Makes room for so many bytes more. */
  ensure(more: number): void {
    if (this.length + more > this.bytes.length) this.#grow(this.length + more)
  }

  #grow(least: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(least, this.bytes.length * 2))
    grown.set(this.written())
    this.bytes = grown
    this.view = new DataView(grown.buffer)
  }
}
