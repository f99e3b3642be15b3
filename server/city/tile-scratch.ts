/** Room before a source-layer for its head, which is known last. */
const HEAD = 8

const SHORT = 64

/** One growing array that each tile is written into and copied out of. Only one at a time: a tile is built without awaiting. */
export class TileScratch {
  bytes = Buffer.allocUnsafeSlow(1 << 20)
  /** The same, word by word. */
  words = new Uint32Array(this.bytes.buffer)
  at = 0
  /** Where the tile begins, and the source-layer at hand. */
  #start = 0
  #layer = 0
  #content = 0

  beginTile(): void {
    this.at = 0
    this.#start = 0
  }

  /** Begins a source-layer: its name, so placed that what comes next begins with a word. */
  begin(name: string): void {
    this.#layer = this.at
    const behindName = this.at + HEAD + 2 + Buffer.byteLength(name)
    this.#content = this.at + HEAD + (-behindName & 3)
    this.at = this.#content
    this.text(0x0a, name)
  }

  reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(this.at + more)))
    this.bytes.copy(larger, 0, 0, this.at)
    this.bytes = larger
    this.words = new Uint32Array(larger.buffer)
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
    // A call into the runtime takes longer than to move some tens of bytes. `set` would move shared memory byte by byte.
    if (bytes.length > SHORT) this.bytes.fill(bytes, this.at, this.at + bytes.length)
    else for (let byte = 0; byte < bytes.length; byte++) this.bytes[this.at + byte] = bytes[byte] as number
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

  /** Extent 4096 and version 2, then the head that makes the source-layer a field of the tile. */
  end(): void {
    this.reserve(8)
    for (const byte of [0x28, 0x80, 0x20, 0x78, 0x02]) this.bytes[this.at++] = byte
    const content = this.#content
    const end = this.at
    this.at = this.#layer
    this.head(0x1a, end - content)
    const head = this.at - this.#layer
    if (this.#layer === this.#start) {
      // The head moves to its content; before a second source-layer the content moves to its head.
      this.#start = content - head
      this.bytes.copyWithin(this.#start, this.#layer, this.at)
      this.at = end
    } else {
      this.bytes.copyWithin(this.at, content, end)
      this.at += end - content
    }
  }

  /** The whole tile, copied into an array that `take` gives; undefined when nothing was written. */
  copyTile(take: (bytes: number) => Buffer<ArrayBuffer>): Buffer<ArrayBuffer> | undefined {
    if (this.at === 0) return undefined
    const tile = take(this.at - this.#start)
    this.bytes.copy(tile, 0, this.#start, this.at)
    return tile
  }
}
