import { expect, test } from 'vitest'
import { OpenDesk } from '../../../server/cases/open-desk.ts'
import { Case } from '../../../server/contract/case.ts'
import type { LiveCase } from '../../../server/contract/live.ts'
import { FactColumns } from '../../../server/insight/evaluation/fact-columns.ts'
import { countFacts } from '../../../server/insight/wall/count-facts.ts'
import { countOpen } from '../../../server/insight/wall/count-open.ts'
import { wallTime } from '../../../server/insight/wall/wall-time.ts'
import { liveCaseOf } from '../../../server/live/live-row.ts'
import { lightNow, nextLight } from '../../../server/live/open-lights.ts'
import { complaint } from '../../support/entries.ts'
import { randomFacts } from '../../support/random-facts.ts'

const NOW = new Date('2025-12-20T21:36:00+08:00')

const openCase = (number: number): LiveCase => {
  const dueAt = new Date(NOW.getTime() + (number - 2_000) * 60_000).toISOString()
  const clock = {
    ...{ id: 'handle', stage: 'handle', ruleId: 'lamp-fault', ruleVersion: 1, limitMinutes: 1_440, usedMinutes: 0 },
    ...{ limit: { value: 24, unit: 'hour' as const }, startedAt: dueAt, warnAt: dueAt, dueAt },
    ...{ endedAt: null, pausedAt: null },
  }
  return liveCaseOf(Case.parse({ ...complaint(number % 9_999), id: `open-${number}`, clocks: [clock] }))
}

test('100,000 cases, 5,000 of them open, are counted in 20 ms', () => {
  const facts = new FactColumns()
  for (const fact of randomFacts(100_000)) facts.put(fact)
  const desk = new OpenDesk(() => NOW)
  desk.load({ seq: 1, cases: Array.from({ length: 5_000 }, (_, number) => openCase(number)) })
  const count = () => {
    const told = countFacts(facts, wallTime(NOW), undefined)
    return {
      ...told,
      ...countOpen(desk.all(), { nowMs: NOW.getTime(), isMine: () => true, lightAt: lightNow, nextLight }),
    }
  }
  const told = count()
  expect(told.open).toBe(5_000)
  expect(told.late).toBe(2_000)
  expect(told.received.today).toBeGreaterThan(200)
  const took = Array.from({ length: 9 }, () => {
    const begun = performance.now()
    count()
    return performance.now() - begun
  })
  // The least: whatever else the machine does is no fault of the counting.
  expect(Math.min(...took)).toBeLessThan(20)
})
