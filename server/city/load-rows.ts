import { setImmediate } from 'node:timers/promises'
import type { Asset } from '../contract/asset.ts'
import type { AssetPage } from '../contract/asset-page.ts'
import type { Layer } from '../contract/layer.ts'
import { openColumns, type Rows } from './columns.ts'
import { encodeAssets, type Numbered } from './encode-assets.ts'
import { PageEncoder } from './encode-page.ts'
import { LayerRows, MOST_INLINE, mergeAnyhow } from './layer-rows.ts'
import type { Merger } from './merge-thread.ts'

/** Things encoded between two breaths of the event loop: some 25 ms. */
const CHUNK = 4096

export type Assets = Iterable<Asset> | AsyncIterable<Asset>

/** All of a layer's things as one segment, encoded in chunks. */
export function loadAssets(layer: Layer, assets: Assets, merger?: Merger): Promise<LayerRows> {
  return load(layer, merger, (rows) => encodeChunks(rows, assets))
}

/** As loadAssets, from pages. */
export function loadPages(layer: Layer, pages: AsyncIterable<AssetPage>, merger?: Merger): Promise<LayerRows> {
  return load(layer, merger, (rows) => encodePages(rows, pages))
}

async function load(
  layer: Layer,
  merger: Merger | undefined,
  encode: (rows: LayerRows) => AsyncIterable<Rows>,
): Promise<LayerRows> {
  const rows = new LayerRows(layer, merger ? { merger } : {})
  const parts: { rows: Rows; dead: undefined }[] = []
  for await (const part of encode(rows)) parts.push({ rows: part, dead: undefined })
  const count = parts.reduce((sum, part) => sum + part.rows.count, 0)
  const merged = await mergeAnyhow(parts, rows.looks.looks.length, count > MOST_INLINE ? merger : undefined)
  rows.segments = merged.count > 0 ? [openColumns(merged)] : []
  return rows
}

async function* encodeChunks(rows: LayerRows, assets: Assets): AsyncGenerator<Rows> {
  let chunk: Numbered[] = []
  for await (const asset of assets) {
    chunk.push({ asset, number: rows.newNumber() })
    if (chunk.length < CHUNK) continue
    yield encodeAssets(rows.meanings, chunk)
    chunk = []
    await setImmediate()
  }
  yield encodeAssets(rows.meanings, chunk)
}

async function* encodePages(rows: LayerRows, pages: AsyncIterable<AssetPage>): AsyncGenerator<Rows> {
  const encoder = new PageEncoder(rows.meanings)
  for await (const page of pages) yield encoder.encode(page, rows.newNumbers(page.count))
}
