import type { Bbox } from '../contract/geo.ts'
import { boundsOf } from './bounds.ts'
import { buildTile } from './build-tile.ts'
import type { LayerMemory } from './layer-memory.ts'
import { LayerReads } from './layer-reads.ts'
import type { LayerRows } from './layer-rows.ts'
import { type Filter, filterKey } from './row-test.ts'
import type { KeptTile, LentTile, Tile, TileCache } from './tile-cache.ts'

/** A tile of a past picture never changes. */
const STAMP = 0

/** A layer as it stood when the log ended at `version`: it never changes. The `tag` is the same at two moments only when the layer is. */
export class PastLayer extends LayerReads implements LayerMemory {
  readonly version: number
  readonly tag: string
  readonly #cache: TileCache
  #bounds: { bbox: Bbox | undefined } | undefined

  constructor(rows: LayerRows, of: { seq: number; tag: string; cache: TileCache }) {
    super(rows)
    this.version = of.seq
    this.tag = of.tag
    this.#cache = of.cache
  }

  tile(z: number, x: number, y: number, filter?: Filter): Tile | undefined {
    return this.#tileAt(z, x, y, filter)?.hand()
  }

  lendTile(z: number, x: number, y: number, filter?: Filter): LentTile | undefined {
    return this.#tileAt(z, x, y, filter)?.lend()
  }

  #tileAt(z: number, x: number, y: number, filter: Filter | undefined): KeptTile | undefined {
    const key = `past ${this.tag}/${this.definition.id}/${z}/${x}/${y}${filter ? filterKey(filter) : ''}`
    const kept = this.#cache.get(key, STAMP)
    if (kept) return kept
    const body = buildTile(this.rows, { z, x, y }, filter, this.#cache.take)
    // Weak: the picture is the same for ever, but made again from another present its things may be numbered otherwise.
    return body && this.#cache.add(key, STAMP, body, `W/"${this.tag}"`)
  }

  bounds(): Bbox | undefined {
    this.#bounds ??= { bbox: boundsOf(this.rows) }
    return this.#bounds.bbox
  }
}
