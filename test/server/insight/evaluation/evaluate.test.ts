import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadFormulas } from '../../../../server/catalogue/load-formulas.ts'
import type { CaseFact } from '../../../../server/contract/case-fact.ts'
import { CountId } from '../../../../server/contract/evaluation.ts'
import { POST_BITS } from '../../../../server/contract/post-bits.ts'
import { casesOf, countGroups } from '../../../../server/insight/evaluation/count-groups.ts'
import { BIT, type Span } from '../../../../server/insight/evaluation/counts.ts'
import { evaluate } from '../../../../server/insight/evaluation/evaluate.ts'
import { FactColumns } from '../../../../server/insight/evaluation/fact-columns.ts'
import { formulasAt } from '../../../../server/insight/evaluation/formulas-at.ts'
import { spanBefore, yearBefore } from '../../../../server/insight/evaluation/spans.ts'
import { randomFacts } from '../../../support/random-facts.ts'

const ms = (instant: string): number => Date.parse(instant)
const MARCH: Span = {
  from: ms('2025-03-01T00:00:00+08:00'),
  to: ms('2025-04-01T00:00:00+08:00'),
  asOf: ms('2025-12-31T00:00:00+08:00'),
}
const [formulas] = await loadFormulas(join(import.meta.dirname, '../../../../data/rules/formulas'))
if (!formulas) throw new Error('no formulas')

const columnsOf = (facts: readonly CaseFact[]): FactColumns => {
  const columns = new FactColumns()
  for (const fact of facts) columns.put(fact)
  return columns
}

/** What each count holds, said once more, from the words of the formula set: slow, and one at a time. */
const HOLDS: Record<CountId, (fact: CaseFact, span: Span) => boolean> = {
  received: (fact, span) => within(fact.receivedMs, span),
  accepted: (fact, span) => HOLDS.received(fact, span) && happened(fact.acceptedMs, span),
  closed: (fact, span) => fact.status === 'closed' && within(fact.closedMs, span),
  filed: (fact, span) => within(fact.filedMs, span),
  'filed-on-time': (fact, span) => HOLDS.filed(fact, span) && punctual(fact, POST_BITS.file),
  'filed-right': (fact, span) => HOLDS.filed(fact, span) && fact.status !== 'void',
  'filed-from-public': (fact, span) =>
    HOLDS.filed(fact, span) && ['hotline-12345', 'citizen-snap'].includes(fact.source),
  'filed-missed': (fact, span) => HOLDS['filed-from-public'](fact, span) && fact.responsibilityGrid !== null,
  due: (fact, span) => counts(fact) && happened(fact.filedMs, span) && within(fact.dueMs, span),
  'due-closed': (fact, span) => HOLDS.due(fact, span) && fact.status === 'closed' && happened(fact.closedMs, span),
  'due-closed-on-time': (fact, span) => HOLDS['due-closed'](fact, span) && HOLDS['due-handled-on-time'](fact, span),
  'due-handled': (fact, span) => HOLDS.due(fact, span) && happened(fact.handledMs, span),
  'due-handled-on-time': (fact, span) => HOLDS['due-handled'](fact, span) && punctual(fact, POST_BITS.handle),
  'due-not-handled': (fact, span) =>
    HOLDS.due(fact, span) && !happened(fact.handledMs, span) && (fact.dueMs ?? 0) < span.asOf,
  'due-reworked': (fact, span) => HOLDS.due(fact, span) && fact.reworks > 0,
  'due-extended': (fact, span) => HOLDS.due(fact, span) && fact.extensions > 0,
  'to-dispatch': (fact, span) => counts(fact) && HOLDS.filed(fact, span),
  'dispatched-on-time': (fact, span) =>
    HOLDS['to-dispatch'](fact, span) && happened(fact.dispatchedMs, span) && punctual(fact, POST_BITS.dispatch),
  'dispatched-right': (fact, span) =>
    HOLDS['to-dispatch'](fact, span) && happened(fact.dispatchedMs, span) && fact.reworks === 0,
  'patrol-reported': (fact, span) => HOLDS.received(fact, span) && fact.source === 'patrol',
  'patrol-accepted': (fact, span) => HOLDS['patrol-reported'](fact, span) && happened(fact.acceptedMs, span),
  checked: (fact, span) => HOLDS.received(fact, span) && (fact.postsDone & POST_BITS.check) > 0,
  'checked-on-time': (fact, span) => HOLDS.received(fact, span) && punctual(fact, POST_BITS.check),
  verified: (fact, span) => within(fact.verifiedMs, span),
  'verified-on-time': (fact, span) => HOLDS.verified(fact, span) && (fact.postsLate & POST_BITS.verify) === 0,
}
const within = (at: number | null, { from, to }: Span): boolean => at !== null && at >= from && at < to
const happened = (at: number | null, { asOf }: Span): boolean => at !== null && at <= asOf
const counts = ({ status }: CaseFact): boolean => status !== 'void' && status !== 'merged'
const punctual = ({ postsDone, postsLate }: CaseFact, bit: number): boolean =>
  (postsDone & bit) > 0 && (postsLate & bit) === 0

const FACTS = randomFacts(6_000)

test('every count of every group is what its words say, case by case', () => {
  const columns = columnsOf(FACTS)
  for (const asOf of [MARCH.asOf, ms('2025-03-20T12:00:00+08:00')]) {
    const span = { ...MARCH, asOf }
    const groups = countGroups(columns, { by: 'area', span, scope: undefined })
    expect(groups.size).toBe(5)
    for (const [area, counted] of groups) {
      const own = FACTS.filter(({ responsibilityGrid }) => (responsibilityGrid ?? '') === area)
      for (const id of CountId.options) {
        expect(counted[id], `${id} of ${area}`).toBe(own.filter((fact) => HOLDS[id](fact, span)).length)
      }
    }
  }
})

test('each rate opens to the lists that it is made of, and what is missing is the rest', () => {
  const columns = columnsOf(FACTS)
  const asked: Record<string, string | undefined>[] = []
  const addressOf = (of: Record<string, string | undefined>) => String(asked.push(of) - 1)
  const groups = evaluate(columns, { by: 'source', span: MARCH, scope: undefined, formulas, addressOf })
  const listOf = (address: string): string[] => {
    const { group = '', count, without } = asked[Number(address)] ?? {}
    return casesOf(columns, {
      ...{ by: 'source', group, span: MARCH, scope: undefined, count: CountId.parse(count) },
      ...(without ? { without: CountId.parse(without) } : {}),
    })
  }
  for (const { rates } of groups) {
    expect(rates).toHaveLength(16)
    for (const { rate, value, numerator, denominator, lists } of rates) {
      const [top, bottom, missing] = [lists.numerator, lists.denominator, lists.missing].map(listOf)
      expect(top, rate).toHaveLength(numerator)
      expect(bottom, rate).toHaveLength(denominator)
      expect(new Set([...(top ?? []), ...(missing ?? [])]), rate).toEqual(new Set(bottom))
      expect(value).toBe(denominator === 0 ? null : numerator / denominator)
    }
  }
})

test('a score is its weighted rates, and less is better where the set says so', () => {
  const fact = {
    ...(FACTS[0] as CaseFact),
    status: 'closed',
    receivedMs: MARCH.from,
    filedMs: MARCH.from,
    dueMs: MARCH.from + 1,
    crewId: 'one',
  }
  const good = {
    ...fact,
    handledMs: MARCH.from,
    closedMs: MARCH.from,
    postsDone: 127,
    postsLate: 0,
    reworks: 0,
    extensions: 0,
  }
  const bad = { ...good, id: 'bad', status: 'handled', closedMs: null, postsLate: POST_BITS.handle, reworks: 1 }
  const columns = columnsOf([good, bad])
  const [group] = evaluate(columns, { by: 'all', span: MARCH, scope: undefined, formulas, addressOf: () => '' })
  // 处置率 1 × 30 + 按期处置率 ½ × 20 + (1 − 返工率 ½) × 20 + (1 − 超期待处置率 0) × 20 + (1 − 延期率 0) × 10
  expect(group?.scores).toEqual([{ score: 'unit', value: 80, grade: 'B' }])
})

test('nothing counted is no rate, no score and no grade', () => {
  const [group] = evaluate(new FactColumns(), {
    by: 'all',
    span: MARCH,
    scope: undefined,
    formulas,
    addressOf: () => '',
  })
  expect(group?.rates.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, () => null))
  expect(group?.scores).toEqual([{ score: 'unit', value: null, grade: null }])
})

test('bit i is what is listed i-th', () => {
  expect(Object.entries(BIT)).toEqual(CountId.options.map((id, index) => [id, 1 << index]))
})

test('a newer state of a case takes the place of the one before', () => {
  const columns = columnsOf(FACTS)
  for (const fact of FACTS.slice(0, 50)) columns.put({ ...fact, status: 'void', source: 'reception' })
  expect(columns.count).toBe(FACTS.length)
  const [group] = countGroups(columns, { by: 'all', span: MARCH, scope: undefined }).values()
  const now = FACTS.map((fact, index) => (index < 50 ? { ...fact, status: 'void', source: 'reception' } : fact))
  expect(group?.['filed-right']).toBe(now.filter((fact) => HOLDS['filed-right'](fact, MARCH)).length)
})

test('a person sees the figures of their own area, contractor or crew only', () => {
  const columns = columnsOf(FACTS)
  const count = (scope: { areas: string[]; contractor?: string; crewId?: string }) => {
    const whole = { contractor: null, crewId: null, ...scope }
    return countGroups(columns, { by: 'all', span: MARCH, scope: whole }).get('all')?.received
  }
  const march = FACTS.filter((fact) => HOLDS.received(fact, MARCH))
  const among = (holds: (fact: CaseFact) => boolean) => march.filter(holds).length
  expect(count({ areas: ['540626'] })).toBe(march.length)
  expect(count({ areas: ['540626100002'] })).toBe(
    among(({ unitGrid }) => unitGrid?.startsWith('540626100002') ?? false),
  )
  expect(count({ areas: ['540626'], contractor: 'contractor-1' })).toBe(
    among((one) => one.contractor === 'contractor-1'),
  )
  expect(count({ areas: ['540626'], crewId: 'crew-3' })).toBe(among(({ crewId }) => crewId === 'crew-3'))
  expect(count({ areas: ['540626'], crewId: 'crew-99' })).toBe(0)
})

test('a period is reckoned with the formulas in force when it began', () => {
  const april = { ...formulas, version: 2, validFrom: '2025-04-01T00:00:00+08:00' }
  expect(formulasAt([formulas, april], MARCH.from).version).toBe(1)
  expect(formulasAt([formulas, april], MARCH.to).version).toBe(2)
  expect(formulasAt([april], MARCH.from).version).toBe(2)
})

test('before March comes February, and before seven days come seven', () => {
  expect(spanBefore(MARCH)).toEqual({
    from: ms('2025-02-01T00:00:00+08:00'),
    to: MARCH.from,
    asOf: MARCH.asOf - (MARCH.from - ms('2025-02-01T00:00:00+08:00')),
  })
  const week = { from: ms('2025-03-03T00:00:00+08:00'), to: ms('2025-03-10T00:00:00+08:00'), asOf: MARCH.asOf }
  expect(spanBefore(week).from).toBe(ms('2025-02-24T00:00:00+08:00'))
  expect(yearBefore(MARCH)).toMatchObject({
    from: ms('2024-03-01T00:00:00+08:00'),
    to: ms('2024-04-01T00:00:00+08:00'),
  })
  const leap = { from: ms('2024-02-29T00:00:00+08:00'), to: ms('2024-03-01T00:00:00+08:00'), asOf: MARCH.asOf }
  expect(yearBefore(leap).from).toBe(ms('2023-02-28T00:00:00+08:00'))
})
