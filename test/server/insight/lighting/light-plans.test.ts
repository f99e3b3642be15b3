import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import type { LightingRules } from '../../../../server/contract/lighting.ts'
import { lastNight, lightingYear, nightOf } from '../../../../server/insight/lighting/nights.ts'
import { planDimming } from '../../../../server/insight/lighting/plan-dimming.ts'

const SUO: LngLat = [93.785, 31.886]
const TROMSO: LngLat = [18.9553, 69.6492]
const HOUR_MS = 3_600_000
const RULES: LightingRules = {
  ...{ rules: [], standard: '', patrolMetres: 150, patrolShare: 0.5, tariffYuanPerKwh: 0.6, source: 'made' },
  lampTypes: {
    led: { name: { zh: 'LED', en: 'LED' }, powerTimes: 1, dimmable: true },
    sodium: { name: { zh: '钠灯', en: 'Sodium' }, powerTimes: 1.1, dimmable: false },
  },
}

test('a year has a night for each of its days, from sunset to the next sunrise with what is set off', () => {
  const plain = lightingYear(2024, SUO, { onMinutes: 0, offMinutes: 0 })
  expect(plain.nights).toHaveLength(366)
  expect(plain.nights.at(-1)).toMatchObject({ date: '2024-12-31', off: expect.stringMatching(/^2025-01-01T00:4/) })
  // A little less than half of a year: the sun's rim and the air's bending make days longer than nights.
  expect(plain.hours).toBeGreaterThan(366 * 11.7)
  expect(plain.hours).toBeLessThan(366 * 12)
  const later = lightingYear(2024, SUO, { onMinutes: 10, offMinutes: -5 })
  expect(later.hours).toBeCloseTo(plain.hours - 366 / 4, 6)
  const [night] = later.nights
  expect(Date.parse(night?.on ?? '') - Date.parse(night?.sunset ?? '')).toBe(600_000)
})

test('in a polar day lamps stay off, and in a polar night they burn from noon to noon', () => {
  const { nights } = lightingYear(2026, TROMSO, { onMinutes: 15, offMinutes: 0 })
  const of = (date: string) => nights.find((night) => night.date === date)
  expect(of('2026-06-21')).toMatchObject({ sunset: null, on: null, off: null, hours: 0 })
  expect(of('2026-12-21')).toMatchObject({ sunset: null, sunrise: null })
  expect(of('2026-12-21')?.hours).toBeCloseTo(23.75, 1)
  expect(nights.every(({ hours }) => hours >= 0 && hours <= 24.1)).toBe(true)
})

test('the last night is the one that is over', () => {
  const { date, toMs } = lastNight(Date.parse('2026-05-01T12:00:00+08:00'), '2026-05-01', SUO)
  expect(date).toBe('2026-04-30')
  expect(lastNight(toMs - 1, '2026-05-01', SUO).date).toBe('2026-04-29')
  expect(nightOf('2026-04-30', SUO).toMs).toBe(toMs)
})

test('dimming saves power times hours times what is turned down, of the lamps that can be', () => {
  const lamps = [
    { lampType: 'led', roadClass: 'main', powerW: 100 },
    { lampType: 'led', roadClass: 'lane', powerW: 50 },
    { lampType: 'led', roadClass: 'main', powerW: null },
    { lampType: 'sodium', roadClass: 'main', powerW: 250 },
  ]
  const asked = { year: 2026, offsets: { onMinutes: 0, offMinutes: 0 }, from: '23:30', to: '05:30', percent: 40 }
  const plan = planDimming(lamps, asked, { at: SUO, rules: RULES })
  // Dark the whole year from half past eleven to half past five at Suo.
  expect(plan.dimmedHours).toBeCloseTo(365 * 6, 6)
  expect(plan.savedKwh).toBeCloseTo(0.15 * 365 * 6 * 0.6, 6)
  expect(plan.savedYuan).toBeCloseTo(plan.savedKwh * 0.6, 9)
  expect(plan.tariffAssumed).toBe(true)
  expect(plan.byType).toMatchObject([
    { lampType: 'sodium', lamps: 1, dimmed: 0, kw: 0.275, savedKwh: 0 },
    { lampType: 'led', lamps: 3, unknownPower: 1, dimmed: 2, kw: expect.closeTo(0.15, 9) },
  ])
  expect(plan.kwh).toBeCloseTo(0.425 * plan.hours, 6)
  const mainOnly = planDimming(
    lamps,
    { ...asked, roadClasses: ['main'], tariffYuanPerKwh: 1 },
    { at: SUO, rules: RULES },
  )
  expect(mainOnly.savedYuan).toBeCloseTo(0.1 * 365 * 6 * 0.6, 6)
  expect(mainOnly.tariffAssumed).toBe(false)
})

test('nothing is turned down behind dawn or ahead of dusk', () => {
  const asked = { year: 2026, offsets: { onMinutes: 0, offMinutes: 0 }, from: '00:00', to: '12:00', percent: 0 }
  const { dimmedHours } = planDimming([], asked, { at: SUO, rules: RULES })
  const afterMidnight = lightingYear(2026, SUO, asked.offsets).nights.map(
    ({ date, off }) => (Date.parse(off ?? '') - Date.parse(`${date}T16:00:00Z`)) / HOUR_MS,
  )
  expect(dimmedHours).toBeCloseTo(
    afterMidnight.reduce((sum, hours) => sum + hours, 0),
    3,
  )
})

test('a type that a plan names is turned down whatever the rules say of it, with what its ballast takes', () => {
  const lamps = [
    { lampType: 'led', roadClass: 'main', powerW: 100 },
    { lampType: 'sodium', roadClass: 'main', powerW: 250 },
  ]
  const asked = { year: 2026, offsets: { onMinutes: 0, offMinutes: 0 }, from: '23:30', to: '05:30', percent: 80 }
  const plan = planDimming(lamps, { ...asked, lampTypes: ['sodium'] }, { at: SUO, rules: RULES })
  expect(plan.byType).toMatchObject([
    { lampType: 'sodium', dimmed: 1, savedKwh: expect.closeTo(0.275 * 365 * 6 * 0.2, 6) },
    { lampType: 'led', dimmed: 0, savedKwh: 0 },
  ])
})

test('in a polar night a span counts that began the day before', () => {
  const asked = { year: 2026, offsets: { onMinutes: 0, offMinutes: 0 }, percent: 0 }
  const at = { at: TROMSO, rules: RULES }
  const long = planDimming([], { ...asked, from: '20:00', to: '19:00' }, at)
  const hour = planDimming([], { ...asked, from: '19:00', to: '20:00' }, at)
  expect(long.dimmedHours + hour.dimmedHours).toBeCloseTo(long.hours, 6)
})

test('lamps that go on later and off sooner burn, and are turned down, for so much less', () => {
  const asked = { year: 2026, from: '18:00', to: '06:00', percent: 0 }
  const plan = (onMinutes: number, offMinutes: number) =>
    planDimming([], { ...asked, offsets: { onMinutes, offMinutes } }, { at: SUO, rules: RULES })
  const [plain, later] = [plan(0, 0), plan(30, -30)]
  expect(plain.hours - later.hours).toBeCloseTo(365, 6)
  // The sun sets at Suo after 18:00 all year: what is turned down begins when the lamps go on.
  expect(plain.dimmedHours - later.dimmedHours).toBeCloseTo(365 / 2, 6)
})
