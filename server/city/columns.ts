import Flatbush from 'flatbush'
import type { Slots } from './dictionary.ts'
import { type IdIndex, indexIds } from './id-index.ts'
import type { Instants } from './instants.ts'
import { PYRAMID_FROM, type Pyramid, pyramidOf, takeFromPyramid } from './pyramid.ts'
import type { Shapes } from './shapes.ts'
import type { Texts } from './texts.ts'

/** Things as columns; a row is one thing. Plain arrays, so that another thread can be handed them: what their numbers mean stands in the
 *  layer's Meanings. */
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
  readonly look: Slots
  readonly idTexts: Texts
  readonly nameTexts: Texts
  /** JSON of the fields that the layer does not know; '' where there is none. */
  readonly restTexts: Texts
  readonly changedAt: Instants
  /** Slots of ATTRIBUTES, then of the layer's fields that are not in the look, in their order. */
  readonly attributes: readonly Slots[]
  /** Absent where all rows are points. */
  readonly shapes: Shapes | undefined
}

/** Rows in Morton order with what finds them: again only arrays. */
export interface IndexedRows extends Rows {
  readonly ids: IdIndex
  /** By box, for rows with shapes: the bytes of a Flatbush. */
  readonly treeBytes: ArrayBufferLike | undefined
  readonly pyramid: Pyramid | undefined
  /** Rows of each look. */
  readonly lookCounts: Uint32Array
}

/** A segment of a layer. Immutable but for what a death changes: a change is a death here and a new row elsewhere. */
export interface Columns extends IndexedRows {
  readonly tree: Flatbush | undefined
  /** 1 where a row is gone; absent while none is. */
  dead: Uint8Array | undefined
  alive: number
}

/** The rows alone, without what finds them. */
export function rowsOf({ ids, treeBytes, pyramid, lookCounts, tree, dead, alive, ...rows }: Columns): Rows {
  return rows
}

/** Sorted rows, indexed. */
export function indexRows(rows: Rows, lookCount: number): IndexedRows {
  const lookCounts = new Uint32Array(lookCount)
  for (let row = 0; row < rows.count; row++) addTo(lookCounts, rows.look[row] as number, 1)
  return {
    ...rows,
    ids: indexIds(rows),
    treeBytes: rows.shapes && treeOf(rows.shapes, rows.count),
    pyramid: rows.count >= PYRAMID_FROM ? pyramidOf(rows) : undefined,
    lookCounts,
  }
}

/** Indexed rows made ready to be read. Of rows with the same id the one with the highest number lives. */
export function openColumns(rows: IndexedRows): Columns {
  const tree = rows.treeBytes && Flatbush.from(rows.treeBytes as ArrayBuffer)
  const columns: Columns = { ...rows, tree, dead: undefined, alive: rows.count }
  for (const row of rows.ids.replaced) killRow(columns, row)
  return columns
}

const addTo = (counts: Uint32Array, at: number, by: number): void => {
  counts[at] = (counts[at] as number) + by
}

function treeOf({ box }: Shapes, count: number): ArrayBufferLike | undefined {
  if (count === 0) return undefined
  const tree = new Flatbush(count, 16, Uint32Array, SharedArrayBuffer)
  for (let row = 0; row < count; row++)
    tree.add(box[row * 4] as number, box[row * 4 + 1] as number, box[row * 4 + 2] as number, box[row * 4 + 3] as number)
  tree.finish()
  return tree.data
}

export function killRow(columns: Columns, row: number): void {
  columns.dead ??= new Uint8Array(columns.count)
  if (columns.dead[row]) return
  columns.dead[row] = 1
  columns.alive--
  addTo(columns.lookCounts, columns.look[row] as number, -1)
  if (columns.pyramid) takeFromPyramid(columns.pyramid, columns, row)
}
