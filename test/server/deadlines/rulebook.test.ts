import { expect, test } from 'vitest'
import type { Condition } from '../../../server/contract/condition.ts'
import type { StoredRule } from '../../../server/contract/stored-rule.ts'
import { makeRulebook, type ShippedDeadlines } from '../../../server/deadlines/rulebook.ts'
import { shippedRules } from '../catalogue/catalogue-folder.ts'

const shipped = await shippedRules()
const lamp = makeRulebook(shipped, []).condition('lamp-fault')
if (!lamp) throw new Error('lamp-fault is shipped')

const version = (number: number, hours: number): Condition => ({
  ...lamp,
  version: number,
  stages: [{ id: 'handle', action: { zh: '修复', en: 'Repair' }, limit: { value: hours, unit: 'hour' } }],
})
const own = (number: number, hours: number): StoredRule => ({ kind: 'condition', rule: version(number, hours) })
const withMore = (...more: Condition[]): ShippedDeadlines => ({
  ...shipped,
  conditions: [...shipped.conditions, ...more],
})
const hoursOf = (of: Condition | undefined) => of?.stages[0]?.limit.value

test('what the bureau set under a version number stays, though an update of the product ships that number too', () => {
  const book = makeRulebook(withMore(version(2, 99)), [own(2, 12)])
  expect(hoursOf(book.condition('lamp-fault', 2))).toBe(12)
  expect(book.versions('lamp-fault').map((one) => one.version)).toEqual([1, 2])
})

test('the newest version counts, wherever it comes from and in whatever order', () => {
  expect(hoursOf(makeRulebook(withMore(version(2, 99), version(3, 48)), [own(2, 12)]).condition('lamp-fault'))).toBe(48)
  expect(hoursOf(makeRulebook(shipped, [own(3, 36), own(2, 12)]).condition('lamp-fault'))).toBe(36)
})

test('the newest limits of the posts and hours count, whatever order they come in', () => {
  const periods = (number: number, from: string): StoredRule => ({
    kind: 'hours',
    rule: { version: number, validFrom: '2026-01-01T00:00:00Z', periods: [[from, '18:00']] },
  })
  expect(makeRulebook(shipped, [periods(3, '10:00'), periods(2, '09:00')]).hours.periods).toEqual([['10:00', '18:00']])
})

test('a year that a bureau set replaces the shipped one whole', () => {
  const [first] = shipped.years
  if (!first) throw new Error('a year is shipped')
  const rule = { ...first, version: 2, holidays: first.holidays.slice(0, 1) }
  const { calendar } = makeRulebook(shipped, [{ kind: 'calendar', rule }])
  expect(calendar.day('2024-10-02')).toEqual({ kind: 'workday', known: true })
  expect(calendar.isWorkday('2024-10-12')).toBe(false)
  expect(calendar.isWorkday('2025-10-02')).toBe(false)
})

test('a book never changes: a later one leaves the earlier as it was', () => {
  const before = makeRulebook(shipped, [])
  makeRulebook(shipped, [own(2, 12)])
  expect(before.condition('lamp-fault')).toEqual(lamp)
})
