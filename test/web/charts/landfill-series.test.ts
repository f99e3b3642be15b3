import { expect, test } from 'vitest'
import type { LandfillFigure } from '../../../server/contract/wall.ts'
import { axisOf, dayTicks, halfYears, landfillSeries } from '../../../web/charts/landfill-series.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const FIGURE: LandfillFigure = {
  ...{ id: 'a', name: '填埋场', daysLeft: { p10: 453.5, p50: 470.6, p90: 488.4 }, fullOn: '2028-03-07' },
  remainingM3: 13_360,
  curve: [
    { at: '2013-06-30T16:00:00Z', m3: 120_000 },
    { at: '2025-01-01T09:00:00Z', m3: 31_500 },
    { at: '2026-11-01T09:00:00Z', m3: 13_360 },
  ],
  forecast: [
    { at: '2026-11-01T09:00:00Z', p10: 13_360, p50: 13_360, p90: 13_360 },
    { at: '2028-03-01T09:00:00Z', p10: 0, p50: 300, p90: 900 },
    { at: '2028-03-25T09:00:00Z', p10: -500, p50: -200, p90: 0 },
    { at: '2028-04-01T09:00:00Z', p10: 0, p50: 0, p90: 0 },
  ],
  ...{ asOf: '2026-11-01T09:00:00Z', tonnesToday: 21, compaction: 0.8, leachateBelowWarningM: 1 },
  method: 'drift-of-surveys',
}

test('the past is shown over as long as what is foreseen, two years at least: not since a landfill was opened', () => {
  const { curve, from, top } = landfillSeries(FIGURE)
  expect(curve.map(([, m3]) => m3)).toEqual([31_500, 13_360])
  expect(from).toBe(Date.parse('2025-01-01T09:00:00Z'))
  expect(top).toBe(40_000)
})

test('room is never below nothing, and the likely line ends where it reaches the ground', () => {
  const { fan, likely } = landfillSeries(FIGURE)
  expect(fan.every(({ low, high }) => low >= 0 && high >= low)).toBe(true)
  expect(likely.map(([, m3]) => m3)).toEqual([13_360, 300, 0])
})

test('without a forecast the curve still stands, up to the last survey', () => {
  const { fan, likely, to, curve } = landfillSeries({ ...FIGURE, forecast: [] })
  expect([fan, likely]).toEqual([[], []])
  expect(to).toBeGreaterThan(curve.at(-1)?.[0] ?? Number.POSITIVE_INFINITY)
})

test('the axis has round lines and at most five of them', () => {
  expect(axisOf(31_500)).toEqual({ top: 40_000, step: 10_000 })
  expect(axisOf(0)).toEqual({ top: 1, step: 1 })
  for (const most of [7, 99, 1_234, 54_321, 999_999]) {
    const { top, step } = axisOf(most)
    expect(top).toBeGreaterThanOrEqual(most)
    expect(top / step).toBeLessThanOrEqual(5)
  }
})

test('of ends that would touch the likely day only that day is written, and its days are those of the hero figure', () => {
  const span = landfillSeries(FIGURE)
  expect(dayTicks(FIGURE, span, NOW).map(({ days }) => days)).toEqual([470])
  const wide = { daysLeft: { p10: 100, p50: 300.9, p90: 480 } }
  expect(dayTicks(wide, span, NOW).map(({ days }) => days)).toEqual([100, 300, 480])
  expect(dayTicks({ daysLeft: { p10: null, p50: null, p90: null } }, span, NOW)).toEqual([])
  // A day beyond the edge is not drawn onto it.
  expect(dayTicks({ daysLeft: { p10: 100, p50: 300, p90: 9_000 } }, span, NOW)).toHaveLength(2)
})

test('half-years are named where they begin in business time, four at most', () => {
  const labels = halfYears(landfillSeries(FIGURE))
  expect(labels.length).toBeLessThanOrEqual(4)
  expect(labels[0]?.label).toBe('2025-07')
  expect(labels.every(({ at }) => at >= 0 && at <= 1)).toBe(true)
})
