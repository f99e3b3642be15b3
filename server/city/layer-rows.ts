import type { Asset } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import { type Columns, type IndexedRows, killRow, openColumns, rowsOf } from './columns.ts'
import { encodeAssets, type Numbered } from './encode-assets.ts'
import { forkColumns } from './fork-columns.ts'
import { rowOfId } from './id-index.ts'
import type { LookTable } from './look-table.ts'
import { type FrozenMeanings, Meanings } from './meanings.ts'
import type { Box } from './mercator.ts'
import { mergeRows, type Part } from './merge-rows.ts'
import type { Merger } from './merge-thread.ts'
import { planMerge } from './plan-merge.ts'
import { textSpan } from './texts.ts'

/** More rows than this are merged away from the event loop where that can be: here they would keep tiles waiting for some 20 ms. */
export const MOST_INLINE = 8192

/** A layer as plain values and arrays. */
export interface FrozenLayer {
  id: string
  rows: IndexedRows
  lastNumber: number
  meanings: FrozenMeanings
}

/** A merge under way in another thread. */
interface Merging {
  parts: ReadonlySet<Columns>
  /** Ids of rows that died in them meanwhile. */
  died: Uint8Array[]
}

/** Things of one layer: a large sorted segment and behind it smaller ones with the latest changes, merged as they grow. */
export class LayerRows {
  readonly layer: Layer
  readonly meanings: Meanings
  segments: Columns[] = []
  readonly #merger: Merger | undefined
  #merging: Merging | undefined
  #lastNumber = 0

  constructor(layer: Layer, { merger, meanings = new Meanings(layer) }: { merger?: Merger; meanings?: Meanings } = {}) {
    this.layer = layer
    this.meanings = meanings
    this.#merger = merger
  }

  get looks(): LookTable {
    return this.meanings.looks
  }

  get alive(): number {
    return this.segments.reduce((sum, { alive }) => sum + alive, 0)
  }

  /** A number that no thing of the layer has had. */
  newNumber(): number {
    return this.newNumbers(1)
  }

  /** The first of so many such numbers. */
  newNumbers(count: number): number {
    this.#lastNumber += count
    return this.#lastNumber - count + 1
  }

  /** The same rows, to be changed apart from these. */
  fork(): LayerRows {
    const fork = new LayerRows(this.layer, { meanings: this.meanings })
    fork.segments = this.segments.map(forkColumns)
    fork.#lastNumber = this.#lastNumber
    return fork
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
    const added: Numbered[] = []
    for (const [id, asset] of states) {
      const old = this.find(id)
      if (old) {
        touched.push(boxOfRow(old.columns, old.row))
        this.#kill(old.columns, old.row)
      }
      if (asset) added.push({ asset, number: old?.columns.number[old.row] ?? this.newNumber() })
    }
    if (added.length > 0) {
      const fresh = this.append(added)
      for (let row = 0; row < fresh.count; row++) touched.push(boxOfRow(fresh, row))
    }
    this.#tidy()
    return touched
  }

  /** A new segment with these things, none of which is alive elsewhere. */
  append(things: readonly Numbered[]): Columns {
    const fresh = this.#open([{ rows: encodeAssets(this.meanings, things), dead: undefined }])
    this.segments = [...this.segments, fresh]
    return fresh
  }

  /** The living rows of several segments as one. */
  merge(segments: readonly Columns[]): Columns {
    return this.#open(segments.map(partOf))
  }

  #open(parts: readonly Part[]): Columns {
    return openColumns(mergeRows(parts, this.looks.looks.length))
  }

  #kill(columns: Columns, row: number): void {
    killRow(columns, row)
    if (!this.#merging?.parts.has(columns)) return
    const [from, to] = textSpan(columns.idTexts, row)
    this.#merging.died.push(columns.idTexts.bytes.slice(from, to))
  }

  #tidy(): void {
    for (;;) {
      // What is being merged stays as it is, and so does what stands before it.
      const { parts } = this.#merging ?? {}
      const first = parts ? this.segments.findLastIndex((columns) => parts.has(columns)) + 1 : 0
      const plan = planMerge(this.segments.slice(first))
      if (!plan) return
      const together = this.segments.slice(first + plan[0], first + plan[1])
      const rows = together.reduce((sum, { alive }) => sum + alive, 0)
      if (rows <= MOST_INLINE || !this.#merger) this.#replace(together, this.merge(together))
      else {
        if (!this.#merging) this.#mergeAside(together, this.#merger)
        return
      }
    }
  }

  #mergeAside(together: readonly Columns[], merger: Merger): void {
    const parts = together.map(partOf)
    const merging: Merging = { parts: new Set(together), died: [] }
    this.#merging = merging
    const finish = (merged: Columns): void => {
      this.#merging = undefined
      for (const id of merging.died) {
        const row = rowOfId(merged.ids, merged, id)
        if (row >= 0) killRow(merged, row)
      }
      this.#replace(together, merged)
      this.#tidy()
    }
    // Without the thread tiles wait, but are right.
    merger.merge(parts, this.looks.looks.length).then(
      (rows) => finish(openColumns(rows)),
      () => finish(this.#open(parts)),
    )
  }

  #replace(together: readonly Columns[], merged: Columns): void {
    const at = this.segments.indexOf(together[0] as Columns)
    const next = merged.count > 0 ? [merged] : []
    this.segments = [...this.segments.slice(0, at), ...next, ...this.segments.slice(at + together.length)]
  }

  /** All of the layer as of now, made one segment away from the event loop. */
  async freeze(): Promise<FrozenLayer> {
    const parts = this.segments.map(partOf)
    const [lastNumber, meanings] = [this.#lastNumber, this.meanings.freeze()]
    const looks = this.looks.looks.length
    const rows = await mergeAnyhow(parts, looks, this.#merger)
    return { id: this.layer.id, rows, lastNumber, meanings }
  }

  static thaw(layer: Layer, { rows, lastNumber, meanings }: FrozenLayer, merger?: Merger): LayerRows {
    const thawed = new LayerRows(layer, { meanings: Meanings.thaw(layer, meanings), ...(merger ? { merger } : {}) })
    thawed.segments = rows.count > 0 ? [openColumns(rows)] : []
    thawed.#lastNumber = lastNumber
    return thawed
  }
}

/** In the other thread where there is one that works. */
export const mergeAnyhow = async (
  parts: readonly Part[],
  looks: number,
  merger: Merger | undefined,
): Promise<IndexedRows> => (await merger?.merge(parts, looks).catch(() => undefined)) ?? mergeRows(parts, looks)

/** A part as it is now: who dies later is not dead in it. */
const partOf = (columns: Columns): Part => ({ rows: rowsOf(columns), dead: columns.dead?.slice() })

export function boxOfRow({ x, y, shapes }: Columns, row: number): Box {
  if (shapes) {
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = shapes.box.subarray(row * 4, row * 4 + 4)
    return { minX, minY, maxX, maxY }
  }
  return { minX: x[row] as number, minY: y[row] as number, maxX: x[row] as number, maxY: y[row] as number }
}
