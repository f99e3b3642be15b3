import { expect, test } from 'vitest'
import { type CameCase, findRecurrence } from '../../../../server/insight/spots/find-recurrence.ts'

const DAY = 86_400_000
const FROM = Date.parse('2026-03-01T00:00:00+08:00')
const CAMPAIGN = { fromMs: FROM, toMs: FROM + 10 * DAY, windowDays: 30, nowMs: FROM + 100 * DAY }
const came = (id: string, day: number, of: CameCase['of'] = 'campaign'): CameCase => ({
  ...{ id, ms: FROM + day * DAY, cell: 1, of },
})

test('the first instant of a campaign is of it, its end is of the days after, and the end of those of nothing', () => {
  const cases = [came('begin', 0), came('end', 10), came('last', 40 - 1e-6), came('late', 40)]
  const { places, figures } = findRecurrence(cases, CAMPAIGN, { leastCases: 1 })
  expect(places).toMatchObject([{ before: 0, during: 1, after: 2, cases: ['end', 'last'], daysToFirst: 0 }])
  expect(figures.campaign).toMatchObject({ before: 0, after: 2 })
})

test('what a campaign is only measured against makes no place and comes back to none', () => {
  const cases = [came('a', -5, 'control'), came('b', 15, 'control'), came('c', -1)]
  const { places, figures } = findRecurrence(cases, CAMPAIGN, { leastCases: 1 })
  expect(places).toMatchObject([{ before: 1, after: 0, cameBack: false }])
  expect(figures.control).toMatchObject({ before: 1, after: 1 })
  expect(findRecurrence(cases.slice(0, 2), CAMPAIGN, { leastCases: 1 }).places).toEqual([])
})
