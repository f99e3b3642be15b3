import { expect, test } from 'vitest'
import { acceptInParts } from '../../../../web/dispatch/day/accept-in-parts.ts'
import { acceptancesOf, shareOf, wantedIds, withWanted } from '../../../../web/dispatch/day/day-choice.ts'
import { plan, route, stop } from './plans.ts'

const OWN = stop('own', { isNew: false })
const DAY = plan(route('a', [OWN, stop('k1'), stop('k2')]), route('b', [stop('k3')]))
const ALL: ReadonlySet<string> = new Set()

test('everything new is wanted until somebody says so; what a crew has already is never accepted', () => {
  expect(wantedIds(DAY, ALL, ALL)).toEqual(['k1', 'k2', 'k3'])
  const without = withWanted(ALL, ['k2'], false)
  expect(wantedIds(DAY, without, ALL)).toEqual(['k1', 'k3'])
  expect(wantedIds(DAY, withWanted(without, ['k2'], true), ALL)).toEqual(['k1', 'k2', 'k3'])
})

test('what is dispatched already is not accepted again', () => {
  expect(wantedIds(DAY, ALL, new Set(['k3']))).toEqual(['k1', 'k2'])
})

test('the box of a crew stands for its new stops alone', () => {
  const stops = [OWN, stop('k1'), stop('k2')]
  expect(shareOf(stops, ALL)).toBe('all')
  expect(shareOf(stops, new Set(['k1']))).toBe('some')
  expect(shareOf(stops, new Set(['k1', 'k2']))).toBe('none')
  expect(shareOf([OWN], ALL)).toBe('none')
})

test('more than a thousand are accepted in several requests, and none twice', () => {
  const ids = Array.from({ length: 2_001 }, (_, i) => `k${i}`)
  const parts = acceptancesOf(ids)
  expect(parts.map(({ caseIds }) => caseIds?.length)).toEqual([1_000, 1_000, 1])
  expect(parts.flatMap(({ caseIds }) => caseIds)).toEqual(ids)
  expect(acceptancesOf([])).toEqual([])
})

test('what became of each crew comes together in one outcome, with each batch to take back', async () => {
  const refused = { status: 409, code: 'conflict', detail: 'no' }
  const outcome = await acceptInParts(['k1', 'k2', 'k3'], () =>
    Promise.resolve({
      crews: [
        { crewId: 'a', results: [{ id: 'k1', seq: 4, refused: null }], batch: 'one' },
        {
          ...{ crewId: 'b', batch: 'two' },
          results: [
            { id: 'k2', seq: null, refused },
            { id: 'k3', seq: 5, refused: null },
          ],
        },
        { crewId: 'c', results: [], batch: null },
      ],
    }),
  )
  expect(outcome).toEqual({
    ...{ action: 'dispatch', done: ['k1', 'k3'], batches: ['one', 'two'] },
    refused: [{ id: 'k2', refused }],
  })
})

test('a request that fails leaves its cases undone and says so of each', async () => {
  const fault = new Error('away')
  expect(await acceptInParts(['k1', 'k2'], () => Promise.reject(fault))).toMatchObject({
    ...{ done: [], batches: [] },
    refused: [
      { id: 'k1', refused: { fault } },
      { id: 'k2', refused: { fault } },
    ],
  })
})
