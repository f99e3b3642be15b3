import { expect, test } from 'vitest'
import type { CoverageResult, RuleFinding } from '../../../../server/contract/coverage.ts'
import type { CoverageSet } from '../../../../server/contract/rule.ts'
import { sumUp } from '../../../../web/plan/coverage/sum-up.ts'

const BINS = { id: 'bins', layer: 'bins' } as CoverageSet
const finding = (of: Partial<RuleFinding>): RuleFinding =>
  ({
    ...{ setId: 'bins', checkedMetres: 1_000, gapMetres: 250, gaps: 1, roads: 2, closerPairs: null, leftOut: null },
    ...of,
  }) as RuleFinding
const look = (...rules: RuleFinding[]): CoverageResult =>
  ({ rules, services: [], things: [] }) as unknown as CoverageResult

test('what lies outside the unit grids is told of and is no part of the share', () => {
  const outside = (metres: number, roads: number) => ({ why: 'outside-unit-grids' as const, metres, roads })
  const {
    passShare,
    checkedMetres,
    outside: out,
  } = sumUp(look(finding({ leftOut: outside(9_500, 1) }), finding({ leftOut: outside(500, 2) }), finding({})), BINS)
  expect([passShare, checkedMetres, out]).toEqual([0.75, 3_000, { metres: 10_000, roads: 3 }])
})

test('a rule that holds everywhere leaves nothing out', () => {
  expect(sumUp(look(finding({})), BINS).outside).toEqual({ metres: 0, roads: 0 })
})
