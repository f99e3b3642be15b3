import { expect, test } from 'vitest'
import { compareFigures } from '../../../../server/insight/spots/compare-figures.ts'
import { rateRatio, ratioOfRatios, wilson } from '../../../../server/insight/spots/compare-rates.ts'
import { type CameCase, findRecurrence } from '../../../../server/insight/spots/find-recurrence.ts'

const DAY = 86_400_000
const FROM = Date.parse('2026-03-01T00:00:00+08:00')
const CAMPAIGN = { fromMs: FROM, toMs: FROM + 10 * DAY, windowDays: 30, nowMs: FROM + 100 * DAY }
const RULE = { leastCases: 4 }
let number = 0
const came = (cell: number, day: number, of: CameCase['of'] = 'campaign'): CameCase => ({
  ...{ id: `case-${++number}`, ms: FROM + day * DAY, cell, of },
})

test('a place comes back when the same comes within the days after the campaign, and not later or elsewhere', () => {
  const again = came(1, 14.5)
  const { places, figures } = findRecurrence(
    [again, came(1, -3), came(1, 4), came(1, 20), came(2, -29), came(2, 40.5), came(3, 12), came(4, -31), came(5, 2)],
    CAMPAIGN,
    RULE,
  )
  expect(places.map(({ cell, before, during, after }) => [cell, before, during, after])).toEqual([
    ...[
      [1, 1, 1, 2],
      [2, 1, 0, 0],
      [5, 0, 1, 0],
    ],
  ])
  expect(places[0]).toMatchObject({ cameBack: true, daysToFirst: 4.5 })
  expect(places[0]?.cases[0]).toBe(again.id)
  expect(figures).toMatchObject({ places: 3, cameBack: 1, cameBackShare: 1 / 3, complete: true })
  // The new place counts for the rate, though nothing came back to it.
  expect(figures.campaign).toMatchObject({ before: 2, after: 3, beforeDays: 30, afterDays: 30 })
})

test('while the days after are not over the rate is of those that were', () => {
  const { figures } = findRecurrence([came(1, -3), came(1, 12)], { ...CAMPAIGN, nowMs: FROM + 16 * DAY }, RULE)
  expect(figures).toMatchObject({ complete: false, campaign: { afterDays: 6 } })
  expect(findRecurrence([], { ...CAMPAIGN, nowMs: CAMPAIGN.toMs }, RULE).figures).toMatchObject({
    ...{ places: 0, cameBackShare: null, campaign: { verdict: 'too-few', ratio: null } },
  })
})

test('a fall that the rest of the city has too is not the campaign’s', () => {
  const cases = (of: CameCase['of'], before: number, after: number) => [
    ...Array.from({ length: before }, (_, at) => came(at, -1 - (at % 28), of)),
    ...Array.from({ length: after }, (_, at) => came(at, 11 + (at % 28), of)),
  ]
  const { figures } = findRecurrence([...cases('campaign', 80, 40), ...cases('control', 400, 200)], CAMPAIGN, RULE)
  expect(figures.campaign).toMatchObject({ ratio: expect.closeTo(0.5, 10), verdict: 'fell' })
  expect(figures.ratioOfRatios?.ratio).toBeCloseTo(1, 10)
  expect([(figures.ratioOfRatios?.low ?? 2) < 1, (figures.ratioOfRatios?.high ?? 0) > 1]).toEqual([true, true])
})

test('bounds are Wilson’s; few cases say nothing', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I: 81 of 263 and 0 of 20.
  expect(wilson(81, 263)).toEqual([expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4)])
  expect(wilson(0, 20)).toEqual([0, expect.closeTo(0.1611, 4)])
  const days = { beforeDays: 30, afterDays: 30 }
  expect(rateRatio({ before: 2, after: 1, ...days }, 4)).toMatchObject({ verdict: 'too-few', ratio: null })
  expect(rateRatio({ before: 10, after: 9, ...days }, 4).verdict).toBe('unclear')
  const onlyAfter = rateRatio({ before: 0, after: 9, ...days }, 4)
  expect(onlyAfter).toMatchObject({ ratio: null, high: null, verdict: 'rose' })
  expect(ratioOfRatios(onlyAfter, onlyAfter)).toBeNull()
})

test('counts change by shares and rates by points; nothing recorded is null and nothing counted is 0', () => {
  const figures = {
    value: new Map([
      ['a', 6],
      ['b', 2],
    ]),
    yearBefore: undefined,
    periodBefore: new Map([
      ['a', 4],
      ['c', 3],
    ]),
    against: new Map([['a', 3]]),
  }
  const row = (key: string) => compareFigures(figures, 'count').find((one) => one.key === key)
  expect(row('a')).toMatchObject({ yearBefore: null, yearChange: null, periodChange: 0.5, againstChange: 1 })
  expect(row('b')).toMatchObject({ periodBefore: 0, periodChange: null })
  expect(row('c')).toMatchObject({ value: 0, periodChange: -1 })
  const rates = compareFigures(
    { ...figures, value: new Map([['a', 0.9]]), periodBefore: new Map([['a', 0.8]]) },
    'rate',
  )
  expect(rates.find(({ key }) => key === 'a')?.periodChange).toBeCloseTo(0.1, 10)
  expect(compareFigures({ ...figures, value: new Map() }, 'rate').find(({ key }) => key === 'c')?.value).toBeNull()
})
