import { expect, test } from 'vitest'
import { lightOfCase } from '../../../server/contract/case-light.ts'
import { filterCases, isMineOf, NO_FILTER } from '../../../web/dispatch/desk/case-filter.ts'
import { lightAt } from '../../../web/dispatch/desk/case-lights.ts'
import { chosenAfter, rangeOf, stepFrom, stillOpen } from '../../../web/dispatch/desk/choose-range.ts'
import { orderQueue } from '../../../web/dispatch/desk/queue-order.ts'
import { clockDue, deskCase, NOW } from './desk-cases.ts'

const PAUSED = { pausedAt: '2026-11-20T10:00:00Z', warnAt: null, dueAt: null }
const late = deskCase(1, { status: 'handling', clocks: [clockDue(-1)], crewId: 'crew-1' })
const later = deskCase(2, { status: 'filed', clocks: [clockDue(-4), clockDue(5, { id: 'dispatch' })] })
const due = deskCase(3, { status: 'filed', clocks: [clockDue(1)], source: 'patrol', problem: '井盖松动' })
const working = deskCase(4, { status: 'dispatched', clocks: [clockDue(8)], responsibilityGrid: 'grid-2' })
const paused = deskCase(5, { status: 'suspended', clocks: [clockDue(3, PAUSED)] })
const emergency = deskCase(6, { status: 'handling', clocks: [clockDue(7)], urgency: 'emergency' })
const ALL = [paused, working, late, due, emergency, later]
const ids = (cases: readonly { id: string }[]) => cases.map(({ id }) => Number(id.slice(-1)))
const NEEDS = { now: NOW, isMine: () => false }
const listed = (of: Partial<typeof NO_FILTER>) => ids(filterCases(ALL, { ...NO_FILTER, ...of }, NEEDS)).sort()

test('the emergency leads, then the latest of the late, then what is due first; what stands still comes last', () => {
  expect(ids(orderQueue(ALL, 'left'))).toEqual([6, 2, 1, 3, 4, 5])
})

test('by receipt the newest leads', () => {
  const received = [1, 2, 3].map((n) => deskCase(n, { receivedAt: `2026-11-20T0${n}:00:00Z` }))
  expect(ids(orderQueue(received, 'received'))).toEqual([3, 2, 1])
})

test('the light of a row is the light of the contract, at every hour', () => {
  for (let hours = -12; hours <= 12; hours++)
    for (const of of ALL) {
      const now = NOW + hours * 3_600_000
      expect(lightAt(of, now), `${of.id} at ${hours}`).toBe(lightOfCase(of, now))
    }
})

test('cases are listed by state, light, source, class, area, crew and words', () => {
  expect(listed({})).toEqual([1, 2, 3, 4, 5, 6])
  expect(listed({ status: ['filed', 'suspended'] })).toEqual([2, 3, 5])
  expect(listed({ light: ['late', 'due'] })).toEqual([1, 2, 3])
  expect(listed({ source: ['patrol'] })).toEqual([3])
  expect(listed({ class: ['component:01037'] })).toHaveLength(6)
  expect(listed({ class: ['matter:01037'] })).toEqual([])
  expect(listed({ area: ['grid-2'] })).toEqual([4])
  expect(listed({ crew: ['crew-1'] })).toEqual([1])
  expect(listed({ q: '井盖' })).toEqual([3])
  expect(listed({ q: '20260101-0003' })).toEqual([3])
  expect(listed({ status: ['filed'], light: ['due'], q: '藏北' })).toEqual([3])
})

test('mine is what one dispatched and what lies in a part of the city, never the whole city', () => {
  const scope = { areas: ['540626'], contractor: null, crewId: null }
  const actor = (areas: string[]) => ({ id: 'p', name: 'p', roles: [], scope: { ...scope, areas } })
  const here = deskCase(7, { unitGrid: '540626100001001' })
  expect(isMineOf(actor(['540626']), new Set(['case-0001']))(late)).toBe(true)
  expect(isMineOf(actor(['540626']), new Set())(here)).toBe(false)
  expect(isMineOf(actor(['540626100']), new Set())(here)).toBe(true)
  expect(isMineOf(actor(['540626200']), new Set())(here)).toBe(false)
})

test('a range is chosen from the one chosen last, upwards as downwards', () => {
  const order = ['a', 'b', 'c', 'd']
  expect(rangeOf(order, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(order, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(order, 'gone', 'c')).toEqual(['c'])
  expect(rangeOf(order, 'a', 'gone')).toEqual([])
})

test('what is chosen is set, added to and taken from; who is no longer there leaves', () => {
  const chosen = new Set(['a', 'b'])
  expect([...chosenAfter(chosen, ['c'], 'set')]).toEqual(['c'])
  expect([...chosenAfter(chosen, ['b', 'c'], 'add')]).toEqual(['a', 'b', 'c'])
  expect([...chosenAfter(chosen, ['b'], 'remove')]).toEqual(['a'])
  expect([...stillOpen(chosen, (id) => id === 'b')]).toEqual(['b'])
  expect(stillOpen(chosen, () => true)).toBe(chosen)
})

test('a step from nowhere leads to the first, and none leads beyond an end', () => {
  const order = ['a', 'b', 'c']
  expect(stepFrom(order, undefined, 1)).toBe('a')
  expect(stepFrom(order, 'a', 1)).toBe('b')
  expect(stepFrom(order, 'c', 1)).toBe('c')
  expect(stepFrom(order, 'a', -1)).toBe('a')
  expect(stepFrom(order, 'b', Number.POSITIVE_INFINITY)).toBe('c')
  expect(stepFrom([], 'a', 1)).toBeUndefined()
})
