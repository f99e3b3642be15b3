import { expect, test } from 'vitest'
import { dayNumberAt, dayNumberOf, daysOf, dayText, secondsOf } from '../../../web/charts/day-number.ts'
import {
  binsOf,
  daysOfPreset,
  domainOf,
  extentOf,
  moveEnd,
  presetsOf,
  shiftDays,
} from '../../../web/charts/day-window.ts'
import { ticksOf } from '../../../web/charts/time-ticks.ts'

const today = dayNumberOf('2026-11-22')
const extent = { first: dayNumberOf('2024-01-03'), last: today }
const seconds = (instant: string): number => Date.parse(instant) / 1000
const days = (from: string, to: string) => daysOf({ from, to })

test('a day begins at midnight in Shanghai, not in the zone of the machine', () => {
  expect(dayText(dayNumberAt(seconds('2024-05-10T00:00:00+08:00')))).toBe('2024-05-10')
  expect(dayText(dayNumberAt(seconds('2024-05-09T23:59:59+08:00')))).toBe('2024-05-09')
  expect(secondsOf(days('2024-05-10', '2024-05-10'))).toEqual({
    from: seconds('2024-05-10T00:00:00+08:00'),
    to: seconds('2024-05-11T00:00:00+08:00'),
  })
})

test('presets: the last days, each past year that has data, everything', () => {
  const names = presetsOf(extent, today).map((preset) =>
    'days' in preset ? preset.days : 'year' in preset ? preset.year : 'all',
  )
  expect(names).toEqual([7, 30, 90, 2024, 2025, 'all'])
  expect(daysOfPreset({ kind: 'last', days: 7 }, extent, today)).toEqual(days('2026-11-16', '2026-11-22'))
  expect(daysOfPreset({ kind: 'year', year: 2024 }, extent, today)).toEqual(days('2024-01-01', '2024-12-31'))
})

test('the bar spans the last 90 days, one year, or everything, whichever is narrowest', () => {
  expect(domainOf(days('2026-11-01', '2026-11-22'), extent, today)).toEqual(days('2026-08-25', '2026-11-22'))
  expect(domainOf(days('2024-03-01', '2024-03-31'), extent, today)).toEqual(days('2024-01-01', '2024-12-31'))
  expect(domainOf(days('2024-12-01', '2025-01-31'), extent, today)).toEqual(extent)
})

test('without points there are still 90 days to look at', () => {
  expect(extentOf([], today)).toEqual(days('2026-08-25', '2026-11-22'))
})

test('bins count by day in a short bar and by week in a long one, and lose nothing inside it', () => {
  const at = [
    '2024-01-01T00:00:00+08:00',
    '2024-01-01T23:59:00+08:00',
    '2024-12-31T12:00:00+08:00',
    '2025-01-01T00:00:00+08:00',
  ].map(seconds)
  const byWeek = binsOf(at, days('2024-01-01', '2024-12-31'))
  expect(byWeek).toHaveLength(53)
  expect(byWeek[0]?.count).toBe(2)
  expect(byWeek.at(-1)).toMatchObject({ count: 1, last: dayNumberOf('2024-12-31') })
  expect(binsOf(at, days('2024-01-01', '2024-01-30'))).toHaveLength(30)
  expect(binsOf(at, days('2024-01-01', '2024-01-30'), (row) => row === 0)[0]?.count).toBe(1)
})

test('a window that moves keeps its length and stops at the ends', () => {
  const domain = days('2024-01-01', '2024-12-31')
  expect(shiftDays(days('2024-12-20', '2024-12-26'), 30, domain)).toEqual(days('2024-12-25', '2024-12-31'))
  expect(shiftDays(days('2024-01-03', '2024-01-09'), -30, domain)).toEqual(days('2024-01-01', '2024-01-07'))
})

test('the ends of a window never cross', () => {
  const domain = days('2024-01-01', '2024-12-31')
  const window = days('2024-03-01', '2024-03-07')
  expect(moveEnd(window, 'first', dayNumberOf('2024-06-01'), domain)).toEqual(days('2024-03-07', '2024-03-07'))
  expect(moveEnd(window, 'last', dayNumberOf('2020-01-01'), domain)).toEqual(days('2024-03-01', '2024-03-01'))
})

test('the axis is named by weeks, months or quarters', () => {
  expect(ticksOf(days('2024-05-01', '2024-05-30')).map(({ text }) => text)).toContain('05-08')
  expect(ticksOf(days('2024-01-01', '2024-12-31'))).toHaveLength(12)
  expect(ticksOf(days('2024-01-01', '2026-11-22')).every(({ text }) => /-(01|04|07|10)$/.test(text))).toBe(true)
})
