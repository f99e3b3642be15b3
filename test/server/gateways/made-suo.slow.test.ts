import { describe, expect, test } from 'vitest'
import { makeSuo } from '../../../data/cities/suo/make-town.ts'
import { countFigures } from '../../../data/cities/suo/records/count-figures.ts'
import { FIGURES, SLACK } from '../../../data/cities/suo/records/figures-2024.ts'
import { makeRecords } from '../../../data/cities/suo/records/make-records.ts'
import { readTown } from '../../../data/cities/suo/records/town.ts'
import { Case, COMPLAINT_SOURCES } from '../../../server/contract/case.ts'
import { Inspection } from '../../../server/contract/inspection.ts'
import type { LogRow } from '../../../server/contract/log.ts'
import { writeMadeCity } from '../../../server/gateways/made/write-made-city.ts'
import { onEachEngine } from '../../support/engines.ts'

const NOW = '2026-11-20T10:20:00+08:00'
const SINCE = '2026-09-22'
const city = makeSuo()
const records = makeRecords({ assets: city.assets, centre: city.centre, area: city.area, seed: 20317, now: NOW })

onEachEngine((newPlace) => {
  test('every figure of the report of 2024 can be counted from the log of the made county', async () => {
    const store = await (await newPlace()).open()
    await writeMadeCity(store, city, records)
    const log: LogRow[] = []
    const more = () => store.readLog({ city: city.area, after: log.at(-1)?.seq ?? 0, limit: 5_000 })
    for (let rows = await more(); rows.length > 0; rows = await more()) log.push(...rows)
    expect(log).toHaveLength(1 + city.assets.length + records.length)
    const counts = countFigures(log)
    for (const { id, value, atLeast } of FIGURES) {
      expect(counts[id], id).toBeGreaterThanOrEqual(value)
      expect(counts[id], id).toBeLessThan(value + (atLeast ? SLACK : 1e-9))
    }
    expect((await store.verify(city.area)).ok).toBe(true)
  })
})

describe('the records of Suo', () => {
  const latest = new Map(records.map((row) => [row.entityId, row]))
  const of = (entity: string) => [...latest.values()].filter((row) => row.entity === entity).map(({ after }) => after)
  const cases = of('case').map((after) => Case.parse(after))
  const inspections = of('inspection').map((after) => Inspection.parse(after))
  const recent = cases.filter(({ receivedAt }) => receivedAt >= SINCE)
  const town = readTown(city.assets, city.centre)

  test('lie inside the bounds, nearly all in a unit grid', () => {
    const [west, south, east, north] = city.bounds
    for (const { location } of [...cases, ...inspections]) {
      expect(location[0] >= west && location[0] <= east && location[1] >= south && location[1] <= north).toBe(true)
    }
    expect(recent.filter(({ unitGrid }) => unitGrid === null).length / recent.length).toBeLessThan(0.04)
  })

  test('show three groups of back streets that complain and that nobody inspects', () => {
    const there = ({ unitGrid }: { unitGrid: string | null }) => unitGrid !== null && town.hidden.has(unitGrid)
    const heard = recent.filter(({ source }) => COMPLAINT_SOURCES.includes(source))
    expect(town.hidden.size).toBeGreaterThanOrEqual(12)
    expect(heard.filter(there).length / heard.length).toBeGreaterThan(0.1)
    expect(inspections.filter(there)).toEqual([])
  })

  test('are dense in few places: a tenth of the unit grids has over a third of the complaints', () => {
    const heard = recent.filter(({ source }) => COMPLAINT_SOURCES.includes(source))
    const counts = new Map<string, number>()
    for (const { unitGrid } of heard) if (unitGrid) counts.set(unitGrid, (counts.get(unitGrid) ?? 0) + 1)
    const top = [...counts.values()].sort((a, b) => b - a).slice(0, Math.round(town.layer('unit-grids').length / 10))
    expect(top.reduce((sum, count) => sum + count, 0) / heard.length).toBeGreaterThan(1 / 3)
  })

  test('name streets of the town', () => {
    const named = recent.filter(({ address }) => town.layer('roads').some(({ name }) => name && address.includes(name)))
    expect(named.length / recent.length).toBeGreaterThan(0.9)
  })
})
