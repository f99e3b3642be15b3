import { expect, test } from 'vitest'
import type { MadeAsset } from '../../../data/cities/city.ts'
import { dayOf } from '../../../data/cities/suo/records/clock.ts'
import { dredgingsOf } from '../../../data/cities/suo/records/dredge-drains.ts'
import { monthsBefore } from '../../../data/cities/town/dates.ts'
import { listDredging } from '../../../server/insight/drains/dredging.ts'

const drain = (road: number, number: number): MadeAsset => ({
  ...{ id: `drain-${road}-${number}`, layer: 'drains', name: `${road}-${number}`, status: 'normal', code: '01004' },
  geometry: { type: 'Point', coordinates: [93.785, 31.886] },
  fields: {
    road: `${road} 路`,
    lowPlace: number % 8 === 0,
    dredgeCycleMonths: number % 8 === 0 ? 6 : 12,
    dredgedOn: '2023-06-01',
  },
})
const DRAINS = Array.from({ length: 1_600 }, (_, i) => drain(i % 80, Math.floor(i / 80)))
const RULES = { cycleMonths: 12, warnDays: 30, source: '演示' } as Parameters<typeof listDredging>[2]

const lived = (until: string, seed = 20317, drains = DRAINS) => {
  const dredged = new Map<string, string>()
  const of = dredgingsOf({ layer: () => [...drains] }, seed)
  for (let day = dayOf('2025-01-01'); day <= dayOf(until); day++)
    for (const { assetId, fields } of of(day)) dredged.set(assetId, String(fields.dredgedOn))
  return dredged
}

const overdueShare = (until: string): number => {
  const dredged = lived(until)
  const rows = DRAINS.map(({ id, name, fields, status }) => ({
    ...{
      id,
      name,
      status,
      kind: 'inlet' as const,
      road: String(fields.road),
      location: [93.7, 31.8] as [number, number],
    },
    ...{ dredgedOn: dredged.get(id) ?? '2023-06-01', cycleMonths: Number(fields.dredgeCycleMonths) },
  }))
  return listDredging(rows, until, RULES).total / rows.length
}

test('at any season some tenth to a third of the drains are overdue, and in November 10 to 25 %', () => {
  for (const day of ['2026-11-20', '2027-11-20', '2028-11-01']) {
    expect([day, overdueShare(day) > 0.1]).toEqual([day, true])
    expect([day, overdueShare(day) < 0.25]).toEqual([day, true])
  }
  for (const day of ['2026-08-01', '2027-02-01', '2027-06-30', '2027-09-15']) {
    expect([day, overdueShare(day) > 0.05]).toEqual([day, true])
    expect([day, overdueShare(day) < 0.34]).toEqual([day, true])
  }
})

test('the same seed dredges the same drains on the same days, whatever the day until which it is told', () => {
  const whole = lived('2026-11-20')
  expect([...lived('2026-11-20')]).toEqual([...whole])
  expect([...lived('2026-11-20', 8)]).not.toEqual([...whole])
  const before = lived('2026-05-20')
  for (const [id, day] of before) expect([id, (whole.get(id) ?? '') >= day]).toEqual([id, true])
})

test('no drain is left out year after year: in the third year after its dredging hardly any is waiting', () => {
  const old = [...lived('2028-11-20').values()].filter((day) => day < '2026-11-20')
  expect(old.length / DRAINS.length).toBeLessThan(0.02)
  expect(lived('2028-11-20').size).toBe(DRAINS.length)
})

test('what waits for a case is not dredged on the round, and what is known to be due was not since 2025', () => {
  const odd = DRAINS.map((one, i) => ({ ...one, status: i < 200 ? 'clogged' : i < 400 ? 'dredge-due' : 'normal' }))
  const dredged = lived('2026-11-20', 20317, odd)
  expect(odd.slice(0, 200).some(({ id }) => dredged.has(id))).toBe(false)
  expect(odd.slice(200, 400).every(({ id }) => (dredged.get(id) ?? '2025').startsWith('2025'))).toBe(true)
})

test('days of so many months before are days of the calendar', () => {
  expect([
    monthsBefore('2026-11-30', 0, 0),
    monthsBefore('2026-03-31', 1, 0),
    monthsBefore('2026-01-05', 12, 7),
  ]).toEqual([...['2026-11-28', '2026-02-28', '2024-12-29']])
})
