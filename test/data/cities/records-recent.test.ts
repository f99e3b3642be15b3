import { describe, expect, test } from 'vitest'
import { dayOf, dayOfInstant, isWorkingDay } from '../../../data/cities/suo/records/clock.ts'
import { findHotSpots } from '../../../data/cities/suo/records/hot-spots.ts'
import { makeRecords } from '../../../data/cities/suo/records/make-records.ts'
import { readTown } from '../../../data/cities/suo/records/town.ts'
import { Asset } from '../../../server/contract/asset.ts'
import { Case, CaseSource, COMPLAINT_SOURCES } from '../../../server/contract/case.ts'
import { Inspection } from '../../../server/contract/inspection.ts'
import { smallTown } from './small-town.ts'

const city = smallTown()
const NOW = '2026-11-20T10:20:00+08:00'
const SINCE = '2026-09-22'
const records = makeRecords({ assets: city.assets, centre: city.centre, area: city.area, seed: 7, now: NOW })
const latest = new Map(records.map((row) => [row.entityId, row]))
const of = (entity: string) => [...latest.values()].filter((row) => row.entity === entity).map(({ after }) => after)
const cases = of('case').map((after) => Case.parse(after))
const inspections = of('inspection').map((after) => Inspection.parse(after))
const recent = cases.filter(({ receivedAt }) => receivedAt >= SINCE)
const visits = inspections.filter(({ at }) => at >= SINCE)
const town = readTown(city.assets, city.centre)
const complaint = ({ source }: Case) => COMPLAINT_SOURCES.includes(source)
const open = ({ status }: Case) => status !== 'closed' && status !== 'unsolved'
const perDay = (instants: string[], working: boolean) => {
  const days = new Set<number>()
  for (let day = dayOfInstant(Date.parse(`${SINCE}T00:00:00+08:00`)); day < dayOfInstant(Date.parse(NOW)); day++) {
    if (isWorkingDay(day) === working) days.add(day)
  }
  return instants.filter((at) => days.has(dayOfInstant(Date.parse(at)))).length / days.size
}

describe('the last 60 days', () => {
  test('have 15 to 25 cases and 20 to 40 stops of inspections on a working day', () => {
    const count = perDay(
      recent.map(({ receivedAt }) => receivedAt),
      true,
    )
    expect(count).toBeGreaterThan(15)
    expect(count).toBeLessThan(25)
    const stops = perDay(
      visits.map(({ at }) => at),
      true,
    )
    expect(stops).toBeGreaterThan(20)
    expect(stops).toBeLessThan(40)
  })

  test('have a weekly rhythm: patrols rest on days off, complaints hardly do', () => {
    const at = visits.map((visit) => visit.at)
    expect(perDay(at, true) / perDay(at, false)).toBeGreaterThan(1.8)
    const heard = recent.filter(complaint).map(({ receivedAt }) => receivedAt)
    const ratio = perDay(heard, true) / perDay(heard, false)
    expect(ratio).toBeGreaterThan(0.75)
    expect(ratio).toBeLessThan(1.6)
  })

  test('have a daily rhythm: hardly anything before dawn, a hotline in the evening', () => {
    const hour = ({ receivedAt }: Case) => Number(receivedAt.slice(11, 13))
    expect(recent.filter((one) => hour(one) < 6).length / recent.length).toBeLessThan(0.05)
    const evening = recent.filter((one) => complaint(one) && hour(one) >= 19)
    expect(evening.length / recent.filter(complaint).length).toBeGreaterThan(0.12)
    const found = recent.filter(({ source, code }) => source === 'patrol' && code === '09005')
    expect(found.every((one) => hour(one) >= 8 && hour(one) < 18)).toBe(true)
  })

  test('hear every source, the hotline and the patrols most', () => {
    const shares = new Map(CaseSource.options.map((source) => [source, 0]))
    for (const { source } of recent) shares.set(source, (shares.get(source) ?? 0) + 1 / recent.length)
    expect([...shares].filter(([, share]) => share === 0)).toEqual([])
    expect(
      [...shares]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 2)
        .map(([source]) => source)
        .sort(),
    ).toEqual(['hotline-12345', 'patrol'])
  })

  test('come back to eight places, three times and more to each over more than a month', () => {
    const hot = findHotSpots(town, 7, dayOf(SINCE), dayOf(NOW.slice(0, 10)))
    expect(hot).toHaveLength(8)
    for (const { problem, spot } of hot) {
      const [x, y] = town.plane(spot.location)
      const there = ({ location }: Case) => Math.hypot(town.plane(location)[0] - x, town.plane(location)[1] - y) < 9
      const again = recent.filter((one) => one.problem === problem && there(one)).map(({ receivedAt }) => receivedAt)
      expect(again.length, problem).toBeGreaterThanOrEqual(3)
      expect(Date.parse(again.at(-1) ?? '') - Date.parse(again[0] ?? ''), problem).toBeGreaterThan(30 * 86_400_000)
    }
  })

  test('have back streets that complain and that nobody inspects', () => {
    const there = ({ unitGrid }: { unitGrid: string | null }) => unitGrid !== null && town.hidden.has(unitGrid)
    expect(town.hidden.size).toBeGreaterThanOrEqual(6)
    const heard = recent.filter(complaint)
    expect(heard.filter(there).length / heard.length).toBeGreaterThan(0.18)
    expect(inspections.filter(there)).toEqual([])
    expect(cases.filter(there).filter(({ source }) => source === 'patrol')).toEqual([])
  })

  test('leave open cases in every status, most of them new and some old', () => {
    const left = cases.filter(open)
    expect(new Set(left.map(({ status }) => status))).toEqual(new Set(['received', 'filed', 'dispatched', 'handled']))
    const days = left.map(({ receivedAt }) => (Date.parse(NOW) - Date.parse(receivedAt)) / 86_400_000)
    expect(days.filter((age) => age < 4).length).toBeGreaterThan(left.length / 2)
    expect(days.some((age) => age > 10)).toBe(true)
    expect(left.length).toBeLessThan(120)
  })

  test('are thick where the town is busy and thin elsewhere: a tenth of the unit grids has over a third of the complaints', () => {
    const heard = recent.filter(complaint)
    const counts = new Map<string, number>()
    for (const { unitGrid } of heard) if (unitGrid) counts.set(unitGrid, (counts.get(unitGrid) ?? 0) + 1)
    const grids = city.assets.filter(({ layer }) => layer === 'unit-grids').length
    const top = [...counts.values()].sort((a, b) => b - a).slice(0, Math.round(grids / 10))
    expect(top.reduce((sum, count) => sum + count, 0) / heard.length).toBeGreaterThan(0.36)
  })
})

describe('places and things', () => {
  test('every case and inspection lies in the bounds, in the unit grid that it names', () => {
    const [west, south, east, north] = city.bounds
    for (const { location, unitGrid } of [...cases, ...inspections]) {
      expect(location[0] >= west && location[0] <= east && location[1] >= south && location[1] <= north).toBe(true)
      expect(unitGrid).toBe(town.unitGridAt(location))
    }
    expect(cases.filter(({ unitGrid }) => unitGrid === null).length / cases.length).toBeLessThan(0.1)
  })

  test('a case about a thing names one that is there', () => {
    const known = new Set(city.assets.map(({ id }) => id))
    const about = cases.flatMap(({ assetId }) => (assetId === null ? [] : [assetId]))
    expect(about.length).toBeGreaterThan(cases.length / 3)
    expect(about.filter((id) => !known.has(id))).toEqual([])
  })

  test('a lamp is dark exactly while a case about it waits for its repair, at any time', () => {
    const dark = new Set<string>()
    const waiting = new Map<string, string>()
    let most = 0
    let changed = false
    for (const [i, { at, entity, entityId, after }] of records.entries()) {
      if (entity === 'asset' && after.layer === 'streetlights') {
        changed = true
        if (after.status === 'fault' || after.status === 'reported') dark.add(entityId)
        else dark.delete(entityId)
      }
      if (entity === 'case' && after.code === '01037') {
        changed = true
        if (['received', 'filed', 'dispatched'].includes(`${after.status}`)) waiting.set(entityId, `${after.assetId}`)
        else waiting.delete(entityId)
      }
      most = Math.max(most, dark.size)
      // Only when all rows of an instant are in.
      if (!changed || records[i + 1]?.at === at) continue
      changed = false
      expect(dark).toEqual(new Set(waiting.values()))
    }
    expect(most).toBeGreaterThan(2)
  })

  test('an officer is counted once an outing', () => {
    const counted = visits.filter(({ officerTurns }) => officerTurns > 0)
    expect(counted.length / visits.length).toBeLessThan(0.25)
    for (const { officerTurns } of counted) expect(officerTurns).toBeLessThanOrEqual(6)
    expect(
      perDay(
        counted.map(({ at }) => at),
        true,
      ),
    ).toBeGreaterThan(2)
  })

  test('a venue tells when it was last inspected and what is still open there', () => {
    const venues = of('asset')
      .map((after) => Asset.parse(after))
      .filter(({ layer }) => layer === 'venues')
    expect(venues.length).toBeGreaterThan(50)
    for (const { id, fields, status } of venues) {
      const made = inspections.filter(({ venueId }) => venueId === id)
      const left = made.flatMap(({ hazards }) => hazards).filter(({ rectifiedAt }) => rectifiedAt === null)
      expect(fields.lastInspectedOn).toBe(
        made
          .map(({ at }) => at.slice(0, 10))
          .sort()
          .at(-1),
      )
      expect([fields.openHazards, status]).toEqual([left.length, left.length > 0 ? 'hazard' : 'normal'])
    }
  })
})
