import { gzipSync } from 'node:zlib'

export interface Tile {
  /** The tile as it is. */
  readonly body: Buffer<ArrayBuffer>
  /** The same, packed; made when first asked for and kept with the tile. */
  readonly gzip: Buffer<ArrayBuffer>
  /** Strong: changes when something in the tile changed. */
  readonly etag: string
}

interface Entry {
  stamp: number
  bytes: number
  tile: Tile
}

/** What an entry takes besides its bytes: key, objects, buffers. */
const ENTRY_BYTES = 400

/** Tiles kept by least recent use, up to a number of bytes. */
export class TileCache {
  readonly #entries = new Map<string, Entry>()
  readonly #limit: number
  #bytes = 0
  /** Since the start. */
  hits = 0
  misses = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The tile kept under the key, if it is of this stamp. */
  get(key: string, stamp: number): Tile | undefined {
    const entry = this.#entries.get(key)
    if (entry?.stamp !== stamp) {
      if (entry) this.#drop(key, entry)
      this.misses++
      return undefined
    }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    this.hits++
    return entry.tile
  }

  /** A tile of these bytes, kept if there is room. */
  add(key: string, stamp: number, body: Buffer<ArrayBuffer>, etag: string): Tile {
    const entry: Entry = {
      stamp,
      bytes: body.length + ENTRY_BYTES,
      tile: packable(body, etag, (more) => {
        if (this.#entries.get(key) !== entry) return
        entry.bytes += more
        this.#grow(more)
      }),
    }
    if (entry.bytes > this.#limit) return entry.tile
    this.#entries.set(key, entry)
    this.#grow(entry.bytes)
    return entry.tile
  }

  #grow(bytes: number): void {
    this.#bytes += bytes
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= this.#limit) return
      this.#drop(key, entry)
    }
  }

  #drop(key: string, entry: Entry): void {
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
  }
}

function packable(body: Buffer<ArrayBuffer>, etag: string, packed: (bytes: number) => void): Tile {
  let gzip: Buffer<ArrayBuffer> | undefined
  return {
    body,
    etag,
    get gzip() {
      if (!gzip) {
        gzip = gzipSync(body, { level: 4 })
        packed(gzip.length)
      }
      return gzip
    },
  }
}
