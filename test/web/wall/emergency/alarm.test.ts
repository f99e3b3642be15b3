import { expect, test } from 'vitest'
import type { Clock } from '../../../../server/contract/clock.ts'
import type { LiveCase } from '../../../../server/contract/live.ts'
import type { WallEmergency } from '../../../../server/contract/wall.ts'
import { alarmClocks, timeLeft, usedShare } from '../../../../web/wall/emergency/alarm-clocks.ts'
import { alarmSteps } from '../../../../web/wall/emergency/alarm-steps.ts'
import { otherAlarms } from '../../../../web/wall/emergency/other-alarms.ts'

const at = (time: string): string => `2026-05-06T${time}+08:00`
const ms = (time: string): number => Date.parse(at(time))
const clock = (stage: string, dueAt: string | null, of: Partial<Clock> = {}): Clock => ({
  ...{ id: stage, stage, ruleId: 'r', ruleVersion: 1, limit: { value: 30, unit: 'minute' }, limitMinutes: 30 },
  ...{ startedAt: at('21:34:00'), warnAt: null, dueAt: dueAt && at(dueAt), endedAt: null, pausedAt: null },
  usedMinutes: 0,
  ...of,
})

test('what the law asks for stands first, by its end; the steps of the posts only where nothing else runs', () => {
  const dispatch = clock('dispatch', '21:40:00')
  const [replace, sign] = [clock('replace', '23:34:00'), clock('sign', '22:04:00')]
  const stages = (all: Clock[]) => alarmClocks(all).map(({ stage }) => stage)
  expect(stages([dispatch, replace, sign])).toEqual(['sign', 'replace'])
  expect(stages([dispatch])).toEqual(['dispatch'])
  expect(stages([clock('sign', '22:04:00', { endedAt: at('21:50:00') }), replace, dispatch])).toEqual(['replace'])
  // One that stands still has no end.
  expect(stages([clock('sign', null)])).toEqual([])
})

test('begun minutes are left up to their end, and over only when they are full', () => {
  const due = at('22:04:00')
  expect(timeLeft(due, ms('21:36:05'))).toEqual({ over: false, days: 0, hours: 0, minutes: 28 })
  expect(timeLeft(due, ms('22:04:00'))).toEqual({ over: false, days: 0, hours: 0, minutes: 0 })
  expect(timeLeft(due, ms('22:05:59'))).toEqual({ over: true, days: 0, hours: 0, minutes: 1 })
  expect(timeLeft('2026-05-09T00:10:00+08:00', ms('21:36:00'))).toEqual({ over: false, days: 2, hours: 2, minutes: 34 })
  expect(timeLeft(at('23:34:00'), ms('21:36:00'))).toMatchObject({ hours: 1, minutes: 58 })
  expect(timeLeft('2026-05-07T21:34:00+08:00', ms('21:34:00'))).toMatchObject({ days: 0, hours: 24, minutes: 0 })
})

test('the bar is full at the end and stays full', () => {
  const of = clock('sign', '22:04:00')
  expect(usedShare(of, ms('21:36:00'))).toBeCloseTo(2 / 30)
  expect([usedShare(of, ms('22:04:00')), usedShare(of, ms('23:00:00')), usedShare(of, ms('21:00:00'))]).toEqual([
    1, 1, 0,
  ])
})

const NO_STEPS = { received: at('21:34:00'), filed: null, dispatched: null, taken: null, arrived: null }
const told = (
  steps: Partial<WallEmergency['steps']> = {},
  signed: string | null = null,
): Pick<WallEmergency, 'steps' | 'stages'> => ({
  steps: { ...NO_STEPS, handled: null, verified: null, closed: null, ...steps },
  stages: [
    { ...stage('sign'), clock: clock('sign', '22:04:00', { endedAt: signed }) },
    { ...stage('replace'), clock: clock('replace', '23:34:00') },
  ],
})
const stage = (id: string) => ({
  ...{ stage: id, action: { zh: id, en: id } },
  limit: { value: 30, unit: 'minute' as const },
})
const alarm = { receivedAt: at('21:34:00') }
const drawn = (of: Parameters<typeof alarmSteps>[1]) => alarmSteps(alarm, of).map(({ id, is }) => `${id} ${is}`)

test('the steps go from the report to the check, with the stages of the law between them; the first that is open is the one now', () => {
  expect(drawn(told({ filed: at('21:34:30'), dispatched: at('21:35:00') }))).toEqual([
    ...['report done', 'file done', 'dispatch done', 'take now', 'arrive next', 'stage-sign next'],
    ...['stage-replace next', 'check next'],
  ])
  const [sign] = alarmSteps(alarm, told()).filter(({ id }) => id === 'stage-sign')
  expect(sign).toMatchObject({ at: null, dueAt: at('22:04:00') })
})

test('what lies before a step that was done is done too, though nobody knows when', () => {
  const steps = alarmSteps(alarm, told({ filed: at('21:34:30'), dispatched: at('21:35:00') }, at('21:50:00')))
  expect(steps.map(({ is }) => is)).toEqual(['done', 'done', 'done', 'done', 'done', 'done', 'now', 'next'])
  expect(steps.find(({ id }) => id === 'arrive')).toMatchObject({ at: null, is: 'done' })
  expect(steps.find(({ id }) => id === 'stage-sign')).toMatchObject({ at: at('21:50:00'), dueAt: null })
})

test('before the server has told more, a wall shows what the stream said', () => {
  expect(drawn(undefined)).toEqual([
    ...['report done', 'file now', 'dispatch next', 'take next', 'arrive next', 'handle next', 'check next'],
  ])
})

test('beside an emergency stand those that nobody has acknowledged and that are not over', () => {
  const of = (id: string, more: Partial<LiveCase> = {}) =>
    ({ id, acknowledgedAt: null, status: 'filed', ...more }) as LiveCase
  const all = [of('a'), of('b'), of('c', { acknowledgedAt: at('21:40:00') }), of('d', { status: 'closed' })]
  expect(otherAlarms(all, 'a').map(({ id }) => id)).toEqual(['b'])
})
