import FlatQueue from 'flatqueue'

/** Heights in metres, row by row from the north-west; NaN where there are none. */
export interface Relief {
  columns: number
  rows: number
  cellM: number
  heights: Float64Array
}

export interface Flow {
  /** By cell: how deep water stands in it before it runs on, metres. */
  sinkM: Float64Array
  /** By cell: m² that drain through it, its own too; in a sink, all that drain into the sink. */
  catchmentM2: Float64Array
  /** By cell: the number of the sink that it lies in; −1 outside of them. */
  sink: Int32Array
}

const DOWN = [-1, -1, -1, 0, 0, 1, 1, 1]
const RIGHT = [-1, 0, 1, -1, 1, -1, 0, 1]

/** Where water stands, and how much land drains through every cell. Sinks are filled from the rim inwards (priority flood: Barnes, Lehman & Mulla
 *  2014); in a sink and on the level water goes the way that the flood came, else the steepest way down of eight (D8). Of neighbours as high the
 *  one that was reached first. Some 40 ms for 100,000 cells. */
export function flowOf(relief: Relief): Flow {
  const { columns, rows, cellM, heights } = relief
  const filled = Float64Array.from(heights)
  const towards = new Int32Array(columns * rows).fill(-1)
  const order = flood(relief, filled, towards)
  for (const cell of order) if ((towards[cell] ?? -1) >= 0) steepen(relief, filled, towards, cell)
  const catchmentM2 = new Float64Array(columns * rows)
  // Each is lower, or was reached earlier, than what drains into it.
  for (const cell of order.reverse()) {
    catchmentM2[cell] = (catchmentM2[cell] ?? 0) + cellM * cellM
    const next = towards[cell] ?? -1
    if (next >= 0) catchmentM2[next] = (catchmentM2[next] ?? 0) + (catchmentM2[cell] ?? 0)
  }
  const sinkM = filled.map((height, cell) => height - (heights[cell] ?? 0))
  const sink = numberSinks(relief, { filled, sinkM })
  shareSinks(sink, catchmentM2)
  return { sinkM, catchmentM2, sink }
}

/** The cell beside another one in one of eight directions; −1 beyond the edge. No array of them is made: there are a million. */
function beside({ columns, rows }: Relief, cell: number, direction: number): number {
  const down = DOWN[direction] as number
  const right = RIGHT[direction] as number
  const column = (cell % columns) + right
  const next = cell + down * columns + right
  return column < 0 || column >= columns || next < 0 || next >= rows * columns ? -1 : next
}

/** Fills sinks in place, and says whence each cell was reached; the cells in the order in which they were, the lowest first. */
function flood(relief: Relief, filled: Float64Array, towards: Int32Array): number[] {
  const { heights } = relief
  const reached = new Uint8Array(heights.length)
  const open = new FlatQueue<number>()
  const order: number[] = []
  for (let cell = 0; cell < heights.length; cell++) {
    if (Number.isNaN(heights[cell]) || !isRim(relief, cell)) continue
    reached[cell] = 1
    open.push(cell, heights[cell] ?? 0)
  }
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    order.push(cell)
    for (let direction = 0; direction < DOWN.length; direction++) {
      const next = beside(relief, cell, direction)
      if (next < 0 || reached[next] || Number.isNaN(heights[next])) continue
      reached[next] = 1
      towards[next] = cell
      filled[next] = Math.max(heights[next] ?? 0, filled[cell] ?? 0)
      open.push(next, filled[next] ?? 0)
    }
  }
  return order
}

/** At the edge of what is known water runs out. */
function isRim(relief: Relief, cell: number): boolean {
  for (let direction = 0; direction < DOWN.length; direction++) {
    const next = beside(relief, cell, direction)
    if (next < 0 || Number.isNaN(relief.heights[next])) return true
  }
  return false
}

function steepen(relief: Relief, filled: Float64Array, towards: Int32Array, cell: number): void {
  let steepest = 0
  for (let direction = 0; direction < DOWN.length; direction++) {
    const next = beside(relief, cell, direction)
    if (next < 0 || Number.isNaN(relief.heights[next])) continue
    const metres = relief.cellM * Math.hypot(DOWN[direction] ?? 0, RIGHT[direction] ?? 0)
    const fall = ((filled[cell] ?? 0) - (filled[next] ?? 0)) / metres
    if (fall <= steepest) continue
    steepest = fall
    towards[cell] = next
  }
}

/** Cells under one water level that touch are one sink. */
function numberSinks(relief: Relief, { filled, sinkM }: { filled: Float64Array; sinkM: Float64Array }): Int32Array {
  const sink = new Int32Array(sinkM.length).fill(-1)
  let count = 0
  for (let first = 0; first < sinkM.length; first++) {
    if (!((sinkM[first] ?? 0) > 0) || sink[first] !== -1) continue
    const open = [first]
    sink[first] = count
    for (let cell = open.pop(); cell !== undefined; cell = open.pop())
      for (let direction = 0; direction < DOWN.length; direction++) {
        const next = beside(relief, cell, direction)
        if (next < 0 || sink[next] !== -1 || !((sinkM[next] ?? 0) > 0) || filled[next] !== filled[cell]) continue
        sink[next] = count
        open.push(next)
      }
    count++
  }
  return sink
}

/** What runs into a sink stands in all of it: each of its cells has what leaves it. */
function shareSinks(sink: Int32Array, catchmentM2: Float64Array): void {
  const most: number[] = []
  for (const [cell, of] of sink.entries()) if (of >= 0) most[of] = Math.max(most[of] ?? 0, catchmentM2[cell] ?? 0)
  for (const [cell, of] of sink.entries()) if (of >= 0) catchmentM2[cell] = most[of] ?? 0
}
