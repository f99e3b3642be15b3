import type { Asset } from '../contract/asset.ts'
import type { Bbox, LngLat } from '../contract/geo.ts'
import type { Layer } from '../contract/layer.ts'
import { type CellCount, countCells } from './count-cells.ts'
import { countStatuses } from './count-statuses.ts'
import { countValues } from './count-values.ts'
import { type FeatureQuery, type Features, readFeatures } from './feature-pages.ts'
import type { LayerRows } from './layer-rows.ts'
import { E7 } from './mercator.ts'
import { around, nearest } from './nearest.ts'
import { readAsset } from './read-asset.ts'
import { readThings, type ThingColumns, type ThingQuery } from './read-things.ts'
import { type Filter, passes, rowTests } from './row-test.ts'

/** What a layer answers out of its rows, whether they are those of now or of a past moment. */
export abstract class LayerReads {
  readonly definition: Layer
  protected rows: LayerRows

  constructor(rows: LayerRows) {
    this.definition = rows.layer
    this.rows = rows
  }

  get count(): number {
    return this.rows.alive
  }

  features(query: FeatureQuery): Features {
    return readFeatures(this.rows, query)
  }

  get(id: string): Asset | undefined {
    const found = this.rows.find(id)
    return found && readAsset(this.rows.meanings, found.columns, found.row)
  }

  counts(query: { bbox?: Bbox; filter?: Filter } = {}): Map<string, number> {
    return countStatuses(this.rows, query)
  }

  countsBy(field: string, filter?: Filter): Map<string, Map<string, number>> {
    return countValues(this.rows, field, filter)
  }

  cells(query: { bbox: Bbox; level: number; filter?: Filter | undefined }): CellCount[] {
    return countCells(this.rows, query)
  }

  nearest(at: LngLat, k: number): { id: string; metres: number }[] {
    return nearest(this.rows, at, k)
  }

  around(at: LngLat, metres: number): { id: string; metres: number }[] {
    return around(this.rows, at, metres)
  }

  things(query: ThingQuery): ThingColumns {
    return readThings(this.rows, query)
  }

  /** What there is when it begins; what comes later is not in it. */
  *all(): IterableIterator<Asset> {
    const { meanings, segments } = this.rows
    for (const columns of segments)
      for (let row = 0; row < columns.count; row++) if (!columns.dead?.[row]) yield readAsset(meanings, columns, row)
  }

  places(filter?: Filter): { lng: Float64Array; lat: Float64Array } {
    const tests = rowTests(this.rows, filter)
    const [lngs, lats] = [new Float64Array(this.count), new Float64Array(this.count)]
    let found = 0
    for (const [at, columns] of this.rows.segments.entries())
      for (let row = 0; row < columns.count; row++) {
        const test = tests[at]
        if (!test || !passes(test, columns, row)) continue
        lngs[found] = (columns.lng[row] as number) / E7
        lats[found++] = (columns.lat[row] as number) / E7
      }
    return { lng: lngs.subarray(0, found), lat: lats.subarray(0, found) }
  }

  /** When any of them changed last, Unix ms; undefined where there is none. */
  lastChangeMs(): number | undefined {
    let last = Number.NEGATIVE_INFINITY
    for (const { changedAt, count, dead } of this.rows.segments)
      for (let row = 0; row < count; row++) if (!dead?.[row]) last = Math.max(last, changedAt.ms[row] ?? last)
    return Number.isFinite(last) ? last : undefined
  }

  /** The rows themselves, for who makes a picture of another moment out of them and forks them first. */
  bare(): LayerRows {
    return this.rows
  }
}
