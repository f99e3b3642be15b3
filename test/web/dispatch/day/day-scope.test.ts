import { expect, test } from 'vitest'
import { namedIn, plannableIn } from '../../../../web/dispatch/day/day-scope.ts'
import { matches, NO_FILTER } from '../../../../web/dispatch/desk/case-filter.ts'
import { filterOf, readDispatchSearch, searchOfFilter } from '../../../../web/dispatch/dispatch-search.ts'
import { deskCase, NOW } from '../desk-cases.ts'

const CASES = [
  deskCase(1, { status: 'filed', responsibilityGrid: 'grid-1' }),
  deskCase(2, { status: 'filed', responsibilityGrid: 'grid-2' }),
  deskCase(3, { status: 'dispatched', responsibilityGrid: 'grid-1' }),
  deskCase(4, { status: 'handling', responsibilityGrid: 'grid-1' }),
]
const chosen = new Set(['case-0002', 'case-0004'])
const listed = (scope: Parameters<typeof plannableIn>[1], reassign = false) =>
  plannableIn(CASES, scope, { chosen, reassign }).map(({ id }) => id)

test('what waits is planned, and what a crew has not begun only where it may be moved', () => {
  expect(listed('all')).toEqual(['case-0001', 'case-0002'])
  expect(listed('all', true)).toEqual(['case-0001', 'case-0002', 'case-0003'])
  expect(listed('grid:grid-1', true)).toEqual(['case-0001', 'case-0003'])
  expect(listed('chosen', true)).toEqual(['case-0002'])
})

test('all of a city is asked for without naming anything', () => {
  expect(namedIn('all', CASES)).toBeUndefined()
  expect(namedIn('chosen', CASES.slice(0, 1))).toEqual(['case-0001'])
})

test('a filter for what is foreseen to be late is in the address, and lists nothing where nothing is foreseen', () => {
  const filter = filterOf(readDispatchSearch({ red: 'yes' }))
  expect(searchOfFilter(filter)).toEqual({ red: 'yes' })
  const [one, two] = CASES
  if (!one || !two) throw new Error('two cases are made above')
  const needs = { now: NOW, isMine: () => false }
  expect(matches(one, filter, needs)).toBe(false)
  expect(matches(one, filter, { ...needs, isRed: ({ id }) => id === one.id })).toBe(true)
  expect(matches(two, filter, { ...needs, isRed: ({ id }) => id === one.id })).toBe(false)
  expect(matches(two, NO_FILTER, needs)).toBe(true)
})
