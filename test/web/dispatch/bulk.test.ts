import { expect, test } from 'vitest'
import type { CaseAsk } from '../../../server/contract/case-input.ts'
import { CASE_LIFE, CaseAction } from '../../../server/contract/case-life.ts'
import { actOnMany, dispatchWishes, type RefusedCase, reasonsOf } from '../../../web/dispatch/desk/act-on-many.ts'
import { bulkOffers, isDispatchable, mayDispatch } from '../../../web/dispatch/desk/bulk-actions.ts'
import { deskCase } from './desk-cases.ts'

const filed = deskCase(1, { status: 'filed' })
const handling = deskCase(2, { status: 'handling' })
const closed = deskCase(3, { status: 'verified' })
const MERGE = { action: 'merge', input: { into: 'case-0001' } } as const
const many = (count: number) => Array.from({ length: count }, (_, n) => `case-${n}`)

test('cases that wait are dispatched, those that a crew has go to another with the reason', () => {
  expect(dispatchWishes([filed, handling, closed], 'crew-1', '就近')).toEqual([
    { action: 'dispatch', input: { crewId: 'crew-1', reason: '就近' }, ids: ['case-0001', 'case-0003'] },
    { action: 'reassign', input: { crewId: 'crew-1', reason: '就近' }, ids: ['case-0002'] },
  ])
  expect(dispatchWishes([filed], 'crew-1', undefined)).toEqual([
    { action: 'dispatch', input: { crewId: 'crew-1' }, ids: ['case-0001'] },
  ])
})

test('every case is either done or refused, however many requests it takes', async () => {
  const sent: number[] = []
  const refused = { status: 409, code: 'conflict', detail: 'It is closed.' }
  const outcome = await actOnMany([{ ...MERGE, ids: many(1_201) }], async (ids: readonly string[], ask: CaseAsk) => {
    expect(ask).toEqual(MERGE)
    sent.push(ids.length)
    if (sent.length === 2) throw new Error('the line broke')
    return {
      results: ids.map((id) => ({ id, seq: 1, refused: id === 'case-7' ? refused : null })),
      batch: `1-${sent.length}`,
    }
  })
  expect(sent).toEqual([500, 500, 201])
  expect([outcome.done.length, outcome.refused.length]).toEqual([700, 501])
  expect(outcome.refused[0]).toEqual({ id: 'case-7', refused })
  expect(outcome.batches).toEqual(['1-1', '1-3'])
})

test('refusals with the same words stand together, the most first', () => {
  const of = (id: string, code: string): RefusedCase => ({ id, refused: { status: 409, code, detail: code } })
  const words = (why: RefusedCase['refused']) => ('code' in why ? why.code : 'line')
  const reasons = reasonsOf([of('a', 'x'), of('b', 'y'), of('c', 'y'), { id: 'd', refused: { fault: 1 } }], words)
  expect(reasons).toEqual([
    { words: 'y', ids: ['b', 'c'] },
    { words: 'x', ids: ['a'] },
    { words: 'line', ids: ['d'] },
  ])
})

test('only what a post does to some of the chosen is offered, with how many it fits', () => {
  const asked = deskCase(4, { status: 'handling', request: 'extension' })
  const alarm = deskCase(5, { status: 'filed', urgency: 'emergency' })
  const offers = bulkOffers([filed, handling, asked, alarm], ['supervisor'])
  expect(offers).toContainEqual({ action: 'approve', fit: 1 })
  expect(offers).toContainEqual({ action: 'acknowledge', fit: 1 })
  expect(offers).toContainEqual({ action: 'escalate', fit: 3 })
  expect(offers.map(({ action }) => action)).not.toContain('close')
  expect(bulkOffers([filed], [])).toEqual([])
  expect(bulkOffers([closed], ['duty-lead'])).toContainEqual({ action: 'close', fit: 1 })
})

test('who may dispatch, and what, is what the life of a case says', () => {
  expect(mayDispatch(['supervisor'])).toBe(true)
  expect(mayDispatch(['acceptor', 'crew'])).toBe(false)
  for (const status of CASE_LIFE.dispatch.from) expect(isDispatchable({ status })).toBe(true)
  expect(isDispatchable({ status: 'received' })).toBe(false)
  expect(CaseAction.options).toContain('dispatch')
})
