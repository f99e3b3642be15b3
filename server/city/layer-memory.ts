import { randomBytes } from 'node:crypto'
import type { Asset } from '../contract/asset.ts'
import type { Bbox, LngLat } from '../contract/geo.ts'
import type { Layer } from '../contract/layer.ts'
import { boundsOf } from './bounds.ts'
import { buildTile } from './build-tile.ts'
import { countStatuses } from './count-statuses.ts'
import { type FeatureQuery, type Features, readFeatures } from './feature-pages.ts'
import { LayerRows } from './layer-rows.ts'
import { nearest } from './nearest.ts'
import { readAsset } from './read-asset.ts'
import { type Filter, filterKey } from './row-test.ts'
import type { Tile, TileCache } from './tile-cache.ts'
import { TileStamps } from './tile-stamps.ts'

export type { Filter } from './row-test.ts'
export type { Tile } from './tile-cache.ts'

/** The things of one layer, as the log has them. */
export interface LayerMemory {
  readonly definition: Layer
  /** Grows with every change. */
  readonly version: number
  /** The version as nobody else has it: another one after every change, and after a restart. */
  readonly tag: string
  readonly count: number
  /** undefined is an empty tile. The ETag changes only when something in the tile changed. */
  tile(z: number, x: number, y: number, filter?: Filter): Tile | undefined
  /** A page in a stable order. A line or polygon is in a box when its own box meets it. Throws RangeError on a strange cursor. */
  features(query: FeatureQuery): Features
  get(id: string): Asset | undefined
  /** By status; every status of the layer is there, 0 too. */
  counts(query?: { bbox?: Bbox; filter?: Filter }): Map<string, number>
  /** The k nearest, the nearest first; to the edge of a line or polygon, 0 inside. */
  nearest(at: LngLat, k: number): { id: string; metres: number }[]
  /** Degrees; undefined while there is nothing. */
  bounds(): Bbox | undefined
  all(): IterableIterator<Asset>
}

/** A layer that can be loaded and changed: only the city does that. */
export class OpenLayer implements LayerMemory {
  readonly definition: Layer
  readonly #cache: TileCache
  readonly #stamps = new TileStamps()
  /** So that an ETag of before a restart never means a tile of after it. */
  readonly #run = randomBytes(4).toString('hex')
  #rows: LayerRows
  #version = 0
  #bounds: { version: number; bbox: Bbox | undefined } | undefined
  /** Changes that came while a load was under way, to be made again on what it brings. */
  #meanwhile: Map<string, Asset | undefined>[] | undefined

  constructor(definition: Layer, cache: TileCache) {
    this.definition = definition
    this.#cache = cache
    this.#rows = new LayerRows(definition)
  }

  get tag(): string {
    return `${this.#run}-${this.#version.toString(36)}`
  }

  get version(): number {
    return this.#version
  }

  get count(): number {
    return this.#rows.alive
  }

  /** Replaces everything at once when all of it is read. */
  async load(assets: Iterable<Asset> | AsyncIterable<Asset>): Promise<void> {
    const meanwhile: Map<string, Asset | undefined>[] = []
    this.#meanwhile = meanwhile
    const rows = await LayerRows.load(this.definition, assets)
    for (const states of meanwhile) rows.change(states)
    this.#rows = rows
    this.#meanwhile = undefined
    this.#stamps.touchAll(++this.#version)
  }

  change(states: Map<string, Asset | undefined>): void {
    this.#meanwhile?.push(states)
    const touched = this.#rows.change(states)
    if (touched.length === 0) return
    this.#version++
    for (const box of touched) this.#stamps.touch(box, this.#version)
  }

  tile(z: number, x: number, y: number, filter?: Filter): Tile | undefined {
    const stamp = this.#stamps.of(z, x, y)
    const key = `${this.definition.id}/${z}/${x}/${y}${filter ? filterKey(filter) : ''}`
    const kept = this.#cache.get(key, stamp)
    if (kept) return kept
    const body = buildTile(this.#rows, z, x, y, filter)
    return body && this.#cache.add(key, stamp, body, `"${this.#run}-${stamp.toString(36)}"`)
  }

  features(query: FeatureQuery): Features {
    return readFeatures(this.#rows, query)
  }

  /** Whether a change of this thing can matter here: it is here, or may be in what is being loaded. */
  concerns(id: string): boolean {
    return this.#meanwhile !== undefined || this.#rows.find(id) !== undefined
  }

  get(id: string): Asset | undefined {
    const found = this.#rows.find(id)
    return found && readAsset(this.#rows, found.columns, found.row)
  }

  counts(query: { bbox?: Bbox; filter?: Filter } = {}): Map<string, number> {
    return countStatuses(this.#rows, query)
  }

  nearest(at: LngLat, k: number): { id: string; metres: number }[] {
    return nearest(this.#rows, at, k)
  }

  bounds(): Bbox | undefined {
    if (this.#bounds?.version !== this.#version) this.#bounds = { version: this.#version, bbox: boundsOf(this.#rows) }
    return this.#bounds.bbox
  }

  /** What there is when it begins; what comes later is not in it. */
  *all(): IterableIterator<Asset> {
    const { layer, looks, segments } = this.#rows
    for (const columns of segments)
      for (let row = 0; row < columns.count; row++)
        if (!columns.dead?.[row]) yield readAsset({ layer, looks }, columns, row)
  }
}
