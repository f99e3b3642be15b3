import { expect, test } from 'vitest'
import type { Case } from '../../../server/contract/case.ts'
import { LiveCase } from '../../../server/contract/live.ts'
import { liveCaseOf } from '../../../server/live/live-row.ts'
import { alarms, NO_ALARMS } from '../../../web/live/alarms.ts'
import type { LiveNews } from '../../../web/live/live-news.ts'
import { complaint } from '../../support/entries.ts'

const AT = '2026-05-01T12:00:00+08:00'
const live = (n: number, of: Partial<Case> = {}): LiveCase =>
  LiveCase.parse(liveCaseOf(complaint(n, { urgency: 'emergency', ...of })))
const picture = (...emergencies: LiveCase[]): LiveNews => ({
  event: 'picture',
  data: { seq: 1, at: AT, topics: ['alarms'], emergencies },
})
const change = (state: LiveCase): LiveNews => ({
  event: 'change',
  data: { seq: 2, at: AT, kind: 'case-changed', entityId: state.id, entity: 'case', was: null, state },
})
const gone = (n: number): LiveNews => ({
  event: 'gone',
  data: { seq: 3, at: AT, entity: 'case', entityId: live(n).id, was: 'received' },
})
const pulse: LiveNews = { event: 'pulse', data: { seq: 3, at: AT } }

/** What rang, message by message, and what is open at the end. */
function hear(...news: LiveNews[]) {
  let state = NO_ALARMS
  const rings = news.map((one) => {
    state = alarms(state, one)
    return [...state.ring]
  })
  return { rings, open: state.open.map(({ id }) => id), state }
}
const id = (n: number): string => live(n).id

test('an emergency rings once, and is open until it is acknowledged on any screen', () => {
  const said = hear(picture(), change(live(1)), change(live(1, { reworks: 1 })), pulse)
  expect(said.rings).toEqual([[], [id(1)], [], []])
  expect(said.open).toEqual([id(1)])
  expect(alarms(said.state, change(live(1, { acknowledgedAt: AT })))).toMatchObject({ open: [], ring: [] })
})

test('a screen that comes on shows and sounds what is open, and not what somebody acknowledged before', () => {
  const { rings, open } = hear(picture(live(1), live(2, { acknowledgedAt: AT })))
  expect([rings, open]).toEqual([[[id(1)]], [id(1)]])
})

test('after a break only what came meanwhile rings, and what was acknowledged meanwhile is gone', () => {
  const { rings, open } = hear(picture(live(1), live(2)), picture(live(3), live(2)))
  expect(rings).toEqual([[id(1), id(2)], [id(3)]])
  expect(open).toEqual([id(3), id(2)])
})

test('one that is escalated anew after it was acknowledged rings again', () => {
  const { rings } = hear(change(live(1)), change(live(1, { acknowledgedAt: AT })), change(live(1)))
  expect(rings).toEqual([[id(1)], [], [id(1)]])
})

test('one that ends, is no emergency any longer or goes out of sight is no alarm', () => {
  for (const after of [change(live(1, { status: 'void' })), change(live(1, { urgency: 'ordinary' })), gone(1)])
    expect(hear(change(live(1)), after).open).toEqual([])
})

test('what is no news of an alarm leaves the very same state', () => {
  const { state } = hear(picture(live(1)), pulse)
  const ordinary = change(live(2, { urgency: 'ordinary' }))
  for (const news of [pulse, gone(9), ordinary, { event: 'unreadable', data: { name: 'change' } } as const])
    expect(alarms(state, news)).toBe(state)
})
