import { beforeAll, expect, test } from 'vitest'
import { makeCangshan } from '../../../data/cities/cangshan/make-cangshan.ts'
import { makeCangshanRecords } from '../../../data/cities/cangshan/records/make-records.ts'
import type { MadeCity, MadeRecord } from '../../../data/cities/city.ts'
import { Asset } from '../../../server/contract/asset.ts'
import { Case } from '../../../server/contract/case.ts'
import { Inspection } from '../../../server/contract/inspection.ts'

const NOW = '2026-11-22T11:40:00+08:00'
const SCHEMAS = { case: Case, inspection: Inspection, asset: Asset }

let city: MadeCity
let records: MadeRecord[]
const make = () => makeCangshanRecords({ ...city, seed: 5, now: NOW })
beforeAll(() => {
  city = makeCangshan({ assets: 100_000 })
  records = make()
}, 120_000)

test('sixty days of a district, in the order of time, none of them later than now', () => {
  expect(records.length).toBeGreaterThan(20_000)
  expect(records.length).toBeLessThan(50_000)
  const times = records.map(({ at }) => at)
  expect(times).toEqual([...times].sort())
  expect(times[0]?.slice(0, 10)).toBe('2026-09-24')
  expect((times.at(-1) ?? '') <= NOW).toBe(true)
})

test('every record is a whole state that the contract knows, of a thing that is there', () => {
  const ids = new Set(city.assets.map(({ id }) => id))
  const faults = records.filter(({ entity, entityId, after }) => {
    const parsed = SCHEMAS[entity].safeParse(after)
    return !parsed.success || (entity === 'asset' && !ids.has(entityId))
  })
  expect(faults.slice(0, 3)).toEqual([])
})

test('nothing in it is of the high-valley town', () => {
  const words = records.filter(({ after }) => /540626|made:suo|冰|牛群|藏/.test(JSON.stringify(after)))
  expect(words.slice(0, 3)).toEqual([])
})

test('some places have the same trouble again and again', () => {
  const reports = new Map<string, number>()
  for (const { kind, after } of records)
    if (kind === 'case-received') {
      const key = `${after.problem} ${after.assetId ?? after.address}`
      reports.set(key, (reports.get(key) ?? 0) + 1)
    }
  expect([...reports.values()].filter((count) => count >= 4).length).toBeGreaterThan(20)
})

test('the same plan makes the same bytes', () => {
  expect(JSON.stringify(make())).toBe(JSON.stringify(records))
})
