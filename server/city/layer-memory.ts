import { randomBytes } from 'node:crypto'
import type { Asset } from '../contract/asset.ts'
import type { AssetPage } from '../contract/asset-page.ts'
import type { Bbox, LngLat } from '../contract/geo.ts'
import type { Layer } from '../contract/layer.ts'
import { boundsOf } from './bounds.ts'
import { buildTile } from './build-tile.ts'
import type { CellCount } from './count-cells.ts'
import type { FeatureQuery, Features } from './feature-pages.ts'
import { LayerReads } from './layer-reads.ts'
import { type FrozenLayer, LayerRows } from './layer-rows.ts'
import { type Assets, loadAssets, loadPages } from './load-rows.ts'
import type { Merger } from './merge-thread.ts'
import type { ThingColumns, ThingQuery } from './read-things.ts'
import { type Filter, filterKey } from './row-test.ts'
import type { KeptTile, LentTile, Tile, TileCache } from './tile-cache.ts'
import { TileStamps } from './tile-stamps.ts'

export type { Filter } from './row-test.ts'
export type { LentTile, Tile } from './tile-cache.ts'

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
  /** The same, to be given back once it is sent: its array is then used again for another tile. */
  lendTile(z: number, x: number, y: number, filter?: Filter): LentTile | undefined
  /** A page in a stable order. A line or polygon is in a box when its own box meets it. Throws RangeError on a strange cursor. */
  features(query: FeatureQuery): Features
  get(id: string): Asset | undefined
  /** By status; every status of the layer is there, 0 too. */
  counts(query?: { bbox?: Bbox; filter?: Filter }): Map<string, number>
  /** By the value of a field and by status, see countValues. */
  countsBy(field: string, filter?: Filter): Map<string, Map<string, number>>
  /** By cell of the quadtree, see countCells. Throws RangeError when too many cells are asked for. */
  cells(query: { bbox: Bbox; level: number; filter?: Filter | undefined }): CellCount[]
  /** The k nearest, the nearest first; to the edge of a line or polygon, 0 inside. */
  nearest(at: LngLat, k: number): { id: string; metres: number }[]
  /** Everything within so many metres, measured likewise, the nearest first. */
  around(at: LngLat, metres: number): { id: string; metres: number }[]
  /** Degrees; undefined while there is nothing. */
  bounds(): Bbox | undefined
  all(): IterableIterator<Asset>
  /** Where each stands, a line or polygon where its mark does, degrees in columns: for who counts things and reads none of them. */
  places(filter?: Filter): { lng: Float64Array; lat: Float64Array }
  /** Many of them at once, as columns. */
  things(query: ThingQuery): ThingColumns
  /** When any of them changed last, Unix ms; undefined where there is none. */
  lastChangeMs(): number | undefined
}

/** A layer that can be loaded and changed: only the city does that. */
export class OpenLayer extends LayerReads implements LayerMemory {
  readonly #cache: TileCache
  readonly #merger: Merger | undefined
  readonly #stamps = new TileStamps()
  /** So that an ETag of before a restart never means a tile of after it. */
  readonly #run = randomBytes(4).toString('hex')
  #version = 0
  #bounds: { version: number; bbox: Bbox | undefined } | undefined
  /** Changes that came while a load was under way, to be made again on what it brings. */
  #meanwhile: Map<string, Asset | undefined>[] | undefined

  constructor(definition: Layer, cache: TileCache, merger?: Merger) {
    super(new LayerRows(definition, merger ? { merger } : {}))
    this.#merger = merger
    this.#cache = cache
  }

  get tag(): string {
    return `${this.#run}-${this.#version.toString(36)}`
  }

  get version(): number {
    return this.#version
  }

  /** Replaces everything at once when all of it is read. */
  load(assets: Assets): Promise<void> {
    return this.#takeOver(loadAssets(this.definition, assets, this.#merger))
  }

  /** As `load`, from pages. */
  loadPages(pages: AsyncIterable<AssetPage>): Promise<void> {
    return this.#takeOver(loadPages(this.definition, pages, this.#merger))
  }

  async #takeOver(loading: Promise<LayerRows>): Promise<void> {
    const meanwhile: Map<string, Asset | undefined>[] = []
    this.#meanwhile = meanwhile
    const rows = await loading
    for (const states of meanwhile) rows.change(states)
    this.rows = rows
    this.#meanwhile = undefined
    this.#stamps.touchAll(++this.#version)
  }

  /** As `load`, from what another moment froze. */
  thaw(frozen: FrozenLayer): void {
    this.rows = LayerRows.thaw(this.definition, frozen, this.#merger)
    this.#stamps.touchAll(++this.#version)
  }

  change(states: Map<string, Asset | undefined>): void {
    this.#meanwhile?.push(states)
    const touched = this.rows.change(states)
    if (touched.length === 0) return
    this.#version++
    for (const box of touched) this.#stamps.touch(box, this.#version)
  }

  tile(z: number, x: number, y: number, filter?: Filter): Tile | undefined {
    return this.#tileAt(z, x, y, filter)?.hand()
  }

  lendTile(z: number, x: number, y: number, filter?: Filter): LentTile | undefined {
    return this.#tileAt(z, x, y, filter)?.lend()
  }

  #tileAt(z: number, x: number, y: number, filter: Filter | undefined): KeptTile | undefined {
    const stamp = this.#stamps.of(z, x, y)
    const key = `${this.definition.id}/${z}/${x}/${y}${filter ? filterKey(filter) : ''}`
    const kept = this.#cache.get(key, stamp)
    if (kept) return kept
    const body = buildTile(this.rows, { z, x, y }, filter, this.#cache.take)
    return body && this.#cache.add(key, stamp, body, `"${this.#run}-${stamp.toString(36)}"`)
  }

  /** Whether a change of this thing can matter here: it is here, or may be in what is being loaded. */
  concerns(id: string): boolean {
    return this.#meanwhile !== undefined || this.rows.find(id) !== undefined
  }

  bounds(): Bbox | undefined {
    if (this.#bounds?.version !== this.#version) this.#bounds = { version: this.#version, bbox: boundsOf(this.rows) }
    return this.#bounds.bbox
  }
}
