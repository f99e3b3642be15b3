import { expect, test } from 'vitest'
import type { DrainRules } from '../../../../server/contract/drain.ts'
import { dueBy, listDredging } from '../../../../server/insight/drains/dredging.ts'

const RULES = { cycleMonths: 12, warnDays: 30, source: '演示' } as DrainRules

test('drains of one day with other cycles are due on other days, however often the day was asked for', () => {
  const due = dueBy('2026-05-01', RULES)
  const of = (dredgedOn: string | null, cycleMonths: number | null) => due({ dredgedOn, cycleMonths })
  const asked = () => [
    of('2025-11-20', 6),
    of('2025-11-20', 12),
    of('2025-11-20', null),
    of(null, 6),
    of('2025-11-21', 6),
  ]
  const first = asked()
  expect(first.map(({ dueOn, cycleAssumed }) => [dueOn, cycleAssumed])).toEqual([
    ['2026-05-20', false],
    ['2026-11-20', false],
    ['2026-11-20', true],
    [null, false],
    ['2026-05-21', false],
  ])
  expect(asked()).toEqual(first)
})

test('a list of thousands counts each drain once, by its own cycle', () => {
  const drains = Array.from({ length: 2_300 }, (_, i) => ({
    ...{ id: `d${String(i).padStart(4, '0')}`, name: '', kind: 'inlet' as const, road: '', status: 'normal' },
    ...{ location: [93.7, 31.8] as [number, number], dredgedOn: '2025-10-01', cycleMonths: i % 2 ? 6 : 12 },
  }))
  const { kinds, total, overdue } = listDredging(drains, '2026-05-01', RULES)
  expect(kinds).toMatchObject([{ drains: 2_300, overdue: 1_150, inTime: 1_150 }])
  expect([total, overdue[0]?.id, overdue.every(({ daysLate }) => daysLate === 30)]).toEqual([1_150, 'd0001', true])
})
