import { expect, test } from 'vitest'
import type { DensityMap, HotSpotMap, PatrolDebtMap, SilenceMap, UnseenMap } from '../../../../server/contract/spots.ts'
import {
  nearlySilent,
  rankDebt,
  rankDensity,
  rankHot,
  rankSilence,
  rankUnseen,
} from '../../../../web/plan/spots/cell-rows.ts'
import { cellLayers, cellSource, chosenSource, type DrawnCell } from '../../../../web/plan/spots/draw-cells.ts'
import {
  CAME,
  CHANGE,
  DENSITY,
  HOT,
  monthsOf,
  SHARE,
  SILENCE,
  stepOf,
  WAITED,
} from '../../../../web/plan/spots/scales.ts'
import { paletteOf } from '../../../../web/theme/palette.ts'

const ring: DrawnCell['ring'] = [
  [93.78, 31.88],
  [93.79, 31.88],
  [93.79, 31.89],
  [93.78, 31.89],
  [93.78, 31.88],
]
const cell = (id: string, value: number | null, more: Partial<DrawnCell> = {}): DrawnCell => ({
  id,
  ring,
  value,
  ...more,
})
const steps = (cells: DrawnCell[], scale = DENSITY.km2): unknown[] =>
  cellSource(cells, scale).features.map(({ properties }) => properties?.step)

test('a value is the same colour whatever else is on the map: the scale follows neither data nor zoom', () => {
  const alone = steps([cell('a', 12)])
  expect(steps([cell('a', 12), cell('b', 9_000), cell('c', 0.1)])[0]).toEqual(alone[0])
  expect(steps([cell('a', 9.99), cell('b', 10), cell('c', 200), cell('d', 199.9)])).toEqual([0, 1, 5, 4])
  for (const theme of ['light', 'dark'] as const)
    expect(JSON.stringify(cellLayers(paletteOf(theme), DENSITY.km2))).not.toContain('"zoom"')
})

test('nothing known is hatched and never the colour of zero; zero is an empty square', () => {
  expect(steps([cell('a', null), cell('b', 0, { none: true }), cell('c', 0)])).toEqual([-1, -2, 0])
  const layers = cellLayers(paletteOf('light'), DENSITY.people)
  const hatched = layers.filter(({ paint }) => paint && 'fill-pattern' in paint)
  expect(hatched.map((layer) => 'filter' in layer && layer.filter)).toEqual([['==', ['get', 'step'], -1]])
})

test('every scale has one colour more than borders, and no change is its middle', () => {
  for (const { steps: borders, colours } of [...Object.values(DENSITY), SHARE, WAITED, SILENCE, HOT, CAME, CHANGE]) {
    expect(colours).toHaveLength(borders.length + 1)
    expect(borders).toEqual([...borders].sort((a, b) => a - b))
  }
  for (const scale of [SHARE, SILENCE, HOT, CAME, CHANGE]) expect(stepOf(0, scale)).toBe(3)
  expect([-99, -95, -90, 0, 90, 95, 99].map((confidence) => stepOf(confidence, HOT))).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('the cell that is chosen is drawn by itself', () => {
  const cells = [cell('a', 1), cell('b', 2)]
  expect(chosenSource(cells, 'b').features.map(({ properties }) => properties?.cell)).toEqual(['b'])
  expect(chosenSource(cells, undefined).features).toEqual([])
})

test('a rate of a month is the same of a week and of a year', () => {
  const year = monthsOf({ from: '2025-03-01T00:00:00Z', to: '2026-03-01T00:00:00Z' })
  expect(year).toBeCloseTo(12, 1)
  expect(monthsOf({ from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' })).toBeCloseTo(0.23, 2)
})

const map = <M>(rows: object[]): M =>
  ({ features: rows.map((properties, at) => ({ id: `c${at}`, properties: { cell: `c${at}`, ...properties } })) }) as M
const idsOf = (rows: readonly { cell: string }[]): string[] => rows.map(({ cell: id }) => id)

test('lists hold what their heading says, the worst first', () => {
  const dense = map<DensityMap>([
    ...[
      { count: 1, value: 2 },
      { count: 9, value: null },
      { count: 0, value: 0 },
    ],
    ...[{ count: 4, value: 7 }],
  ])
  expect(idsOf(rankDensity(dense))).toEqual(['c3', 'c0'])
  const unseen = map<UnseenMap>([
    { unseen: true, complaints: 1 },
    { unseen: false, complaints: 50 },
    { unseen: true, complaints: 3 },
  ])
  expect(idsOf(rankUnseen(unseen))).toEqual(['c2', 'c0'])
  expect(idsOf(rankDebt(map<PatrolDebtMap>([{ minutes: 5 }, { minutes: null }, { minutes: 90 }])))).toEqual([
    ...['c1', 'c2', 'c0'],
  ])
  const hot = [
    { confidence: 95, z: 9 },
    { confidence: -99, z: -4 },
    { confidence: 99, z: 4 },
    { confidence: 0, z: 1 },
  ]
  expect(idsOf(rankHot(map<HotSpotMap>(hot)))).toEqual(['c2', 'c0'])
})

test('what is merely quiet is not called silent', () => {
  const cells = map<SilenceMap>([
    { state: 'as-expected', deficit: 2, rank: 2 },
    { state: 'silent', deficit: 9, rank: 1 },
    { state: 'as-expected', deficit: -1, rank: 3 },
    { state: 'too-few', deficit: 1, rank: null },
  ])
  expect([idsOf(rankSilence(cells)), idsOf(nearlySilent(cells))]).toEqual([['c1'], ['c0']])
})
