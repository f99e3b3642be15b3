import { expect, test } from 'vitest'
import { barsUntil, hoursOf } from '../../../web/dispatch/replay/day-hours.ts'

const hours = (at: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => at[hour] ?? 0)

test('the bar of the day goes from six to the hour that runs, each hour as high as its share of the busiest', () => {
  const bars = barsUntil(
    hoursOf([{ hours: hours({ 8: 3, 9: 1 }) }, { hours: hours({ 8: 1 }) }]),
    Date.parse('2026-11-20T09:36:00+08:00'),
  )
  expect(bars).toEqual([
    ...[6, 7].map((hour) => ({ hour, count: 0, share: 0 })),
    { hour: 8, count: 4, share: 1 },
    { hour: 9, count: 1, share: 0.25 },
  ])
})

test('what came in the night moves its beginning, and before six it begins with the hour that runs', () => {
  expect(barsUntil(hours({ 2: 1 }), Date.parse('2026-11-20T07:00:00+08:00'))[0]).toMatchObject({ hour: 2, count: 1 })
  expect(barsUntil(hours({}), Date.parse('2026-11-20T00:10:00+08:00'))).toEqual([{ hour: 0, count: 0, share: 0 }])
})
