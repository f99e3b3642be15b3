import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DrainRules } from '../../../../server/contract/drain.ts'
import { dueBy, lateCycles, listDredging } from '../../../../server/insight/drains/dredging.ts'
import { flowOf } from '../../../../server/insight/drains/flow.ts'
import { type Inlet, rankInlets } from '../../../../server/insight/drains/rank-inlets.ts'

const RULES = DrainRules.parse(JSON.parse(readFileSync('data/rules/drains.json', 'utf8')))

/** A valley that falls to the south-east corner, with a hollow of 0.4 m in the middle. */
const TOY = [
  [9.0, 9.0, 9.0, 9.0, 9.0],
  [9.0, 8.0, 7.9, 7.8, 9.0],
  [9.0, 7.6, 7.0, 7.5, 9.0],
  [9.0, 7.5, 7.4, 7.4, 9.0],
  [9.0, 9.0, 9.0, 9.0, 7.3],
]
const relief = { columns: 5, rows: 5, cellM: 10, heights: Float64Array.from(TOY.flat()) }

test('sinks are as deep as their lowest way out, and all rain leaves at the foot of the valley', () => {
  const { sinkM, catchmentM2 } = flowOf(relief)
  const cell = (x: number, y: number) => y * 5 + x
  expect(sinkM[cell(2, 2)]).toBeCloseTo(0.4, 9)
  expect([...sinkM].filter((depth) => depth > 1e-9)).toHaveLength(1)
  // The nine inner cells drain through (3, 3) and out at the corner; those of the rim run out where they lie.
  expect(catchmentM2[cell(3, 3)]).toBe(900)
  expect(catchmentM2[cell(4, 4)]).toBe(1_000)
  // By hand: (1,1), (2,1), (3,1), (1,2), (3,2)? each takes its steepest way down, and five of them end in the hollow.
  expect(catchmentM2[cell(2, 2)]).toBe(600)
  expect(catchmentM2[cell(1, 1)]).toBe(100)
})

test('cells without heights are left out, and what lies beside them runs out', () => {
  const holed = {
    ...relief,
    heights: Float64Array.from(TOY.flat(), (height, cell) => (cell === 18 ? Number.NaN : height)),
  }
  const { sinkM, catchmentM2 } = flowOf(holed)
  expect(catchmentM2[18]).toBe(0)
  expect(sinkM[12]).toBe(0)
})

const inlet = (id: string, of: Partial<Inlet> = {}): Inlet => ({
  ...{
    id,
    name: id,
    road: '甲路',
    status: 'normal',
    location: [93.78, 31.88],
    lowPlace: false,
    faults: 0,
    lateCycles: 0,
  },
  ...{ catchmentM2: 100, sinkM: 0, ...of },
})

test('the ranking on the toy relief is exact: rain × catchment × what is shut, more where it is low', () => {
  const { sinkM, catchmentM2 } = flowOf(relief)
  const at = (x: number, y: number) => ({ catchmentM2: catchmentM2[y * 5 + x] ?? 0, sinkM: sinkM[y * 5 + x] ?? 0 })
  const rows = rankInlets(
    [
      inlet('A-slope', { ...at(1, 1), status: 'clogged', faults: 3, lateCycles: 2 }),
      inlet('B-hollow', at(2, 2)),
      inlet('C-foot', { ...at(3, 3), status: 'dredge-due' }),
      inlet('D-low', { ...at(3, 3), status: 'dredge-due', lowPlace: true }),
      inlet('E-same', { ...at(3, 3), status: 'dredge-due' }),
    ],
    50,
    RULES,
  )
  // 50 mm × 0.8 = 0.04 m. A: 100 m² × 1 (0.9 + 0.3 + 0.4, at most 1); B: 600 × 0.05 × (1 + 0.4/0.5); C: 900 × 0.3.
  expect(rows.map(({ id, score }) => [id, Math.round(score * 1e6) / 1e6])).toEqual([
    ...[
      ['D-low', 21.6],
      ['C-foot', 10.8],
      ['E-same', 10.8],
      ['A-slope', 4],
      ['B-hollow', 2.16],
    ],
  ])
  expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
  expect(rows[3]).toMatchObject({ shut: 1, blockedM3: 4 })
})

test('without a relief every inlet has the assumed catchment and no sink', () => {
  const [row] = rankInlets([inlet('A', { catchmentM2: null, sinkM: null, status: 'clogged' })], 100, RULES)
  expect(row).toMatchObject({ catchmentM2: 600, sinkDepthM: null, score: expect.closeTo(0.1 * 0.8 * 600 * 0.9, 9) })
})

test('an inlet over a watercourse has the assumed catchment, not the river’s', () => {
  const stream = { catchmentM2: RULES.streamM2 / 2, sinkM: 3, drainedM2: RULES.streamM2 * 1.01 }
  const beside = { catchmentM2: 5_000, sinkM: 0, drainedM2: RULES.streamM2 }
  expect(rankInlets([inlet('bridge', stream), inlet('street', beside)], 50, RULES)).toMatchObject([
    { id: 'street', catchmentM2: 5_000, inStream: false },
    { id: 'bridge', catchmentM2: 600, inStream: true, sinkDepthM: null },
  ])
})

const drain = (id: string, dredgedOn: string | null, cycleMonths: number | null = null) => ({
  ...{
    id,
    name: id,
    kind: 'inlet',
    road: '',
    status: 'normal',
    location: [93.78, 31.88] as [number, number],
    dredgedOn,
    cycleMonths,
  },
})

test('dredging is due a cycle on, on the same day or the last of a shorter month', () => {
  const due = (on: string, months: number) => dueBy('2026-05-01', RULES)(drain('a', on, months))
  expect(due('2025-08-31', 6)).toMatchObject({ dueOn: '2026-02-28', daysLate: 62, cycleAssumed: false })
  expect(due('2023-08-31', 6).dueOn).toBe('2024-02-29')
  expect(dueBy('2026-05-01', RULES)(drain('a', '2025-05-01'))).toMatchObject({ daysLate: 0, cycleAssumed: true })
  expect(lateCycles({ daysLate: 30.4375 * 6, cycleMonths: 6 })).toBeCloseTo(1, 9)
  expect(lateCycles({ daysLate: null, cycleMonths: 6 })).toBe(1)
})

test('the overdue list begins with the latest and ends with those that never were dredged', () => {
  const drains = [
    drain('c', null),
    drain('b', '2025-04-30'),
    drain('a', '2024-01-01'),
    drain('d', '2025-05-20'),
    drain('e', '2025-12-01'),
  ]
  const { kinds, overdue } = listDredging(drains, '2026-05-01', RULES)
  expect(overdue.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(kinds).toEqual([{ kind: 'inlet', drains: 5, inTime: 1, dueSoon: 1, overdue: 2, neverDredged: 1 }])
})
