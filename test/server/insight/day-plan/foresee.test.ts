import { expect, test } from 'vitest'
import { addLook, NO_LOOKS, trustOf } from '../../../../server/insight/day-plan/backtest.ts'
import { predictRed } from '../../../../server/insight/day-plan/predict-red.ts'
import type { DayCase, DayCrew } from '../../../../server/insight/day-plan/simulate-day.ts'
import { simulateDay } from '../../../../server/insight/day-plan/simulate-day.ts'
import { changeCrews, figuresOf } from '../../../../server/insight/day-plan/what-if.ts'
import { DAY_MS, MADE_MINUTES, madeDay } from './made-days.ts'
import { madeLook } from './made-past.ts'

const hours = (count: number): number => DAY_MS + count * 3_600_000
const day = { atMs: DAY_MS, minutesBetween: MADE_MINUTES, seed: 1 }

const crew = (of: Partial<DayCrew> = {}): DayCrew => ({
  ...{ id: 'one', location: [93.785, 31.886], vehicle: 'car', skills: ['order'], areas: ['540626'], capacity: 50 },
  ...{ availableFromMs: DAY_MS, shiftEndMs: hours(10), standby: null },
  ...of,
})
const waiting = (id: string, of: Partial<DayCase> = {}): DayCase => ({
  ...{ id, location: [93.786, 31.886], dueMs: hours(3), weight: 1, serviceMinutes: 30, skill: 'order' },
  ...{ unitGrid: null, only: null, crew: 'one', fromMs: DAY_MS, givenMs: DAY_MS },
  ...of,
})

test('the prediction names why: a queue, nobody who can, no time left in the shift', () => {
  const queue = Array.from({ length: 8 }, (_, index) => waiting(`queued-${index}`, { dueMs: hours(1 + index * 0.2) }))
  const odd = waiting('odd', { crew: null, skill: 'green' })
  const evening = waiting('evening', { crew: 'short', dueMs: hours(9) })
  const crews = [crew(), crew({ id: 'short', shiftEndMs: hours(0) })]
  const predicted = predictRed([...queue, odd, evening], crews, { ...day, untilMs: hours(16) })
  const of = (id: string) => predicted.find((one) => one.id === id)
  expect(of('odd')).toMatchObject({ score: 1, reason: 'nobody-suits', finishMs: null })
  expect(of('evening')).toMatchObject({ score: 1, reason: 'not-in-shift', crew: 'short' })
  expect(of('queued-7')).toMatchObject({ reason: 'queue', behind: 7 })
  expect(predictRed([waiting('alone')], [crew()], { ...day, untilMs: hours(16) })[0]?.score ?? 0).toBeLessThan(0.1)
  // Late already, or due after today: no prediction.
  const others = [waiting('late', { dueMs: DAY_MS - 1 }), waiting('tomorrow', { dueMs: hours(30) })]
  expect(predictRed(others, [], { ...day, untilMs: hours(16) })).toEqual([])
})

test('on made-up days it finds more of what will be late among its first 20 than a list by the time left', () => {
  let figures = NO_LOOKS
  for (let seed = 1; seed <= 12; seed += 1)
    figures = addLook(figures, madeLook(seed), { minutesBetween: MADE_MINUTES, seed: 1, runs: 12 })
  expect(figures.late).toBeGreaterThan(200)
  expect(figures.recall - figures.plainRecall).toBeGreaterThan(0.05)
  expect(trustOf(figures)).toBe('on')
})

test('it is off where it has no past to prove itself on, and where it is no better', () => {
  expect(trustOf(NO_LOOKS)).toBe('too-little-past')
  expect(trustOf({ looks: 60, late: 300, recall: 0.42, plainRecall: 0.4 })).toBe('no-better')
})

test('a day in which nothing is changed comes to the same, and one crew more to fewer and shorter waits', () => {
  const { cases, crews } = madeDay({ cases: 60, crews: 5, seed: 2 })
  const open = cases.map((of): DayCase => ({ ...of, crew: null, fromMs: DAY_MS, givenMs: null }))
  const standing = crews.map((of): DayCrew => ({ ...of, standby: null }))
  const arrivals = [1, 2, 3].map((run) =>
    cases
      .slice(0, 9)
      .map((of, index): DayCase => ({ ...of, id: `${of.id}+${run}`, crew: null, fromMs: hours(index), givenMs: null })),
  )
  const options = { ...day, untilMs: hours(16), arrivals }
  const baseline = figuresOf(open, standing, options)
  const unchanged = changeCrews(standing, { addCrews: [], moveStandby: [] })
  expect(figuresOf(open, unchanged, options)).toEqual(baseline)
  const more = changeCrews(standing, { addCrews: [{ like: 'crew-0', at: [93.785, 31.886] }], moveStandby: [] })
  expect(more).toHaveLength(6)
  const changed = figuresOf(open, more, options)
  expect(changed.breaches).toBeLessThan(baseline.breaches)
  expect(changed.lateMinutes).toBeLessThan(baseline.lateMinutes)
})

test('who has nothing to do waits at the standby, and what comes in there is reached sooner', () => {
  const far = waiting('far', { crew: null, fromMs: hours(2), location: [93.825, 31.886], weight: 10 })
  const options = { ...day, untilMs: hours(16), arrivals: [[far]] }
  const moved = changeCrews([crew()], { addCrews: [], moveStandby: [{ crewId: 'one', to: [93.824, 31.886] }] })
  const [before, after] = [figuresOf([], [crew()], options), figuresOf([], moved, options)]
  expect(before.emergencyArrivalMinutes).toBeGreaterThan(10)
  expect(after.emergencyArrivalMinutes).toBeLessThan(2)
  // It is under way there for a while.
  const soon = { ...far, fromMs: DAY_MS + 60_000 }
  expect(simulateDay([soon], moved, day).get('far')?.arrivalMs).toBe(
    simulateDay([soon], [crew()], day).get('far')?.arrivalMs,
  )
})
