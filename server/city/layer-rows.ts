import type { Asset } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import { type Columns, killRow } from './columns.ts'
import { encodeAssets } from './encode-assets.ts'
import { rowOfId } from './id-index.ts'
import { LookTable } from './look-table.ts'
import type { Box } from './mercator.ts'
import { mergeRows } from './merge-rows.ts'

/** A younger segment is merged into the one before it when it has grown to an eighth of it: a read meets few segments, and a row
 *  is copied some eight times for each power of eight of the layer's size. */
const GROWTH = 8

/** A segment with more dead rows than this part of it is written anew. */
const DEAD_SHARE = 0.25

/** Things of one layer: a large sorted segment and behind it a few small ones with the latest changes, merged as they grow. */
export class LayerRows {
  readonly layer: Layer
  looks: LookTable
  segments: Columns[] = []
  #lastNumber = 0

  constructor(layer: Layer) {
    this.layer = layer
    this.looks = new LookTable(layer)
  }

  get alive(): number {
    return this.segments.reduce((sum, { alive }) => sum + alive, 0)
  }

  find(id: string): { columns: Columns; row: number } | undefined {
    const bytes = Buffer.from(id)
    for (const columns of this.segments) {
      const row = rowOfId(columns.ids, columns, bytes)
      if (row >= 0 && !columns.dead?.[row]) return { columns, row }
    }
    return undefined
  }

  /** Puts new states in place of old ones; undefined takes a thing away. Returns the boxes that were touched, before and after. */
  change(states: ReadonlyMap<string, Asset | undefined>): Box[] {
    const touched: Box[] = []
    const added = []
    for (const [id, asset] of states) {
      const old = this.find(id)
      if (old) {
        touched.push(boxOfRow(old.columns, old.row))
        killRow(old.columns, old.row)
      }
      if (asset) added.push({ asset, number: old?.columns.number[old.row] ?? ++this.#lastNumber })
    }
    if (added.length > 0) {
      const fresh = mergeRows([encodeAssets(this.layer, this.looks, added)], this.looks)
      for (let row = 0; row < fresh.count; row++) touched.push(boxOfRow(fresh, row))
      this.segments = [...this.segments, fresh]
    }
    this.#merge()
    return touched
  }

  #merge(): void {
    const { segments } = this
    let from = segments.length - 1
    let size = segments[from]?.alive ?? 0
    while (from > 0 && (segments[from - 1]?.alive ?? 0) < size * GROWTH) size += segments[--from]?.alive ?? 0
    const worn = segments.findIndex(({ alive, count }) => count - alive > count * DEAD_SHARE)
    if (worn >= 0) from = Math.min(from, worn)
    if (from === segments.length - 1 && worn < 0) return
    const parts = segments.slice(from)
    const looks = from === 0 ? new LookTable(this.layer) : this.looks
    const merged = mergeRows(parts, looks, this.looks)
    this.looks = looks
    this.segments = [...segments.slice(0, from), ...(merged.count > 0 ? [merged] : [])]
  }

  /** A new set of rows, encoded in chunks, to stand in the place of this one. */
  static async load(layer: Layer, assets: Iterable<Asset> | AsyncIterable<Asset>): Promise<LayerRows> {
    const rows = new LayerRows(layer)
    const parts = []
    let chunk: { asset: Asset; number: number }[] = []
    for await (const asset of assets) {
      chunk.push({ asset, number: ++rows.#lastNumber })
      if (chunk.length < CHUNK) continue
      parts.push(encodeAssets(layer, rows.looks, chunk))
      chunk = []
      await new Promise((resume) => setImmediate(resume))
    }
    parts.push(encodeAssets(layer, rows.looks, chunk))
    const merged = mergeRows(parts, rows.looks)
    rows.segments = merged.count > 0 ? [merged] : []
    return rows
  }
}

/** Things encoded between two breaths of the event loop: some 25 ms. */
const CHUNK = 4096

export function boxOfRow({ x, y, shapes }: Columns, row: number): Box {
  if (shapes) {
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = shapes.box.subarray(row * 4, row * 4 + 4)
    return { minX, minY, maxX, maxY }
  }
  return { minX: x[row] as number, minY: y[row] as number, maxX: x[row] as number, maxY: y[row] as number }
}
