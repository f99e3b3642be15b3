import { expect, test } from 'vitest'
import type { ReplacementRules } from '../../../../server/contract/replacement.ts'
import { type AgingThing, rankOld } from '../../../../server/insight/replacement/rank-old.ts'

const RULES: ReplacementRules = {
  ...{
    faultMonths: 24,
    plusFaults: 0,
    powers: { faults: 1, age: 1, cost: 1 },
    source: 'made',
    formula: { zh: '式', en: 'f' },
  },
  layers: [
    {
      ...{ layer: 'streetlights', ageField: 'installedOn', lifeYears: 12, costYuan: 3_000 },
      costBy: { field: 'lampType', yuan: { sodium: 2_000 } },
    },
    { layer: 'light-cabinets', ageField: 'installedOn', lifeYears: 15, costYuan: 26_000 },
  ],
}
const thing = (id: string, faults: number, installedOn: string | null, of: Partial<AgingThing> = {}): AgingThing => ({
  ...{ id, layer: 'streetlights', name: id, location: [93.78, 31.88], faults, fields: { installedOn }, ...of },
})

test('the list goes by faults × age × cost, with stable ties, and is the same however the things come', () => {
  const things = [
    thing('a', 2, '2016-05-01'),
    thing('b', 3, '2016-05-01', { fields: { installedOn: '2016-05-01', lampType: 'sodium' } }),
    thing('c', 1, '2021-04-30', { layer: 'light-cabinets' }),
    thing('d', 0, '1990-01-01'),
    thing('e', 5, null),
    thing('z', 9, '2000-01-01', { layer: 'bins' }),
  ]
  const { rows, unknownAge } = rankOld(things, '2026-05-01', RULES)
  expect(rows.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd'])
  expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
  expect(rows[1]?.score).toBeCloseTo(2 * 9.9986 * 3_000, -2)
  expect(rows[1]?.score).toBe(rows[2]?.score)
  expect(rows[3]).toMatchObject({ score: 0, beyondLife: true })
  expect(unknownAge).toBe(1)
  expect(rankOld([...things].reverse(), '2026-05-01', RULES)).toEqual({ rows, unknownAge })
})

test('the powers of the rules weigh', () => {
  const things = [thing('a', 1, '2006-05-01'), thing('b', 3, '2016-05-01')]
  const first = (powers: ReplacementRules['powers']) => rankOld(things, '2026-05-01', { ...RULES, powers }).rows[0]?.id
  expect(first({ faults: 1, age: 1, cost: 1 })).toBe('b')
  expect(first({ faults: 1, age: 2, cost: 1 })).toBe('a')
})

test('a thing without a fault still ages, by years of 365.25 days; one of tomorrow has no age yet', () => {
  const rules = { ...RULES, plusFaults: 0.5 }
  const { rows } = rankOld([thing('a', 0, '2006-05-01'), thing('b', 1, '2026-06-01')], '2026-05-01', rules)
  // Twenty years are 7305 days, five of them leap days.
  expect(rows).toMatchObject([
    { id: 'a', ageYears: 20, score: 0.5 * 20 * 3_000 },
    { id: 'b', ageYears: 0, score: 0, beyondLife: false },
  ])
})
