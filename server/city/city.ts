import type { Asset } from '../contract/asset.ts'
import type { AssetPage } from '../contract/asset-page.ts'
import type { Layer } from '../contract/layer.ts'
import type { LogRow } from '../contract/log.ts'
import type { CityPicture } from './city-picture.ts'
import { type PastLimits, Pasts, type ReadChanged } from './keep-pasts.ts'
import { OpenLayer } from './layer-memory.ts'
import type { FrozenLayer } from './layer-rows.ts'
import type { Merger } from './merge-thread.ts'
import { TileCache } from './tile-cache.ts'

/** All things of a city, in memory, as of one row of the log. */
export interface CityMemory extends CityPicture {
  /** Tiles answered from the cache, and made. */
  readonly tileCache: { readonly hits: number; readonly misses: number; readonly bytes: number }
  /** Past pictures that are kept, and what they take beside the present. */
  readonly pasts: { readonly kept: number; readonly bytes: number }
  /** The city when its log ended at `seq`, at once where it is kept. Throws TooManyPasts. */
  past(seq: number): CityPicture | Promise<CityPicture>
  /** Puts these things in the place of all that the layer had. `seq`: the log row up to which they are true, where it is known.
   *  Throws RangeError when the catalogue has no such layer. */
  load(layerId: string, assets: Iterable<Asset> | AsyncIterable<Asset>, seq?: number): Promise<void>
  /** As `load`, from pages, which takes a fraction of its time. */
  loadPages(layerId: string, pages: AsyncIterable<AssetPage>, seq?: number): Promise<void>
  /** All layers as they are now, and the row of the log that they are of. */
  freeze(): { seq: number; layers: Promise<FrozenLayer[]> }
  /** Puts frozen layers, which are all of the catalogue's, in the place of what there is. */
  thaw(seq: number, layers: readonly FrozenLayer[]): void
  /** Follows the log, in its order. Rows that are in the picture already, or are not about assets, change nothing but `seq`.
   *  A thing of a layer that the catalogue does not have is left out. */
  apply(rows: LogRow[]): void
}

const DEFAULT_TILE_CACHE_BYTES = 64 * 2 ** 20

export interface CityParts {
  tileCacheBytes?: number
  /** Where large merges are made; without it they are made where they fall due. */
  merger?: Merger
  /** Where past states are read; without it there are no past pictures. */
  readChanged?: ReadChanged
  pastLimits?: Partial<PastLimits>
}

export function openCity(
  layers: Layer[],
  { tileCacheBytes = DEFAULT_TILE_CACHE_BYTES, merger, readChanged = noLog, pastLimits }: CityParts = {},
): CityMemory {
  const cache = new TileCache(tileCacheBytes)
  const open = new Map(layers.map((layer) => [layer.id, new OpenLayer(layer, cache, merger)]))
  let seq = 0
  const present = () => ({ seq, layers: [...open.values()] })
  const layerOf = (id: string): OpenLayer => {
    const layer = open.get(id)
    if (!layer) throw new RangeError(`the catalogue has no layer "${id}"`)
    return layer
  }
  const pasts = new Pasts({ layers, cache, readChanged, present }, pastLimits)
  return {
    get seq() {
      return seq
    },
    tileCache: cache,
    get pasts() {
      return pasts.size
    },
    past: (of) => pasts.at(of),
    layers: () => layers,
    layer: (id) => open.get(id),
    async load(layerId, assets, upTo = 0) {
      await layerOf(layerId).load(assets)
      seq = Math.max(seq, upTo)
    },
    async loadPages(layerId, pages, upTo = 0) {
      await layerOf(layerId).loadPages(pages)
      seq = Math.max(seq, upTo)
    },
    freeze: () => ({ seq, layers: Promise.all([...open.values()].map((layer) => layer.bare().freeze())) }),
    thaw(upTo, layers) {
      for (const frozen of layers) open.get(frozen.id)?.thaw(frozen)
      seq = upTo
    },
    apply(rows) {
      const fresh = rows.filter((row) => row.seq > seq)
      for (const [layer, states] of changesByLayer(open, fresh)) layer.change(states)
      seq = fresh.at(-1)?.seq ?? seq
    },
  }
}

const noLog: ReadChanged = () => {
  throw new Error('this city was opened without a log to read past states from')
}

/** The last state of each thing that the rows are about, in its layer; undefined where it is gone, or gone to another layer. */
function changesByLayer(open: Map<string, OpenLayer>, rows: LogRow[]): Map<OpenLayer, Map<string, Asset | undefined>> {
  const changes = new Map<OpenLayer, Map<string, Asset | undefined>>()
  for (const { entity, entityId, after } of rows) {
    if (entity !== 'asset') continue
    const asset = (after ?? undefined) as Asset | undefined
    for (const layer of open.values()) {
      const states = changes.get(layer) ?? new Map<string, Asset | undefined>()
      const here = asset?.layer === layer.definition.id
      if (here || states.has(entityId) || layer.concerns(entityId))
        changes.set(layer, states.set(entityId, here ? asset : undefined))
    }
  }
  return changes
}
