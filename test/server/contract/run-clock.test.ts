import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clock, type Limit, lightOf } from '../../../server/contract/clock.ts'
import { endClock, extendClock, pauseClock, resumeClock, startClock } from '../../../server/contract/run-clock.ts'
import { calendarOf, hour, minute, shanghai, workDays, workHours } from './golden-deadlines.ts'

const calendar = calendarOf()
const start = (from: string, limit: Limit, of = calendar): Clock =>
  startClock({ id: 'handle', stage: 'handle', ruleId: 'lamp-fault', ruleVersion: 1, limit }, shanghai(from), of)
const pause = (clock: Clock, at: string) => pauseClock(clock, shanghai(at), calendar)
const resume = (clock: Clock, at: string) => resumeClock(clock, shanghai(at), calendar)
const extend = (clock: Clock, by: Limit) => extendClock(clock, by, calendar)
const light = (clock: Clock, at: string) => lightOf(clock, Date.parse(shanghai(at)))

// Mon 2 Nov 2026 09:00 + 1 work day: 3 + 4 h, then 1 h: Tue 09:00.
const DAY = start('2026-11-02 09:00', workDays(1))

test('a clock says its instants: 80 % of 8 h from 09:00 is 17:24, all of it Tue 09:00', () => {
  expect(DAY).toMatchObject({
    ...{ limitMinutes: 480, usedMinutes: 0, endedAt: null, pausedAt: null },
    ...{
      startedAt: shanghai('2026-11-02 09:00'),
      warnAt: shanghai('2026-11-02 17:24'),
      dueAt: shanghai('2026-11-03 09:00'),
    },
  })
  expect(DAY).not.toHaveProperty('beyondCalendar')
})

test('a clock that runs into a year without a calendar says so', () => {
  expect(start('2026-12-31 17:00', workHours(2))).toMatchObject({ beyondCalendar: true })
})

test('suspended after 2 h and resumed on Thu 09:00, the other 6 h end on Thu 17:00', () => {
  const paused = pause(DAY, '2026-11-02 11:00')
  expect(paused).toMatchObject({ usedMinutes: 120, warnAt: null, dueAt: null })
  expect(light(paused, '2026-12-01 00:00')).toBe('unknown')
  expect(resume(paused, '2026-11-05 09:00')).toMatchObject({ dueAt: shanghai('2026-11-05 17:00'), pausedAt: null })
})

test('suspended in the evening and resumed on a Saturday, the last hour is Mon 08:00 to 09:00', () => {
  expect(resume(pause(DAY, '2026-11-02 20:00'), '2026-11-07 10:00').dueAt).toBe(shanghai('2026-11-09 09:00'))
})

test('a suspension within the lunch hour changes nothing', () => {
  const { dueAt, warnAt } = resume(pause(DAY, '2026-11-02 12:30'), '2026-11-02 13:30')
  expect({ dueAt, warnAt }).toEqual({ dueAt: DAY.dueAt, warnAt: DAY.warnAt })
})

test('suspended twice, both rests are kept: 16 h with 4 and 2 used end on Mon 10:00', () => {
  const twice = start('2026-11-02 08:00', workDays(2))
  const first = resume(pause(twice, '2026-11-02 12:00'), '2026-11-03 14:00')
  const second = pause(first, '2026-11-03 16:00')
  expect(second.usedMinutes).toBe(360)
  expect(resume(second, '2026-11-06 08:00').dueAt).toBe(shanghai('2026-11-09 10:00'))
})

test('around the clock, 22 of 24 h are left after a suspension and run through the night', () => {
  const clock = start('2026-11-02 08:00', hour(24))
  expect(resume(pause(clock, '2026-11-02 10:00'), '2026-11-03 10:00').dueAt).toBe(shanghai('2026-11-04 08:00'))
})

test('resumed in 国庆, 7 h begin when it is over', () => {
  const clock = start('2024-09-30 10:00', workDays(1))
  expect(resume(pause(clock, '2024-09-30 11:00'), '2024-10-05 09:00').dueAt).toBe(shanghai('2024-10-08 17:00'))
})

test('what was late when it was suspended stays late, by as much', () => {
  const paused = pause(start('2026-11-02 08:00', workHours(4)), '2026-11-02 15:00')
  expect(paused).toMatchObject({ usedMinutes: 300, dueAt: shanghai('2026-11-02 12:00') })
  expect(light(paused, '2026-11-03 09:00')).toBe('late')
  expect(light(endClock(paused, shanghai('2026-11-03 09:00')), '2026-11-03 09:00')).toBe('late')
  const resumed = resume(paused, '2026-11-04 10:00')
  expect(resumed.dueAt).toBe(shanghai('2026-11-04 09:00'))
  expect(light(resumed, '2026-11-04 10:00')).toBe('late')
})

test('extended by 2 work days it is due on Thu 09:00, and yellow from 80 % of 24 h', () => {
  expect(extend(DAY, workDays(2))).toMatchObject({
    ...{ limitMinutes: 1440, limit: workDays(1) },
    ...{ dueAt: shanghai('2026-11-05 09:00'), warnAt: shanghai('2026-11-04 14:12') },
  })
})

test('a limit in days is extended by hours: 12 h from Mon 09:00 end on Tue 15:00', () => {
  expect(extend(DAY, workHours(4)).dueAt).toBe(shanghai('2026-11-03 15:00'))
})

test('extended while suspended, it has the longer limit when it runs on: 14 h from Thu 09:00', () => {
  const longer = extend(pause(DAY, '2026-11-02 11:00'), workDays(1))
  expect(longer).toMatchObject({ limitMinutes: 960, dueAt: null })
  expect(resume(longer, '2026-11-05 09:00').dueAt).toBe(shanghai('2026-11-06 17:00'))
})

test('what was late when it was suspended is late no more once the extension covers it', () => {
  const late = pause(start('2026-11-02 08:00', workHours(4)), '2026-11-02 15:00')
  expect(light(extend(late, workHours(0.5)), '2026-11-03 09:00')).toBe('late')
  const longer = extend(late, workHours(4))
  expect([longer.dueAt, light(longer, '2026-11-03 09:00')]).toEqual([null, 'unknown'])
  expect(resume(longer, '2026-11-04 08:00').dueAt).toBe(shanghai('2026-11-04 11:00'))
})

test('a clock resumed within a known year no longer says that it runs beyond the calendar', () => {
  const beyond = startClock({ ...DAY, limit: workDays(1) }, shanghai('2026-12-31 17:00'), calendar)
  expect(beyond.beyondCalendar).toBe(true)
  const announced = { ...calendarOf(), isWorkday: () => true }
  const resumed = resumeClock(pauseClock(beyond, shanghai('2026-12-31 17:30'), announced), beyond.startedAt, announced)
  expect(resumed).not.toHaveProperty('beyondCalendar')
})

test('an emergency is extended around the clock, and not in working time', () => {
  const clock = start('2026-11-02 22:00', hour(24))
  expect(extend(clock, hour(12)).dueAt).toBe(shanghai('2026-11-04 10:00'))
  expect(() => extend(clock, workHours(12))).toThrow('a limit in hour is not extended in work-hour')
})

test('an ended clock stays as it is', () => {
  const ended = endClock(DAY, shanghai('2026-11-02 15:00'))
  expect(endClock(ended, shanghai('2026-11-05 15:00'))).toEqual(ended)
  expect(pause(ended, '2026-11-05 15:00')).toEqual(ended)
  expect(resume(ended, '2026-11-05 15:00')).toEqual(ended)
  expect(extend(ended, workDays(1))).toEqual(ended)
})

test('79 % is green, 80 and 100 % are yellow, 101 % is red', () => {
  // 1,000 minutes around the clock: 1 % is 10 minutes.
  const clock = start('2026-11-02 00:00', minute(1000))
  const at = (percent: number, more = 0) => lightOf(clock, Date.parse(clock.startedAt) + percent * 600_000 + more)
  expect([at(79), at(80, -1), at(80), at(100), at(100, 1), at(101)]).toEqual([
    ...['working', 'working', 'due', 'due', 'late', 'late'],
  ])
})

test('in working time the light stands still at night: 79 % in the evening is 79 % in the morning', () => {
  // 10 h from Mon 09:00: 79 % is 474 min, 80 % is 480 min: Mon 7 h, Tue 08:54 and 09:00; 100 % Tue 11:00.
  const clock = start('2026-11-02 09:00', workHours(10))
  expect(light(clock, '2026-11-02 18:00')).toBe('working')
  expect(light(clock, '2026-11-03 08:54')).toBe('working')
  expect(light(clock, '2026-11-03 09:00')).toBe('due')
  expect(light(clock, '2026-11-03 11:00')).toBe('due')
  expect(light(clock, '2026-11-03 11:06')).toBe('late')
})

test('an ended clock is green when it ended in time and red when it did not, for ever', () => {
  expect(light(endClock(DAY, DAY.dueAt ?? ''), '2030-01-01 00:00')).toBe('normal')
  expect(light(endClock(DAY, shanghai('2026-11-03 09:01')), '2026-11-03 09:01')).toBe('late')
})

const instant = fc
  .integer({ min: 0, max: 1_000 * 1440 })
  .map((minutes) => new Date(Date.parse('2024-01-01T00:00:00+08:00') + minutes * 60_000).toISOString())
const limit = fc.oneof(
  fc.integer({ min: 1, max: 2000 }).map(minute),
  fc.integer({ min: 1, max: 200 }).map(workHours),
  fc.integer({ min: 1, max: 30 }).map(workDays),
)

test('no suspension shortens a deadline, and none loses what was used', () => {
  const property = fc.property(instant, limit, fc.nat(20_000), fc.nat(20_000), (from, of, until, still) => {
    const clock = startClock({ id: 'handle', stage: 'handle', ruleId: 'r', ruleVersion: 1, limit: of }, from, calendar)
    const pausedAt = new Date(Date.parse(from) + until * 60_000).toISOString()
    const resumedAt = new Date(Date.parse(pausedAt) + still * 60_000).toISOString()
    const paused = pauseClock(clock, pausedAt, calendar)
    const resumed = resumeClock(paused, resumedAt, calendar)
    expect(Date.parse(resumed.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(clock.dueAt ?? ''))
    expect(Date.parse(resumed.warnAt ?? '')).toBeLessThanOrEqual(Date.parse(resumed.dueAt ?? ''))
    expect(pauseClock(resumed, resumedAt, calendar).usedMinutes).toBeCloseTo(paused.usedMinutes, 6)
  })
  fc.assert(property, { numRuns: 3_000 })
})
