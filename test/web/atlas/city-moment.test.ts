import { expect, test } from 'vitest'
import {
  daysUntil,
  endOfDays,
  instantOf,
  lastHour,
  momentAt,
  msOf,
  reachOf,
  reachOfSpan,
  readMoment,
  spanFor,
  stepMoment,
  ticksOf,
} from '../../../web/atlas/time/city-moment.ts'
import { dayNumberOf } from '../../../web/charts/day-number.ts'

const NOW = Date.parse('2026-11-20T21:36:20+08:00')
const reach = reachOf('2023-12-31T16:00:00.000Z', NOW)

test('a moment is a minute in Shanghai, and is asked for in UTC', () => {
  expect(momentAt(NOW)).toBe('2026-11-20T21:36')
  expect(instantOf('2026-11-03T08:00')).toBe('2026-11-03T00:00Z')
  expect(momentAt(msOf('2026-02-28T23:59'))).toBe('2026-02-28T23:59')
})

test('a link of a moment that is none, or is to come, is of now', () => {
  expect(readMoment('2026-11-03T08:00', NOW)).toBe('2026-11-03T08:00')
  for (const bad of ['2026-02-30T08:00', '2026-11-03T25:00', '2026-11-20T21:37', '2026-11-03', 'x', undefined])
    expect(readMoment(bad, NOW), bad).toBeUndefined()
})

test('steps land on whole hours and days of the business calendar, and stay between the first row and now', () => {
  expect(stepMoment('2026-11-03T08:20', 1, reach)).toBe('2026-11-03T09:00')
  expect(stepMoment('2026-11-03T08:20', -1, reach)).toBe('2026-11-03T08:00')
  expect(stepMoment('2026-11-03T08:00', -1, reach)).toBe('2026-11-03T07:00')
  expect(stepMoment('2026-11-03T08:00', 24, reach)).toBe('2026-11-04T00:00')
  expect(stepMoment('2026-11-03T00:00', -24, reach)).toBe('2026-11-02T00:00')
  expect(stepMoment('2026-11-20T21:10', 6, reach)).toBe('2026-11-20T21:36')
  expect(stepMoment('2024-01-01T00:00', -24, reach)).toBe('2024-01-01T00:00')
  expect(lastHour(reach)).toBe('2026-11-20T21:00')
})

test('days of the heat map end at the midnight behind the last, or now, and as many days end at a moment', () => {
  const october = { first: dayNumberOf('2026-10-01'), last: dayNumberOf('2026-10-31') }
  expect(endOfDays(october, NOW)).toBe('2026-11-01T00:00')
  expect(endOfDays({ first: 0, last: dayNumberOf('2026-11-20') }, NOW)).toBe('2026-11-20T21:36')
  expect(daysUntil(october, '2026-11-01T00:00')).toEqual(october)
  expect(daysUntil(october, '2026-11-02T08:00')).toEqual({ first: october.first + 2, last: october.last + 2 })
})

test('the bar spans the fewest days that hold the moment, and never more than the log', () => {
  expect(spanFor('2026-11-20T08:00', reach)).toBe(2)
  expect(spanFor('2026-11-03T08:00', reach)).toBe(30)
  expect(spanFor('2025-11-03T08:00', reach)).toBe('all')
  const young = reachOf('2026-11-20T00:00:00Z', NOW)
  expect(spanFor('2026-11-20T20:00', young)).toBe('all')
  expect(reachOfSpan(90, young).firstMs).toBe(young.firstMs)
  expect(reachOf(null, NOW).firstMs).toBe(reachOf(null, NOW).lastMs)
})

test('the axis names hours, days, months or years, in order and apart', () => {
  for (const [span, form] of [
    [2, /^\d\d-\d\d \d\d:00$/],
    [7, /^\d\d-\d\d$/],
    [30, /^\d\d-\d\d$/],
    [90, /^\d{4}-\d\d$/],
    ['all', /^\d{4}-\d\d$/],
  ] as const) {
    const ticks = ticksOf(reachOfSpan(span, reach))
    expect(ticks.length, String(span)).toBeGreaterThan(1)
    expect(ticks.length, String(span)).toBeLessThan(13)
    for (const [at, { share, text }] of ticks.entries()) {
      expect(text).toMatch(form)
      expect(share).toBeGreaterThanOrEqual(at === 0 ? 0 : (ticks[at - 1]?.share ?? 0) + 0.05)
    }
  }
})
