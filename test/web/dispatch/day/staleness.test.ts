import { expect, test } from 'vitest'
import type { DeskCase } from '../../../../server/contract/desk-case.ts'
import { stalenessOf } from '../../../../web/dispatch/day/staleness.ts'
import { PLANNED, plan, route, stop } from './plans.ts'

type Now = Pick<DeskCase, 'status' | 'crewId'>
const filed: Now = { status: 'filed', crewId: null }
const withCrew = (crewId: string): Now => ({ status: 'dispatched', crewId })
const DAY = plan(
  route('a', [stop('new'), stop('moved', { takenFrom: 'b' }), stop('own', { isNew: false })]),
  route('b', []),
)
const AS_PLANNED: Record<string, Now> = { new: filed, moved: withCrew('b'), own: withCrew('a') }
const at = (minutes: number, cases: Record<string, Now | undefined> = {}) =>
  stalenessOf(DAY, (id) => ({ ...AS_PLANNED, ...cases })[id], PLANNED + minutes * 60_000)

test('a plan says its age from ten minutes on', () => {
  expect(at(9.9).minutes).toBeNull()
  expect(at(10)).toMatchObject({ minutes: 10, changed: [] })
})

test('a case that went to another crew, came back or ended is changed; one dispatched as planned is taken', () => {
  expect(at(1)).toEqual({ minutes: null, changed: [], taken: new Set() })
  expect(at(1, { new: withCrew('c') }).changed).toEqual(['new'])
  expect(at(1, { new: undefined }).changed).toEqual(['new'])
  expect(at(1, { own: filed }).changed).toEqual(['own'])
  expect(at(1, { moved: filed }).changed).toEqual(['moved'])
  expect(at(1, { new: withCrew('a'), moved: withCrew('a') })).toMatchObject({
    ...{ changed: [], taken: new Set(['new', 'moved']) },
  })
})

test('a returned case that still names its last crew waits as any other', () => {
  expect(at(1, { new: { status: 'filed', crewId: 'c' } }).changed).toEqual([])
})
