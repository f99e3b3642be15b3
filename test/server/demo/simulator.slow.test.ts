import { expect, test } from 'vitest'
import { actOnCase } from '../../../server/cases/act-on-case.ts'
import { caseById } from '../../../server/cases/case-store.ts'
import { openCaseNeeds } from '../../../server/cases/open-case-needs.ts'
import { metresBetween } from '../../../server/city/distance.ts'
import { ENDED } from '../../../server/contract/case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { allCrews } from '../../../server/crews/crew-store.ts'
import { mostOpen } from '../../../server/demo/plan-tick.ts'
import { historyOf } from '../../../server/store/read-log.ts'
import { onEachEngine } from '../../support/engines.ts'
import { complaint, SUO } from '../../support/entries.ts'
import { type DemoTown, demoTown } from './demo-town.ts'

const positions = ({ city }: DemoTown) =>
  city.store.db.selectFrom('crew_positions').selectAll().orderBy('crew_id').orderBy('at_ms').execute()

test('in 2,000 ticks no step is refused, cases come and reach their end, and some come back', {
  timeout: 400_000,
}, async () => {
  const town = await demoTown()
  const crews = (await allCrews(town.city.store.db, SUO)).length
  for (let part = 0; part < 10; part++) {
    await town.pass(200)
    expect((await town.open()).length).toBeLessThanOrEqual(mostOpen(crews))
  }
  expect(town.refused).toEqual([])
  const steps = await town.steps()
  const count = (kind: string): number => steps.get(`case-${kind}`) ?? 0
  expect(count('received')).toBeGreaterThan(250)
  expect(count('closed')).toBeGreaterThan(200)
  for (const kind of ['refused', 'check-asked', 'checked', 'reworked', 'sent-back', 'extension-requested', 'joined'])
    expect(count(kind), kind).toBeGreaterThan(0)
  for (const kind of ['request-approved', 'suspension-requested', 'resumed', 'acknowledged', 'photo-added'])
    expect(count(kind), kind).toBeGreaterThan(0)
  const late = await town.city.store.db
    .selectFrom('cases')
    .select('id')
    .where('city', '=', SUO)
    .where('posts_late', '>', 0)
    .execute()
  expect(late.length).toBeGreaterThan(0)
  const people = await town.city.store.db
    .selectFrom('log')
    .select('actor')
    .distinct()
    .where('entity', '=', 'case')
    .execute()
  expect(people.every(({ actor }) => actor.startsWith('person:'))).toBe(true)
})

test('crews drive on the roads, never faster than 80 km/h, and an arrived photo says where it was taken', async () => {
  const town = await demoTown()
  await town.pass(300)
  const rows = await positions(town)
  const roads = town.city.memory.layer('roads')
  expect(rows.length).toBeGreaterThan(500)
  let [moved, before] = [0, rows[0]]
  for (const row of rows) {
    const place: LngLat = [row.lng, row.lat]
    expect(roads?.nearest(place, 1)[0]?.metres).toBeLessThan(30)
    if (before && before.crew_id === row.crew_id && row.at_ms > before.at_ms) {
      const metres = metresBetween([before.lng, before.lat], place)
      moved += metres
      expect((metres / (row.at_ms - before.at_ms)) * 3_600).toBeLessThan(80)
    }
    before = row
  }
  expect(moved).toBeGreaterThan(20_000)
  const photos = await town.city.store.db
    .selectFrom('cases')
    .select('state')
    .where('state', 'like', '%"after"%')
    .execute()
  const warnings = photos.flatMap(({ state }) =>
    JSON.parse(state).photos.map((photo: { warnings: string[] }) => photo.warnings),
  )
  expect(warnings.length).toBeGreaterThan(5)
  expect(warnings.filter((of) => of.length === 0).length / warnings.length).toBeGreaterThan(0.85)
})

onEachEngine((_, engine) => {
  test('after a restart it goes on from what is open in the store, the records of the past too', async () => {
    const past = complaint(1, { status: 'dispatched', receivedAt: '2026-11-20T09:00:00+08:00' })
    const town = await demoTown({ engine, cases: [past], speed: 200 })
    await town.pass(80)
    const before = await town.open()
    expect(before.length).toBeGreaterThan(5)
    await town.restart()
    await town.pass(500)
    const states = await Promise.all(before.map(({ id }) => caseById(town.city.store.db, SUO, id)))
    const ended = states.filter((state) => state && ENDED.includes(state.status))
    expect(ended.length / before.length).toBeGreaterThan(0.8)
    expect((await caseById(town.city.store.db, SUO, past.id))?.status).toBe('closed')
    expect(town.refused).toEqual([])
  })
})

test('a case that somebody works on by hand is theirs for ten minutes, then it goes on', async () => {
  const town = await demoTown()
  const find = async () => (await town.open()).find(({ status }) => status === 'filed')?.id
  let id = await find()
  for (let tries = 0; tries < 60 && id === undefined; tries++) {
    await town.pass(5)
    id = await find()
  }
  if (id === undefined) throw new Error('nothing was filed')
  const { city, now } = town
  const needs = openCaseNeeds({ ...city, ...city.parts, now })
  const hand = {
    ...{ id: 'person:hand', name: '手工', roles: ['supervisor' as const] },
    scope: { areas: [SUO], contractor: null, crewId: null },
  }
  await actOnCase({ id, action: 'dispatch', input: { crewId: 'demo-order-1' } }, { actor: hand }, needs)
  const steps = () => historyOf(city.store.db, { city: SUO, entity: 'case', entityId: id, limit: 50 })
  const standing = (await steps()).length
  await town.pass(190)
  expect((await steps()).length).toBe(standing)
  await town.pass(150)
  expect((await steps()).length).toBeGreaterThan(standing)
  expect(town.refused).toEqual([])
})

test('at the end of a shift a crew drives home and goes off duty, and what it had not begun goes to another', async () => {
  const town = await demoTown({ start: '2026-11-23T19:50:00+08:00' })
  const onDuty = async () => {
    const { crews } = await (await town.city.as('supervisor')).json('/api/crews')
    return crews.filter((crew: { onDuty: boolean }) => crew.onDuty).map((crew: { id: string }) => crew.id)
  }
  await town.pass(150)
  expect(await onDuty()).toContain('demo-order-1')
  await town.pass(250)
  const late = await onDuty()
  expect(late).not.toContain('demo-order-1')
  expect(late).toContain('demo-night-1')
  expect(town.refused).toEqual([])
})
