import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { TileBuffers } from './tile-buffers.ts'

/** Level 1 takes a quarter of the time of level 4 and makes a tile some tenth larger. */
const pack = (body: Buffer<ArrayBuffer>) => promisify(gzip)(body, { level: 1 })

export interface Tile {
  /** The tile as it is. */
  readonly body: Buffer<ArrayBuffer>
  /** Strong: changes when something in the tile changed. */
  readonly etag: string
  /** The same, packed beside the event loop; made when first asked for and kept with the tile. */
  gzip(): Promise<Buffer<ArrayBuffer>>
}

/** A tile whose array may be used again once it is given back. */
export interface LentTile extends Tile {
  giveBack(): void
}

/** What an entry takes besides its bytes: key, objects, buffers. */
const ENTRY_BYTES = 400

/** Tiles kept by least recent use, up to a number of bytes. */
export class TileCache {
  readonly #entries = new Map<string, KeptTile>()
  readonly #limit: number
  readonly #buffers = new TileBuffers()
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

  /** An array for a tile that will be added. */
  readonly take = (bytes: number): Buffer<ArrayBuffer> => this.#buffers.take(bytes)

  /** The tile kept under the key, if it is of this stamp. */
  get(key: string, stamp: number): KeptTile | undefined {
    const entry = this.#entries.get(key)
    if (entry?.stamp !== stamp) {
      if (entry) this.#drop(key, entry)
      this.misses++
      return undefined
    }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    this.hits++
    return entry
  }

  /** A tile in an array that `take` gave, kept if there is room. */
  add(key: string, stamp: number, body: Buffer<ArrayBuffer>, etag: string): KeptTile {
    const entry = new KeptTile(this, key, stamp, body, etag)
    if (entry.bytes <= this.#limit) {
      entry.kept = true
      this.#entries.set(key, entry)
      this.#grow(entry.bytes)
    }
    return entry
  }

  /** Told by a tile that nobody reads any more. */
  onUnused({ body }: KeptTile): void {
    this.#buffers.giveBack(body)
  }

  /** Told by a tile that grew by its packed form. */
  onPacked(tile: KeptTile, more: number): void {
    if (this.#entries.get(tile.key) === tile) this.#grow(more)
  }

  #grow(bytes: number): void {
    this.#bytes += bytes
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= this.#limit) return
      this.#drop(key, entry)
    }
  }

  #drop(key: string, entry: KeptTile): void {
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
    entry.leave()
  }
}

/** A tile with who uses it. Its array is used again when it has left the cache, all who borrowed it gave it back, and nobody keeps it. */
export class KeptTile implements LentTile {
  readonly key: string
  readonly stamp: number
  readonly body: Buffer<ArrayBuffer>
  readonly etag: string
  bytes: number
  kept = false
  readonly #cache: TileCache
  #users = 0
  #packed: Promise<Buffer<ArrayBuffer>> | undefined

  constructor(cache: TileCache, key: string, stamp: number, body: Buffer<ArrayBuffer>, etag: string) {
    this.#cache = cache
    this.key = key
    this.stamp = stamp
    this.body = body
    this.etag = etag
    this.bytes = body.buffer.byteLength + ENTRY_BYTES
  }

  /** To a user who will give it back. */
  lend(): LentTile {
    this.#users++
    return this
  }

  /** To a user who may keep it: its array is never used again. */
  hand(): Tile {
    this.#users = Number.POSITIVE_INFINITY
    return this
  }

  giveBack(): void {
    this.#users--
    this.#free()
  }

  leave(): void {
    this.kept = false
    this.#free()
  }

  gzip(): Promise<Buffer<ArrayBuffer>> {
    this.#packed ??= this.#pack()
    return this.#packed
  }

  async #pack(): Promise<Buffer<ArrayBuffer>> {
    this.lend()
    const packed = await pack(this.body)
    if (this.kept) {
      this.bytes += packed.length
      this.#cache.onPacked(this, packed.length)
    }
    this.giveBack()
    return packed
  }

  #free(): void {
    if (this.#users === 0 && !this.kept) this.#cache.onUnused(this)
  }
}
