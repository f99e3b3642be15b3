import { expect, test } from 'vitest'
import { recordCases } from '../../../server/cases/record-cases.ts'
import type { Case } from '../../../server/contract/case.ts'
import type { Clock } from '../../../server/contract/clock.ts'
import { type WallEvent, WallEvents } from '../../../server/contract/wall.ts'
import { RecentSteps } from '../../../server/walls/recent-steps.ts'
import type { Client } from '../../support/client.ts'
import { by, complaint, SUO } from '../../support/entries.ts'
import type { TestCity } from '../../support/test-city.ts'
import { wallCity } from './wall-city.ts'

// The wall of the test is let in at 09:30.
const at = (time: string): string => `2026-05-06T${time}:00+08:00`
const clock = (warnAt: string, dueAt: string): Clock => ({
  ...{ id: 'handle', stage: 'handle', ruleId: 'lamp-fault', ruleVersion: 1, limit: { value: 24, unit: 'hour' } },
  ...{ limitMinutes: 1_440, startedAt: at('06:00'), warnAt, dueAt, endedAt: null, pausedAt: null, usedMinutes: 0 },
})

/** A step of a case as it stands in the log. */
const step = (n: number, time: string, kind: string, of: Partial<Case> = {}) => {
  const after = complaint(n, { problem: `case ${n}`, receivedAt: at('09:31'), ...of })
  return { at: at(time), kind, entityId: after.id, after }
}

const happens = (city: TestCity, steps: readonly ReturnType<typeof step>[]) =>
  city.store.transaction(SUO, (tx) => recordCases(tx, steps, by()))

async function told(city: TestCity, wall: Client): Promise<WallEvent[]> {
  const { seq } = await city.store.head(SUO)
  for (;;) {
    const answer = WallEvents.parse(await wall.json('/api/wall/events', { 'Wait-For-Seq': String(seq) }))
    if (answer.seq >= seq) return answer.events
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const inShort = (events: readonly WallEvent[]) => events.map(({ problem, what }) => `${problem} ${what}`)

test('a wall is told the last event of each case, the newest first; what is no event changes nothing', async () => {
  const { city, wall, pass } = await wallCity()
  pass(3_600)
  await happens(city, [
    step(1, '09:31', 'case-received'),
    step(2, '09:32', 'case-received'),
    step(1, '09:40', 'case-filed', { status: 'filed' }),
    step(2, '09:45', 'case-noted'),
    step(3, '10:21', 'case-closed', { status: 'closed', closedAt: at('10:21') }),
  ])
  const events = await told(city, wall)
  expect(inShort(events)).toEqual(['case 3 closed', 'case 1 filed', 'case 2 received'])
  expect(events[0]).toMatchObject({ state: 'normal', tookMinutes: 50, place: expect.any(String) })
})

test('a case that was merged or made void is no longer told of', async () => {
  const { city, wall, pass } = await wallCity()
  pass(3_600)
  await happens(city, [step(1, '09:31', 'case-received'), step(2, '09:32', 'case-received')])
  expect(await told(city, wall)).toHaveLength(2)
  await happens(city, [step(1, '09:40', 'case-merged', { status: 'merged' })])
  expect(inShort(await told(city, wall))).toEqual(['case 2 received'])
})

test('a case that grew due or late by its clock alone is news of that instant', async () => {
  const { city, wall, pass } = await wallCity()
  const filed = { status: 'handling' as const, crewId: 'crew-1', clocks: [clock(at('10:00'), at('10:20'))] }
  await happens(city, [step(1, '09:31', 'case-taken', filed), step(2, '09:40', 'case-received')])
  expect(inShort(await told(city, wall))).toEqual(['case 2 received', 'case 1 taken'])
  pass(31 * 60)
  await happens(city, [step(3, '10:01', 'case-received')])
  const due = (await told(city, wall))[1]
  expect(due).toMatchObject({ problem: 'case 1', what: 'due', state: 'due', at: new Date(at('10:00')).toISOString() })
  pass(20 * 60)
  await happens(city, [step(3, '10:21', 'case-noted')])
  const late = (await told(city, wall))[0]
  expect(late).toMatchObject({
    problem: 'case 1',
    what: 'late',
    state: 'late',
    at: new Date(at('10:20')).toISOString(),
  })
})

test('a server that has just started tells what was told before it', async () => {
  const { city, wall, pass } = await wallCity()
  pass(3_600)
  const steps = [step(1, '09:31', 'case-received'), step(1, '09:40', 'case-filed', { status: 'filed' })]
  await happens(city, [...steps, step(2, '09:50', 'case-received')])
  const [before, anew] = [await told(city, wall), new RecentSteps()]
  await anew.load(city.store.db, SUO)
  expect([...anew.all()].map(({ event }) => event).reverse()).toEqual(before)
})

test('who answers for a part of the city is told of that part', async () => {
  const { city, pass } = await wallCity()
  pass(3_600)
  const [here, there] = ['540626100001001', '540626200001001']
  await happens(city, [
    step(1, '09:31', 'case-received', { unitGrid: here }),
    step(2, '09:32', 'case-received', { unitGrid: there }),
  ])
  const lead = await city.as('duty-lead', { areas: ['540626200'] })
  expect(inShort(await told(city, lead))).toEqual(['case 2 received'])
})
