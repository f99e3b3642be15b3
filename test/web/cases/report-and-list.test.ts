import { expect, test } from 'vitest'
import { reportOf, sourcesOf } from '../../../web/cases/intake/report-of.ts'
import { caseQuery, waitsFor } from '../../../web/cases/list/case-query.ts'
import { readCaseSearch } from '../../../web/cases/list/case-search.ts'

test('a report leaves out what nobody filled in', () => {
  const filled = { source: 'patrol', problem: ' 井盖响 ', address: '滨河路' } as const
  const bare = { location: [93.785, 31.886], assetId: undefined, joins: undefined } as const
  expect(reportOf(filled, { ...bare, location: [93.785, 31.886] })).toEqual({
    ...{ source: 'patrol', problem: '井盖响', address: '滨河路', location: [93.785, 31.886], urgency: 'ordinary' },
  })
  expect(
    reportOf({ ...filled, phone: '13812345678', name: ' ' }, { ...bare, location: [93.785, 31.886] }),
  ).toMatchObject({
    reporter: { phone: '13812345678' },
  })
})

test('a crew reports what it found on patrol, a desk anything', () => {
  expect(sourcesOf(['crew'])).toEqual(['patrol'])
  expect(sourcesOf(['acceptor'])).toHaveLength(11)
  expect(sourcesOf(['planner'])).toEqual([])
})

test('what waits for a post is where its steps begin', () => {
  expect(waitsFor(['acceptor'])).toEqual(['received', 'handled'])
  expect(waitsFor(['crew'])).toEqual(['dispatched', 'handling'])
  expect(caseQuery({ mine: 'yes', class: 'matter:06028' }, ['duty-lead'])).toMatchObject({
    ...{ kind: 'matter', code: '06028', open: 'true', sort: 'due' },
  })
})

test('a damaged part of the address is dropped and the rest stands', () => {
  expect(
    readCaseSearch({ status: 'filed,<b>', light: 'late', q: '2026', open: 'maybe', class: 'component:1' }),
  ).toEqual({
    light: 'late',
    q: '2026',
  })
})
