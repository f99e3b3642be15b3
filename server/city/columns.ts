import Flatbush from 'flatbush'
import type { DictionaryColumn } from './dictionary-column.ts'
import { type IdIndex, indexIds } from './id-index.ts'
import { PYRAMID_FROM, type Pyramid, pyramidOf } from './pyramid.ts'
import type { Shapes } from './shapes.ts'

/** What every thing has besides id, name, status, place and its layer's fields; `rest` is JSON of fields that the layer does not know. */
export const ATTRIBUTES = ['code', 'edition', 'sourceCrs', 'source', 'changedAt', 'rest'] as const

/** Things as columns; a row is one thing. Plain arrays, so that a worker can be handed them. */
export interface Rows {
  readonly count: number
  /** The place, for a line or polygon that of its mark: Mercator units, and 1e-7 degrees. */
  readonly x: Uint32Array
  readonly y: Uint32Array
  readonly lng: Int32Array
  readonly lat: Int32Array
  /** From 1: the thing's number in its layer, for as long as the layer is in memory. */
  readonly number: Uint32Array
  /** Index into the layer's LookTable. */
  readonly look: Uint16Array | Uint32Array
  /** Id and name of each row one after the other, as ready MVT values: a run of rows is one copy. */
  readonly values: Buffer
  readonly valueStart: Uint32Array
  /** ATTRIBUTES, then the layer's fields that are not in the look, in their order. */
  readonly attributes: readonly DictionaryColumn[]
  /** Absent where all rows are points. */
  readonly shapes: Shapes | undefined
}

/** Rows in Morton order with what finds them. Immutable but for `dead`: a change is a death here and a new row elsewhere. */
export interface Columns extends Rows {
  readonly ids: IdIndex
  /** By box, for rows with shapes. */
  readonly tree: Flatbush | undefined
  readonly pyramid: Pyramid | undefined
  /** 1 where a row is gone; absent while none is. */
  dead: Uint8Array | undefined
  alive: number
  /** Living rows of each look. */
  readonly lookCounts: Uint32Array
}

/** Sorted rows, indexed. Of rows with the same id the one with the highest number lives. */
export function indexRows(rows: Rows, lookCount: number): Columns {
  const columns: Columns = {
    ...rows,
    ids: indexIds(rows),
    tree: rows.shapes && treeOf(rows.shapes, rows.count),
    pyramid: rows.count >= PYRAMID_FROM ? pyramidOf(rows) : undefined,
    dead: undefined,
    alive: rows.count,
    lookCounts: new Uint32Array(lookCount),
  }
  for (let row = 0; row < rows.count; row++) addTo(columns.lookCounts, rows.look[row] as number, 1)
  for (const row of columns.ids.replaced) killRow(columns, row)
  return columns
}

const addTo = (counts: Uint32Array, at: number, by: number): void => {
  counts[at] = (counts[at] as number) + by
}

function treeOf(shapes: Shapes, count: number): Flatbush | undefined {
  if (count === 0) return undefined
  const tree = new Flatbush(count, 16, Uint32Array)
  for (let row = 0; row < count; row++)
    tree.add(
      shapes.box[row * 4] as number,
      shapes.box[row * 4 + 1] as number,
      shapes.box[row * 4 + 2] as number,
      shapes.box[row * 4 + 3] as number,
    )
  tree.finish()
  return tree
}

export function killRow(columns: Columns, row: number): void {
  columns.dead ??= new Uint8Array(columns.count)
  if (columns.dead[row]) return
  columns.dead[row] = 1
  columns.alive--
  addTo(columns.lookCounts, columns.look[row] as number, -1)
  columns.pyramid?.take(columns.x[row] as number, columns.y[row] as number, columns.look[row] as number)
}
