import { setImmediate } from 'node:timers/promises'
import type { Asset } from '../contract/asset.ts'
import { type Columns, killRow } from './columns.ts'
import type { Numbered } from './encode-assets.ts'
import type { LayerRows } from './layer-rows.ts'

/** Things encoded between two breaths of the event loop: some 15 ms. */
const CHUNK = 2_048

/** Segments are put together up to this many rows, some 50 ms; more would keep the tiles of the present waiting. */
const MOST_MERGED = 8_192

/** Rows of one layer on their way to another moment. */
export interface Patched {
  rows: LayerRows
  /** Whether the rows are its own already; else they are forked when the first thing of theirs changes. */
  own: boolean
  /** Whether anything of the layer was among what changed. */
  touched: boolean
}

/** Puts other states in the place of those in the layers' rows; undefined takes a thing away. The dead stay where they are: a large segment
 *  is not written anew for a picture that is looked at for a minute. `patches` brings each id once. */
export async function patchRows(
  layers: readonly Patched[],
  patches: AsyncIterable<ReadonlyMap<string, Asset | undefined>>,
): Promise<void> {
  const added = new Map(layers.map((layer): [Patched, Numbered[]] => [layer, []]))
  for await (const states of patches) {
    for (const [id, asset] of states)
      for (const [layer, things] of added) {
        const here = asset?.layer === layer.rows.layer.id
        if (!here && !layer.rows.find(id)) continue
        touch(layer)
        const old = layer.rows.find(id)
        if (old) killRow(old.columns, old.row)
        if (asset && here) things.push({ asset, number: old?.columns.number[old.row] ?? layer.rows.newNumber() })
      }
    for (const [{ rows }, things] of added) while (things.length >= CHUNK) await append(rows, things.splice(0, CHUNK))
    await setImmediate()
  }
  for (const [{ rows, touched }, things] of added) {
    if (things.length > 0) await append(rows, things)
    if (touched) await tidy(rows)
  }
}

function touch(layer: Patched): void {
  if (!layer.own) layer.rows = layer.rows.fork()
  layer.own = true
  layer.touched = true
}

async function append(rows: LayerRows, things: Numbered[]): Promise<void> {
  rows.append(things)
  await setImmediate()
}

/** Leaves out what is dead altogether, and puts small neighbours together: a tile asks every segment. */
async function tidy(rows: LayerRows): Promise<void> {
  const kept: Columns[] = []
  let small: Columns[] = []
  const merge = async (): Promise<void> => {
    if (small.length > 1) kept.push(rows.merge(small))
    else kept.push(...small)
    if (small.length > 1) await setImmediate()
    small = []
  }
  for (const columns of rows.segments) {
    if (columns.alive === 0) continue
    const size = small.reduce((sum, { alive }) => sum + alive, columns.alive)
    if (size > MOST_MERGED) await merge()
    if (columns.alive > MOST_MERGED) kept.push(columns)
    else small.push(columns)
  }
  await merge()
  rows.segments = kept
}
