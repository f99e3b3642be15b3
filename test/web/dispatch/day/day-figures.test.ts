import { expect, test } from 'vitest'
import type { DayFigures } from '../../../../server/contract/day-plan.ts'
import { barShares } from '../../../../web/dispatch/day/bar-shares.ts'
import { gapSaid } from '../../../../web/dispatch/day/gap-words.ts'
import { figureRows, isSame, whatIfOf, withTried } from '../../../../web/dispatch/day/tried-change.ts'

const totals = (weightedLateMinutes: number, drivingMinutes: number) => ({
  ...{ weightedLateMinutes, drivingMinutes, lateCases: 0, leftCases: 0 },
})

test('all four bars are to one scale', () => {
  expect(barShares(totals(400, 100), totals(200, 50))).toMatchObject([
    { key: 'late', beforeShare: 1, afterShare: 0.5 },
    { key: 'driving', beforeShare: 0.25, afterShare: 0.125 },
  ])
  expect(barShares(totals(0, 0), totals(0, 0))).toMatchObject([{ beforeShare: 0, afterShare: 0 }, {}])
})

test('the gap is rounded up, never down; a proof is said as such; a bound that allows for half is not told', () => {
  expect(gapSaid({ cost: 100, gap: 0.021, proved: false })).toEqual({ key: 'day.gap', percent: 3 })
  expect(gapSaid({ cost: 100, gap: 0.3, proved: true })).toEqual({ key: 'day.best' })
  expect(gapSaid({ cost: 0, gap: 0, proved: false })).toEqual({ key: 'day.best' })
  expect(gapSaid({ cost: 100, gap: 0.7, proved: false })).toEqual({ key: 'day.gapUnknown' })
  expect(gapSaid({ cost: null, gap: null, proved: false })).toEqual({ key: 'day.gapUnknown' })
})

const figures = (of: Partial<DayFigures> = {}): DayFigures => ({
  ...{ reached: 20, notReached: 1, arrivalMinutes: 31.44, emergencyArrivalMinutes: null, breaches: 3, lateMinutes: 90 },
  ...of,
})

test('a difference is that of the figures as they are read, and what nobody knows is left out', () => {
  const rows = figureRows(figures(), figures({ arrivalMinutes: 29.06, breaches: 2.5 }))
  expect(rows.map(({ key }) => key)).toEqual(['arrivalMinutes', 'breaches', 'lateMinutes', 'reached', 'notReached'])
  expect(rows[0]).toMatchObject({ change: -2.3 })
  expect(rows[1]).toMatchObject({ change: -0.5 })
  expect(isSame(rows)).toBe(false)
})

test('nothing that can be read is another: it makes no difference', () => {
  expect(isSame(figureRows(figures(), figures({ arrivalMinutes: 31.42 })))).toBe(true)
})

test('a crew waits at one place, and any number may be added', () => {
  const tried = [
    { kind: 'move', crewId: 'a', at: [1, 1] },
    { kind: 'add', crewId: 'a', at: [2, 2] },
    { kind: 'add', crewId: 'a', at: [3, 3] },
    { kind: 'move', crewId: 'a', at: [4, 4] },
    { kind: 'move', crewId: 'b', at: [5, 5] },
  ] as const
  const all = tried.reduce<Parameters<typeof withTried>[0]>(
    (before, one) => withTried(before, { ...one, at: [...one.at] }),
    [],
  )
  expect(whatIfOf(all)).toEqual({
    addCrews: [
      { like: 'a', at: [2, 2] },
      { like: 'a', at: [3, 3] },
    ],
    moveStandby: [
      { crewId: 'a', to: [4, 4] },
      { crewId: 'b', to: [5, 5] },
    ],
  })
})
