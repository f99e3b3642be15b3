import { METRES_PER_DEGREE } from '../../contract/local-plane.ts'
import type { PatrolRule } from '../../contract/spot-rules.ts'
import type { CellGrid } from './cell-grid.ts'
import { cellsOnWay } from './cells-on-way.ts'

/** A place on a track. */
export interface TrackPoint {
  /** Unix ms. */
  ms: number
  lng: number
  lat: number
}

/** When cells were last inspected out of a track (N7), Unix ms, taken point by point in the order of time. A cell counts as inspected at the last
 *  instant of a stay, and a stay counts when it went on for `leastSeconds` at `maxKmh` or slower; between points more than `gapMinutes` apart
 *  nothing is known. */
export class TrackSight {
  readonly #grid: CellGrid
  readonly #rule: PatrolRule
  readonly #seen: Map<number, number>
  #last: TrackPoint | undefined
  #stay: { cell: number; ms: number } | undefined

  /** @param seen by cell, the newest over all tracks; this track adds to it */
  constructor(grid: CellGrid, rule: PatrolRule, seen: Map<number, number>) {
    this.#grid = grid
    this.#rule = rule
    this.#seen = seen
  }

  take(point: TrackPoint): void {
    const before = this.#last
    this.#last = point
    if (!before) return
    const took = point.ms - before.ms
    if (took <= 0) return
    if (took > this.#rule.gapMinutes * 60_000 || kmhOf(before, point) > this.#rule.maxKmh) {
      this.#stay = undefined
      return
    }
    const ends = [before, point].map(({ lng, lat }) => this.#grid.place(lng, lat))
    const [from, to] = ends
    if (!from || !to) return
    for (const { cell, from: came, to: left } of cellsOnWay(from, to)) {
      const stay = this.#stay?.cell === cell ? this.#stay : { cell, ms: 0 }
      stay.ms += (left - came) * took
      this.#stay = stay
      // A hair under, because shares of a way add up to a hair less than the whole.
      if (stay.ms >= this.#rule.leastSeconds * 1_000 - 1e-6) this.#see(cell, before.ms + left * took)
    }
  }

  #see(cell: number, ms: number): void {
    const seen = this.#seen.get(cell)
    if (seen === undefined || ms > seen) this.#seen.set(cell, ms)
  }
}

/** As the crow flies between two points of a track. */
export function kmhOf(a: TrackPoint, b: TrackPoint): number {
  const east = (b.lng - a.lng) * Math.cos((a.lat * Math.PI) / 180)
  const metres = Math.hypot(east, b.lat - a.lat) * METRES_PER_DEGREE
  return (metres / (b.ms - a.ms)) * 3_600
}

export interface Debt {
  cell: number
  /** Since it was last inspected; null: not in the time that is looked back. */
  minutes: number | null
  lastMs: number | null
  by: 'track' | 'inspection' | null
}

/** How long each cell has waited, at `nowMs`; the longest first, and those that were never seen ahead of them. */
export function patrolDebt(
  cells: Iterable<number>,
  { tracks, inspections }: Record<'tracks' | 'inspections', ReadonlyMap<number, number>>,
  nowMs: number,
): Debt[] {
  const debts = Array.from(cells, (cell): Debt => {
    const [track = Number.NEGATIVE_INFINITY, visit = Number.NEGATIVE_INFINITY] = [
      tracks.get(cell),
      inspections.get(cell),
    ]
    const lastMs = Math.max(track, visit)
    if (!Number.isFinite(lastMs)) return { cell, minutes: null, lastMs: null, by: null }
    return { cell, minutes: (nowMs - lastMs) / 60_000, lastMs, by: visit >= track ? 'inspection' : 'track' }
  })
  return debts.sort((a, b) => (a.lastMs ?? 0) - (b.lastMs ?? 0) || a.cell - b.cell)
}
