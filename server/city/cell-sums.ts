import { State } from '../contract/state.ts'
import { firstFrom, type Places } from './morton-order.ts'
import type { Sums } from './pyramid.ts'

const STATES = State.options.length

/** What stands in each cell of a level of the pyramid, its looks taken together: a tile without a filter needs no more. */
export interface CellSums extends Places {
  /** Members by urgency, so many numbers for each cell as there are states. */
  readonly byState: Uint32Array
  readonly sumX: Float64Array
  readonly sumY: Float64Array
}

/** Made when a level is first asked for, a millisecond of work, and followed from then on. */
const ready = new WeakMap<Sums, { cells: CellSums; urgencies: readonly number[] }>()

/** `urgencies`: of the looks, a list that only grows. */
export function cellSumsOf(sums: Sums, urgencies: readonly number[]): CellSums {
  const known = ready.get(sums)
  if (known) return known.cells
  const cells = addUp(sums, urgencies)
  ready.set(sums, { cells, urgencies })
  return cells
}

/** Takes a row that is gone out of them, where they are made. */
export function takeFromCells(sums: Sums, cellX: number, cellY: number, look: number, x: number, y: number): void {
  const known = ready.get(sums)
  if (!known) return
  const { byState, sumX, sumY } = known.cells
  const cell = firstFrom(known.cells, cellX, cellY)
  const state = cell * STATES + (known.urgencies[look] as number)
  byState[state] = (byState[state] as number) - 1
  sumX[cell] = (sumX[cell] as number) - x
  sumY[cell] = (sumY[cell] as number) - y
}

function addUp(sums: Sums, urgencies: readonly number[]): CellSums {
  const { x, y, look, members } = sums
  const isNew = (at: number): boolean => at === 0 || x[at] !== x[at - 1] || y[at] !== y[at - 1]
  let count = 0
  for (let at = 0; at < sums.count; at++) if (isNew(at)) count++
  const cells = {
    count,
    ...{ x: new Uint32Array(count), y: new Uint32Array(count) },
    byState: new Uint32Array(count * STATES),
    ...{ sumX: new Float64Array(count), sumY: new Float64Array(count) },
  }
  let cell = -1
  for (let at = 0; at < sums.count; at++) {
    if (isNew(at)) {
      cells.x[++cell] = x[at] as number
      cells.y[cell] = y[at] as number
    }
    const state = cell * STATES + (urgencies[look[at] as number] as number)
    cells.byState[state] = (cells.byState[state] as number) + (members[at] as number)
    cells.sumX[cell] = (cells.sumX[cell] as number) + (sums.sumX[at] as number)
    cells.sumY[cell] = (cells.sumY[cell] as number) + (sums.sumY[at] as number)
  }
  return cells
}
