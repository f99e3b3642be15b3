import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesOf, reach } from '../../../server/contract/run-clock.ts'
import type { Periods } from '../../../server/contract/work-calendar.ts'
import { addWorkMinutes, type WorkCalendar, workMinutesBetween } from '../../../server/contract/working-time.ts'
import { calendarOf, EIGHT, GOLDEN, SIX, shanghai } from './golden-deadlines.ts'

test('there are more than 60 golden deadlines', () => expect(GOLDEN.length).toBeGreaterThanOrEqual(60))

for (const { from, limit, due, why, hours, beyond = false } of GOLDEN)
  test(`from ${from}, ${limit.value} ${limit.unit}: ${due} (${why})`, () => {
    const calendar = calendarOf(hours)
    const reached = reach(shanghai(from), minutesOf(limit, calendar), limit.unit, calendar)
    expect(reached).toEqual({ at: shanghai(due), beyondCalendar: beyond })
  })

test('a machine in New York reckons every golden deadline the same', () => {
  const script = fileURLToPath(new URL('say-golden.ts', import.meta.url))
  const env = { ...process.env, TZ: 'America/New_York' }
  const said = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' }))
  expect(said).toEqual({ offset: 300, dues: GOLDEN.map(({ due }) => shanghai(due)) })
})

const NIGHT: Periods = [
  ['00:00', '02:30'],
  ['07:15', '07:16'],
  ['20:00', '24:00'],
]
const CALENDARS: WorkCalendar[] = [EIGHT, SIX, NIGHT].map((hours) => calendarOf(hours))
const calendar = fc.constantFrom(...CALENDARS)
const FIRST_MS = Date.parse('2023-12-20T00:00:00+08:00')
/** To the second, over 2024 to 2026 and some weeks on either side, where no calendar is. */
const instant = fc
  .integer({ min: 0, max: 1_130 * 86_400 })
  .map((seconds) => new Date(FIRST_MS + seconds * 1000).toISOString())
const minutes = fc.integer({ min: 1, max: 60 * 480 })

/** Minute by minute, asking the calendar for each: what it means, in as few thoughts as possible. */
function bruteForce({ isWorkday, hours }: WorkCalendar, from: string, count: number): string {
  let ms = Date.parse(from)
  for (let left = count; left > 0; ms += 60_000) {
    const [date = '', time = ''] = new Date(ms + 8 * 3_600_000).toISOString().split('T')
    const weekday = new Date(`${date}T00:00Z`).getUTCDay()
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
    const works = isWorkday(date) ?? (weekday > 0 && weekday < 6)
    if (works && hours.some(([open, close]) => open <= minute && minute < close)) left--
  }
  return new Date(ms).toISOString()
}

test('it is what counting minute by minute gives', () => {
  const onMinute = instant.map((at) => `${at.slice(0, 16)}:00.000Z`)
  const property = fc.property(calendar, onMinute, fc.integer({ min: 1, max: 1_500 }), (of, from, count) => {
    expect(addWorkMinutes(of, from, count).at).toBe(bruteForce(of, from, count))
  })
  fc.assert(property, { numRuns: 60 })
})

test('between a start and what is so many minutes later lie so many minutes, ahead and back', () => {
  const property = fc.property(calendar, instant, minutes, (of, from, count) => {
    const later = addWorkMinutes(of, from, count).at
    expect(workMinutesBetween(of, from, later)).toBeCloseTo(count, 6)
    expect(workMinutesBetween(of, later, from)).toBeCloseTo(-count, 6)
    const earlier = addWorkMinutes(of, from, -count).at
    expect(workMinutesBetween(of, earlier, from)).toBeCloseTo(count, 6)
  })
  fc.assert(property, { numRuns: 3_000 })
})

test('a later start or a longer limit is never due earlier', () => {
  const property = fc.property(calendar, instant, instant, minutes, minutes, (of, one, other, some, more) => {
    const [early, late] = one < other ? [one, other] : [other, one]
    const due = addWorkMinutes(of, early, some).at
    expect(addWorkMinutes(of, late, some).at >= due).toBe(true)
    expect(addWorkMinutes(of, early, some + more).at > due).toBe(true)
    expect(due > early).toBe(true)
  })
  fc.assert(property, { numRuns: 3_000 })
})

test('two limits behind each other are their sum', () => {
  const property = fc.property(calendar, instant, minutes, minutes, (of, from, one, other) => {
    const first = addWorkMinutes(of, from, one)
    expect(addWorkMinutes(of, first.at, other).at).toBe(addWorkMinutes(of, from, one + other).at)
  })
  fc.assert(property, { numRuns: 3_000 })
})

test('no time is the instant itself, and what is no instant is refused', () => {
  const of = calendarOf()
  expect(addWorkMinutes(of, '2026-11-07T03:00:00Z', 0)).toEqual({
    at: '2026-11-07T03:00:00.000Z',
    beyondCalendar: false,
  })
  expect(() => addWorkMinutes(of, 'yesterday', 1)).toThrow(RangeError)
  expect(() => addWorkMinutes({ ...of, hours: [] }, '2026-11-07T03:00:00Z', 1)).toThrow('has hours')
  expect(() => addWorkMinutes(of, '2026-11-07T03:00:00Z', 1e12)).toThrow('beyond all calendars')
})

test('a calendar is asked once a day of the year, however many deadlines there are', () => {
  let asked = 0
  const of: WorkCalendar = { ...calendarOf(), isWorkday: () => ++asked > 0 }
  for (let i = 0; i < 50_000; i++) addWorkMinutes(of, '2026-03-01T00:00:00Z', 9_600)
  expect(asked).toBe(365)
})
