import { expect, test } from 'vitest'
import { squareMetresOf } from '../../../server/contract/fence-shape.ts'
import { faultOfRing } from '../../../server/contract/geofence.ts'
import { loadDemoCrews } from '../../../server/demo/load-demo-crews.ts'
import { loadDemoFences } from '../../../server/demo/load-demo-fences.ts'
import { makeDemoFences } from '../../../server/demo/make-demo-fences.ts'
import { DEMO_CITIES } from '../../../server/demo-cities.ts'
import { allFences } from '../../../server/geofences/fence-store.ts'
import { crewsFolder } from '../../../server/make-demo-city.ts'
import { SUO } from '../../support/entries.ts'
import { testCity } from '../../support/test-city.ts'
import { metresEast, newFenceDesk, SQUARE } from './fence-desk.ts'

test('every demo city has fences that the server takes, and they concern crews that it has', async () => {
  for (const demo of DEMO_CITIES) {
    const fences = await loadDemoFences(crewsFolder(demo))
    const crews = new Set((await loadDemoCrews(crewsFolder(demo))).map(({ id }) => id))
    expect(new Set(fences.map(({ name }) => name)).size).toBe(fences.length)
    expect(fences.flatMap((fence) => fence.crews ?? []).filter((id) => !crews.has(id))).toEqual([])
    // From a junction to half a town.
    for (const { ring } of fences) {
      expect(squareMetresOf(ring)).toBeGreaterThan(5_000)
      expect(squareMetresOf(ring)).toBeLessThan(30_000_000)
    }
  }
})

test('the fences of a demo are drawn once: one that was ended does not come again', async () => {
  const city = await testCity()
  const needs = { area: SUO, store: city.store, now: () => new Date('2026-05-01T04:00:00Z') }
  const given = [{ name: '值守点', purpose: 'watch-post' as const, ring: SQUARE, crews: null }]
  await makeDemoFences(given, needs)
  const admin = await city.as('admin')
  const [drawn] = await allFences(city.store.db, SUO)
  expect(drawn?.fence).toMatchObject({ demo: true, name: '值守点' })
  const ended = await admin.patch(
    `/api/geofences/${drawn?.fence.id}`,
    { ended: true },
    { 'If-Match': `"${drawn?.seq}"` },
  )
  expect(ended.status).toBe(200)
  await makeDemoFences(given, needs)
  expect(await allFences(city.store.db, SUO)).toHaveLength(1)
})

test('what the log keeps of a crossing for ever names no person and no place', async () => {
  const desk = await newFenceDesk()
  await desk.fence()
  await desk.goDuty()
  await desk.tell(metresEast(-200))
  await desk.tell(metresEast(100))
  const rows = await desk.city.store.readLog({ city: SUO, after: 0, limit: 1_000 })
  const told = rows.filter(({ entity }) => entity === 'crossing')
  expect(told).toHaveLength(1)
  for (const { actor, after } of told) {
    expect(actor).toBe('system:geofences')
    expect(Object.keys(after as object).sort()).toEqual(
      ['areas', 'at', 'contractor', 'crewId', 'fenceId', 'inside', 'leftBy'].sort(),
    )
  }
})

test('the words of a ring that is refused are those of the one rule', () => {
  const [a, b, c, d] = SQUARE
  if (!a || !b || !c || !d) throw new Error('a square has four corners')
  expect(faultOfRing(SQUARE)).toBeUndefined()
  expect(faultOfRing([a, c, b, d, a])).toBe('crosses')
  expect(faultOfRing([a, b, c, d])).toBe('open')
  expect(faultOfRing([a, b, a])).toBe('too-few')
  expect(faultOfRing([a, a, b, c, a])).toBe('twice')
  expect(squareMetresOf(SQUARE)).toBeCloseTo(400 * 400.3, -3)
})
