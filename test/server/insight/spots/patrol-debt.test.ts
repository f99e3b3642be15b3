import { expect, test } from 'vitest'
import {
  type CellGrid,
  cellOf,
  columnOf,
  type InCells,
  makeGrid,
  rowOf,
} from '../../../../server/insight/spots/cell-grid.ts'
import { kmhOf, patrolDebt, type TrackPoint, TrackSight } from '../../../../server/insight/spots/patrol-debt.ts'
import { dice } from '../../city/made-layers.ts'

const RULE = { maxKmh: 15, leastSeconds: 20, gapMinutes: 5, lookbackDays: 7 }
const grid = makeGrid([93.8, 31.9], 100)
const START = Date.parse('2026-05-01T08:00:00+08:00')
const PER_LNG = 100 / (111_195.08 * Math.cos((31.9 * Math.PI) / 180))
const PER_LAT = 100 / 111_195.08
const at = (seconds: number, east: number, north: number): TrackPoint => ({
  ...{ ms: START + seconds * 1_000, lng: 93.8 + east * PER_LNG, lat: 31.9 + north * PER_LAT },
})

function seenBy(...tracks: TrackPoint[][]): Map<number, number> {
  const seen = new Map<number, number>()
  for (const track of tracks) {
    const sight = new TrackSight(grid, RULE, seen)
    for (const point of track) sight.take(point)
  }
  return seen
}

/** Of one cell, by the rule as it is written: every leg is clipped to the cell, and legs that meet in it are one stay. */
function lastSeen(track: readonly TrackPoint[], cell: number, of: CellGrid): number | undefined {
  let [stay, end, last]: [number, number, number | undefined] = [0, Number.NaN, undefined]
  for (const [index, b] of track.entries()) {
    const a = track[index - 1]
    if (!a || b.ms <= a.ms) continue
    const known = b.ms - a.ms <= RULE.gapMinutes * 60_000 && kmhOf(a, b) <= RULE.maxKmh
    const inside = known ? clip(of.place(a.lng, a.lat), of.place(b.lng, b.lat), cell) : undefined
    if (!inside) continue
    const [from, to] = inside.map((share) => a.ms + share * (b.ms - a.ms)) as [number, number]
    stay = Math.abs(from - end) < 1e-3 ? stay + to - from : to - from
    end = to
    if (stay >= RULE.leastSeconds * 1_000 - 1e-3) last = to
  }
  return last
}

/** Liang–Barsky. */
function clip([x1, y1]: InCells, [x2, y2]: InCells, cell: number): [number, number] | undefined {
  let [from, to] = [0, 1]
  for (const [p, q] of [
    [x1 - x2, x1 - columnOf(cell)],
    [x2 - x1, columnOf(cell) + 1 - x1],
    [y1 - y2, y1 - rowOf(cell)],
    [y2 - y1, rowOf(cell) + 1 - y1],
  ] as const) {
    if (p === 0 && q < 0) return undefined
    if (p < 0) from = Math.max(from, q / p)
    if (p > 0) to = Math.min(to, q / p)
  }
  return to > from ? [from, to] : undefined
}

test('when each cell was last inspected is what going through every track for every cell gives', () => {
  const random = dice(17)
  const tracks = Array.from({ length: 25 }, () => {
    let [seconds, east, north] = [0, random() * 8, random() * 8]
    return Array.from({ length: 120 }, () => {
      const took = random() < 0.05 ? 400 : 5 + random() * 40
      const cells = ((random() < 0.2 ? 30 : 9) / 3.6 / 100) * took * random()
      const turn = random() * 2 * Math.PI
      seconds += took
      east += Math.cos(turn) * cells
      north += Math.sin(turn) * cells
      return at(seconds, east, north)
    })
  })
  const seen = seenBy(...tracks)
  const around = Array.from({ length: 400 }, (_, index) => cellOf((index % 20) - 6, Math.floor(index / 20) - 6) ?? 0)
  const looked = new Set([...around, ...seen.keys()])
  for (const cell of looked) {
    const all = tracks.flatMap((track) => lastSeen(track, cell, grid) ?? [])
    const where = `${columnOf(cell)}:${rowOf(cell)}`
    if (all.length === 0) expect(seen.has(cell), where).toBe(false)
    else expect(Math.abs((seen.get(cell) ?? 0) - Math.max(...all)), where).toBeLessThan(1)
  }
  expect([seen.size > 200, looked.size > seen.size]).toEqual([true, true])
})

test('who drives by, hurries through or was not heard of has inspected nothing', () => {
  const [first, second] = [cellOf(0, 0) ?? 0, cellOf(1, 0) ?? 0]
  // 60 m in 30 s is 7.2 km/h; the same way in 10 s is 21.6.
  expect([...seenBy([at(0, 0.1, 0.5), at(30, 0.7, 0.5)]).keys()]).toEqual([first])
  expect(seenBy([at(0, 0.1, 0.5), at(10, 0.7, 0.5)]).size).toBe(0)
  expect(seenBy([at(0, 0.1, 0.5), at(19, 0.5, 0.5)]).size).toBe(0)
  expect(seenBy([at(0, 0.1, 0.5), at(301, 0.7, 0.5)]).size).toBe(0)
  // A stay goes on from leg to leg, and ends where the cell does.
  expect(seenBy([at(0, 0.1, 0.5), at(12, 0.3, 0.5), at(24, 0.5, 0.5)]).get(first)).toBe(START + 24_000)
  expect(seenBy([at(0, 0.9, 0.5), at(15, 0.9, 0.5), at(30, 1.1, 0.5), at(42.5, 1.2, 0.5)]).get(second)).toBeCloseTo(
    START + 42_500,
    0,
  )
})

test('the longest unseen come first, and a visit counts like a track', () => {
  const [a, b, c] = [0, 1, 2].map((east) => cellOf(east, 0) ?? 0) as [number, number, number]
  const seen = {
    tracks: new Map([
      [a, START],
      [b, START],
    ]),
    inspections: new Map([[b, START + 60_000]]),
  }
  expect(patrolDebt([a, b, c], seen, START + 600_000)).toEqual([
    { cell: c, minutes: null, lastMs: null, by: null },
    { cell: a, minutes: 10, lastMs: START, by: 'track' },
    { cell: b, minutes: 9, lastMs: START + 60_000, by: 'inspection' },
  ])
})
