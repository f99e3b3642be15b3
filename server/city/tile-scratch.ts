import { varint } from './mvt-value.ts'

/** Room before a source-layer for its head, which is known last. */
const HEAD = 8

/** One growing array that every source-layer is written into and copied out of. Only one at a time: a tile is built without awaiting. */
export class TileScratch {
  bytes = Buffer.allocUnsafeSlow(1 << 20)
  view = viewOf(this.bytes)
  at = HEAD

  /** Begins a source-layer: its name. */
  begin(name: string): void {
    this.at = HEAD
    this.text(0x0a, name)
  }

  reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(this.at + more)))
    this.bytes.copy(larger, 0, 0, this.at)
    this.bytes = larger
    this.view = viewOf(larger)
  }

  text(head: number, value: string): void {
    const text = Buffer.from(value)
    this.reserve(text.length + 8)
    this.bytes[this.at++] = head
    this.varint(text.length)
    this.raw(text)
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.at)
    this.at += bytes.length
  }

  /** A field's head and a number: its value or its length. */
  head(head: number, value: number): void {
    this.reserve(8)
    this.bytes[this.at++] = head
    this.varint(value)
  }

  varint(value: number): void {
    let rest = value
    while (rest > 0x7f) {
      this.bytes[this.at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.bytes[this.at++] = rest
  }

  /** Extent 4096 and version 2, then the whole source-layer as a field of a tile, in an array of its own. */
  end(): Buffer<ArrayBuffer> {
    this.reserve(8)
    for (const byte of [0x28, 0x80, 0x20, 0x78, 0x02]) this.bytes[this.at++] = byte
    const head = [0x1a, ...varint(this.at - HEAD)]
    const start = HEAD - head.length
    this.bytes.set(head, start)
    const copy = Buffer.allocUnsafeSlow(this.at - start)
    this.bytes.copy(copy, 0, start, this.at)
    return copy
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): DataView => new DataView(buffer, byteOffset, byteLength)
