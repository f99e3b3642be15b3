import { expect, test } from 'vitest'
import type { Clock } from '../../../server/contract/clock.ts'
import { makeCalendar } from '../../../server/contract/work-calendar.ts'
import { firstClock, leftWords, usedShare } from '../../../web/case/clock-words.ts'

const at = (time: string) => `2026-05-06T${time}:00+08:00`
const ms = (time: string) => Date.parse(at(time))
const clock = (of: Partial<Clock> = {}): Clock => ({
  ...{ id: 'handle', stage: 'handle', ruleId: 'lamp', ruleVersion: 1, limit: { value: 10, unit: 'hour' } },
  ...{ limitMinutes: 600, startedAt: at('08:00'), warnAt: at('16:00'), dueAt: at('18:00') },
  ...{ endedAt: null, pausedAt: null, usedMinutes: 0 },
  ...of,
})
const calendar = makeCalendar(
  [],
  [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ],
)
const around = { inWorkingTime: false, calendar }
const working = { inWorkingTime: true, calendar }

test('time left and time over are said in hours, never negative', () => {
  expect(leftWords(ms('18:00'), ms('16:55'), around)).toBe('剩 1 小时 05 分')
  expect(leftWords(ms('18:00'), ms('18:50'), around)).toBe('超 50 分')
})

test('over a day, a clock of working time counts working days', () => {
  const friday = Date.parse('2026-05-08T09:00:00+08:00')
  const tuesday = Date.parse('2026-05-12T10:00:00+08:00')
  expect(leftWords(tuesday, friday, working)).toBe('剩 2 个工作日')
  expect(leftWords(tuesday, friday, around)).toBe('剩 4 天 1 小时')
  expect(leftWords(tuesday, friday, { inWorkingTime: true, calendar: undefined })).toBe('剩 4 天 1 小时')
})

test('what is due on Monday morning has minutes of working time left on Friday night', () => {
  const friday = Date.parse('2026-05-08T21:36:00+08:00')
  expect(leftWords(Date.parse('2026-05-11T08:15:00+08:00'), friday, working)).toBe('剩 工作时间 15 分')
})

test('the used share is 80 % when yellow begins and 100 % when it is due', () => {
  expect(usedShare(clock(), ms('08:00'))).toBe(0)
  expect(usedShare(clock(), ms('12:00'))).toBeCloseTo(0.4)
  expect(usedShare(clock(), ms('16:00'))).toBeCloseTo(0.8)
  expect(usedShare(clock(), ms('17:00'))).toBeCloseTo(0.9)
  expect(usedShare(clock(), ms('19:00'))).toBe(1)
  expect(usedShare(clock({ endedAt: at('12:00') }), ms('19:00'))).toBeCloseTo(0.4)
  expect(usedShare(clock({ warnAt: null, dueAt: null }), ms('19:00'))).toBe(0)
})

test('the clock that is due first is the one that counts, and none of a case that has ended', () => {
  const clocks = [
    clock(),
    clock({ id: 'sign', dueAt: at('09:00') }),
    clock({ id: 'old', endedAt: at('08:10'), dueAt: at('08:30') }),
  ]
  expect(firstClock({ status: 'handling', clocks })?.id).toBe('sign')
  expect(firstClock({ status: 'closed', clocks })).toBeUndefined()
})
