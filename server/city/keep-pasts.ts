import { randomBytes } from 'node:crypto'
import type { Asset } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import type { CityPicture } from './city-picture.ts'
import type { OpenLayer } from './layer-memory.ts'
import { LayerRows } from './layer-rows.ts'
import { PastLayer } from './past-layer.ts'
import { PastPicture } from './past-picture.ts'
import { patchRows } from './patch-rows.ts'
import type { TileCache } from './tile-cache.ts'
import { weighColumns } from './weigh-columns.ts'

/** Reads, of every thing that has a log row behind `after` (and not behind `upTo`, where that is given), its state when the log ended at
 *  `at`: each id once, undefined where it was not there. */
export type ReadChanged = (of: {
  after: number
  upTo?: number
  at: number
}) => AsyncIterable<ReadonlyMap<string, Asset | undefined>>

/** Many past pictures are being made at once; one more has to wait. */
export class TooManyPasts extends Error {}

/** What pasts are made from: the present picture and where the log is read. */
export interface PastSources {
  layers: readonly Layer[]
  cache: TileCache
  readChanged: ReadChanged
  /** The last log row that is wholly in the present picture, and its layers in the order of the catalogue. */
  present: () => { seq: number; layers: readonly OpenLayer[] }
}

export interface PastLimits {
  /** Pictures kept. */
  kept: number
  /** What they may take beside the present; the newest is kept whatever it takes. */
  bytes: number
  /** Pictures made at once. */
  loading: number
}

// A picture shares every layer that is the same in its neighbour: two days by the hour weigh little more than one hour.
const LIMITS: PastLimits = { kept: 48, bytes: 256 * 2 ** 20, loading: 3 }

/** The pictures of past moments that were last asked for. A past is another picture, the nearest there is, with other states in the place of
 *  those that changed between the two: a step of an hour reads what changed in the hour, not the log. */
export class Pasts {
  readonly #sources: PastSources
  readonly #limits: PastLimits
  readonly #run = randomBytes(4).toString('hex')
  /** The one last asked for is last. */
  readonly #kept = new Map<number, PastPicture>()
  readonly #loading = new Map<number, Promise<PastPicture>>()

  constructor(sources: PastSources, limits: Partial<PastLimits> = {}) {
    this.#sources = sources
    this.#limits = { ...LIMITS, ...limits }
  }

  /** How many are kept, and what they take beside the present. */
  get size(): { kept: number; bytes: number } {
    return { kept: this.#kept.size, bytes: this.#weigh() }
  }

  /** The city when its log ended at `seq`. Throws TooManyPasts. */
  at(seq: number): PastPicture | Promise<CityPicture> {
    const kept = this.#kept.get(seq)
    if (kept) {
      this.#kept.delete(seq)
      this.#kept.set(seq, kept)
      return kept
    }
    const known = this.#loading.get(seq)
    if (known) return known
    if (this.#loading.size >= this.#limits.loading) throw new TooManyPasts('many past pictures are being made')
    const loading = this.#make(seq).finally(() => this.#loading.delete(seq))
    this.#loading.set(seq, loading)
    return loading
  }

  async #make(seq: number): Promise<PastPicture> {
    const past = new PastPicture(seq, seq === 0 ? this.#nothing() : await this.#layersAt(seq))
    this.#kept.set(seq, past)
    this.#forget()
    return past
  }

  #nothing(): PastLayer[] {
    const { layers, cache } = this.#sources
    return layers.map((layer) => new PastLayer(new LayerRows(layer), { seq: 0, tag: `${this.#run}-at-0`, cache }))
  }

  async #layersAt(seq: number): Promise<PastLayer[]> {
    const { readChanged, present, cache } = this.#sources
    const now = present()
    const past = nearestTo(seq, now.seq, this.#kept.values())
    const span = past
      ? { after: Math.min(seq, past.seq), upTo: Math.max(seq, past.seq) }
      : // The present may hold a change that came while it was read from the store and is behind its own row: all is asked for.
        { after: Math.min(seq, now.seq) }
    const from = (past?.open() ?? now.layers).map((layer) => ({
      layer,
      tag: layer.tag,
      // The present goes on changing its rows, so it is forked before anything is waited for; a past stays as it is.
      patched: { rows: past ? layer.bare() : layer.bare().fork(), own: !past, touched: false },
    }))
    await patchRows(
      from.map(({ patched }) => patched),
      readChanged({ ...span, at: seq }),
    )
    return from.map(({ layer, tag, patched: { rows, touched } }) => {
      if (!touched && layer instanceof PastLayer) return layer
      return new PastLayer(rows, { seq, tag: touched ? `${this.#run}-at-${seq}` : tag, cache })
    })
  }

  #forget(): void {
    while (this.#kept.size > 1 && (this.#kept.size > this.#limits.kept || this.#weigh() > this.#limits.bytes))
      this.#kept.delete(this.#kept.keys().next().value as number)
  }

  /** Each array once, and none that the present has as well. */
  #weigh(): number {
    const known = new Set<unknown>()
    for (const layer of this.#sources.present().layers) for (const { x } of layer.bare().segments) known.add(x)
    let bytes = 0
    for (const past of this.#kept.values())
      for (const layer of past.open()) {
        const rows = layer.bare()
        if (known.has(rows)) continue
        known.add(rows)
        for (const columns of rows.segments) {
          const { shared, own } = weighColumns(columns)
          bytes += own + (known.has(columns.x) ? 0 : shared)
          known.add(columns.x)
        }
      }
    return bytes
  }
}

/** The kept past that is fewer rows away than the present is. */
function nearestTo(seq: number, present: number, kept: Iterable<PastPicture>): PastPicture | undefined {
  let nearest: PastPicture | undefined
  let least = Math.abs(present - seq)
  for (const past of kept) {
    const distance = Math.abs(past.seq - seq)
    if (distance >= least || past.seq === 0) continue
    nearest = past
    least = distance
  }
  return nearest
}
