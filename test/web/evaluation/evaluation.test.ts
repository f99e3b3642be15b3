import { expect, test } from 'vitest'
import type { EvaluatedGroup, Evaluation, RateFigure } from '../../../server/contract/evaluation.ts'
import { readEvaluationSearch } from '../../../web/evaluation/evaluation-search.ts'
import { difference, orderGroups, percent } from '../../../web/evaluation/figures.ts'
import { periodOf, spanOf } from '../../../web/evaluation/period.ts'
import { writeEvaluationCsv } from '../../../web/evaluation/write-evaluation-csv.ts'

const TODAY = '2026-03-09'
const NOON = Date.parse('2026-03-09T12:34:56+08:00')

test('a period that runs ends at this minute, one that is over at its last midnight in Shanghai', () => {
  expect(spanOf(periodOf({}, TODAY), NOON)).toEqual({
    ...{ from: '2026-03-01T00:00:00+08:00', to: '2026-03-09T04:34:00.000Z' },
  })
  const february = periodOf({ period: 'last-month' }, TODAY)
  expect([february.first, february.last]).toEqual(['2026-02-01', '2026-02-28'])
  expect(spanOf(february, NOON).to).toBe('2026-02-28T16:00:00.000Z')
  expect(periodOf({ period: 'last-month' }, '2026-01-15').first).toBe('2025-12-01')
})

test('at the very beginning of a period it is still a span', () => {
  const span = spanOf(periodOf({}, '2026-03-01'), Date.parse('2026-03-01T00:00:30+08:00'))
  expect(Date.parse(span.to)).toBeGreaterThan(Date.parse(span.from))
})

test('a free period is taken as it is given, and turned round is this month', () => {
  expect(periodOf({ period: 'free', from: '2024-01-01', to: '2024-12-31' }, TODAY)).toMatchObject({
    last: '2024-12-31',
  })
  expect(periodOf({ period: 'free', from: '2024-12-31', to: '2024-01-01' }, TODAY)).toMatchObject({ preset: 'month' })
})

test('differences are points of a percent with their sign; without one of the two there is none', () => {
  expect(percent(0.9638)).toBe('96.4 %')
  expect(difference(0.96, 0.939)).toBe('+2.1')
  expect(difference(0.5, 0.582)).toBe('−8.2')
  expect(difference(0.5, 0.50004)).toBe('0')
  expect(difference(0.5, null)).toBeUndefined()
})

const figure = (rate: string, value: number | null): RateFigure => ({
  ...{ rate, value, numerator: 1, denominator: value === null ? 0 : 2 },
  ...{ lists: { numerator: '', denominator: '', missing: '' }, yearBefore: null, periodBefore: 0.25 },
})
const group = (name: string, value: number | null, due: number): EvaluatedGroup => ({
  ...{ group: name, counts: { due, received: due } as EvaluatedGroup['counts'], rates: [figure('closing', value)] },
  scores: [{ score: 'unit', value: value === null ? null : value * 100, grade: 'A' }],
})
const GROUPS = [group('a', 0.5, 3), group('b', null, 0), group('c', 0.9, 9)]
const names = (groups: EvaluatedGroup[]) => groups.map((one) => one.group).join('')

test('groups go by how much was due, or by a rate; those without a value are always last', () => {
  expect(names(orderGroups(GROUPS, undefined))).toBe('cab')
  expect(names(orderGroups(GROUPS, 'closing'))).toBe('acb')
  expect(names(orderGroups(GROUPS, '-score'))).toBe('cab')
})

test('the table says which rules it was reckoned by, and no cell is a formula', () => {
  const of = {
    ...{ from: 'f', to: 't', asOf: 'n', by: 'crew', seq: 1, groups: [group('a', 0.5, 3)] },
    formulas: { id: 'set', version: 2, verified: 'T', rates: [{ id: 'closing', name: { zh: '结案率', en: '' } }] },
  } as unknown as Evaluation
  const [head = '', row = ''] = writeEvaluationCsv(of, () => '=组,一').split('\r\n')
  expect(head.replace('\ufeff', '').split(',')).toHaveLength(16)
  expect(row).toBe(`a,"'=组,一",closing,结案率,0.5,1,2,,0.25,50,A,f,t,n,set 2,T`)
})

test('a damaged address of the rates still opens them', () => {
  expect(readEvaluationSearch({ by: 'crew', sort: '-score', from: 'x', rate: 'a b', group: 'g' })).toEqual({
    ...{ by: 'crew', sort: '-score', group: 'g' },
  })
})
