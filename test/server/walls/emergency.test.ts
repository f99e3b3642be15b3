import { expect, test } from 'vitest'
import type { Case } from '../../../server/contract/case.ts'
import type { Clock } from '../../../server/contract/clock.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { WallEmergency, WallRemote } from '../../../server/contract/wall.ts'
import type { Client } from '../../support/client.ts'
import { NAME, PHONE, plant, reported } from '../../support/plant.ts'
import { report, wallCity } from './wall-city.ts'

const AT: LngLat = [93.785, 31.886]
const AREA = '540626100'
const at = (time: string): string => `2026-05-06T${time}:00+08:00`
const PERSON = '欧阳'

const clock = (id: string, of: Partial<Clock>): Clock => ({
  ...{ id, stage: id, ruleId: 'cover-hazard', ruleVersion: 1, limit: { value: 30, unit: 'minute' }, limitMinutes: 30 },
  ...{ startedAt: at('09:20'), warnAt: at('09:44'), dueAt: at('09:50'), endedAt: null, pausedAt: null, usedMinutes: 0 },
  ...of,
})

const hazard = (number: number, of: Partial<Case> = {}): Case =>
  reported(number, {
    ...{ code: '01003', problem: '井盖缺失', urgency: 'emergency', status: 'dispatched', location: AT },
    ...{ unitGrid: `${AREA}001001`, receivedAt: at('09:20'), acceptedAt: at('09:20'), filedAt: at('09:21') },
    ...{ conditionId: 'cover-hazard', conditionVersion: 1, dispatchedAt: at('09:22') },
    clocks: [clock('sign', {}), clock('sign#2', { stage: 'sign', dueAt: at('09:55') })],
    ...of,
  })

const CREW = {
  ...{ name: '市政一组（演示）', skills: ['drainage'], vehicle: { plate: '藏E·演示1', kind: '执法车' } },
  ...{ shift: { from: '08:00', to: '18:00' }, contractor: null, areas: [AREA], loadLimit: 8, headcount: 4 },
}

type City = Awaited<ReturnType<typeof wallCity>>

/** A crew on duty that tells where it is. */
async function crewOf({ city, now }: City): Promise<{ id: string; tell(location: LngLat): Promise<Response> }> {
  const { id } = (await (await (await city.as('supervisor')).post('/api/crews', CREW)).json()) as { id: string }
  const mate = await city.as('crew', { crewId: id })
  await mate.put(`/api/crews/${id}/duty`, { onDuty: true })
  const tell = (location: LngLat) =>
    mate.post(`/api/crews/${id}/positions`, { positions: [{ at: now().toISOString(), location }] })
  return { id, tell }
}

const read = async (who: Client, id: string): Promise<WallEmergency> =>
  WallEmergency.parse(await who.json(`/api/wall/emergencies/${id}`))

test('a wall is told the steps of an emergency, what the law asks for with its clocks, and the crew’s way along the roads', async () => {
  const parts = await wallCity({ cases: [hazard(1, { status: 'filed', dispatchedAt: null })] })
  const { city, wall, pass } = parts
  const before = await read(wall, 'case-0001')
  expect(before).toMatchObject({ className: { zh: '雨水井盖' }, thing: null, crew: null })
  expect(before.steps).toMatchObject({ received: at('09:20'), filed: at('09:21'), dispatched: null, arrived: null })
  expect(before.stages.map(({ stage, action, clock }) => [stage, action.zh, clock?.id])).toEqual([
    ['sign', '设置警示标志', 'sign#2'],
    ['replace', '补装更换', undefined],
  ])
  const crew = await crewOf(parts)
  await crew.tell([93.7889, 31.886])
  const sent = await (await city.as('supervisor')).post('/api/cases/case-0001/actions/dispatch', { crewId: crew.id })
  expect(sent.status).toBe(200)
  const told = await read(wall, 'case-0001')
  expect(told.crew).toMatchObject({ name: CREW.name, position: { location: [93.7889, 31.886], stale: false } })
  expect(told.crew?.way).toMatchObject({ along: 'roads' })
  expect(told.crew?.way?.metres).toBeGreaterThan(360)
  expect(told.crew?.way?.metres).toBeLessThan(380)
  expect(told.crew?.way?.line.at(-1)).toEqual(AT)
  expect(told.crew?.way?.minutes).toBeGreaterThan(0)

  pass(60)
  await crew.tell([93.7853, 31.886])
  const there = await read(wall, 'case-0001')
  expect([there.crew?.way, there.steps.arrived]).toEqual([null, new Date(at('09:31')).toISOString()])
  // It stays there in the record when the crew goes on.
  for (const _ of [1, 2]) {
    pass(300)
    await crew.tell([93.7889, 31.886])
    await read(wall, 'case-0001')
  }
  expect((await read(wall, 'case-0001')).steps.arrived).toBe(there.steps.arrived)
})

test('a place that was heard before the crew was sent is no arrival, and a silent crew has no fresh place', async () => {
  const parts = await wallCity({ cases: [hazard(1, { status: 'filed', dispatchedAt: null })] })
  const { city, wall, pass } = parts
  const crew = await crewOf(parts)
  await crew.tell(AT)
  pass(30)
  await crew.tell([93.7889, 31.886])
  pass(30)
  await (await city.as('supervisor')).post('/api/cases/case-0001/actions/dispatch', { crewId: crew.id })
  expect((await read(wall, 'case-0001')).steps.arrived).toBeNull()
  pass(10 * 60)
  expect((await read(wall, 'case-0001')).crew?.position).toMatchObject({ stale: true })
})

test('an emergency of nobody, of another street, and one that is none are not there; places only for who may read them', async () => {
  const parts = await wallCity({
    cases: [hazard(1, { status: 'filed', dispatchedAt: null }), hazard(2, { urgency: 'ordinary' })],
  })
  const { city, wall } = parts
  for (const id of ['none', 'case-0002'])
    expect(await wall.refusal(`/api/wall/emergencies/${id}`)).toMatchObject({ status: 404, code: 'unknown-emergency' })
  const other = await city.as('supervisor', { areas: ['540626101'] })
  expect((await other.refusal('/api/wall/emergencies/case-0001')).status).toBe(404)
  expect((await city.guest.refusal('/api/wall/emergencies/case-0001')).status).toBe(401)
  const crew = await crewOf(parts)
  await crew.tell([93.7889, 31.886])
  await (await city.as('supervisor')).post('/api/cases/case-0001/actions/dispatch', { crewId: crew.id })
  expect((await read(await city.as('planner'), 'case-0001')).crew).toMatchObject({ position: null, way: null })
  expect((await read(await city.as('commander'), 'case-0001')).crew?.way).not.toBeNull()
})

test('an emergency names nobody who reported it, no phone, no photo and no member of the staff (W14)', async () => {
  const photo = { id: 'p1', phase: 'before' as const, addedAt: at('09:21'), by: `person:${PERSON}`, warnings: [] }
  const cases = [hazard(1, { photos: [photo], acknowledgedBy: `person:${PERSON}` })]
  const { city, wall } = await wallCity({ cases })
  await plant(city, cases)
  const text = JSON.stringify(await wall.json('/api/wall/emergencies/case-0001'))
  expect(text).toContain('雨水井盖')
  for (const secret of [NAME, PHONE, PHONE.slice(3, 7), PERSON, 'person:', 'p1"']) expect(text).not.toContain(secret)
})

test('who may call a scene sees the walls that are let in with what each was made to show; nobody else does', async () => {
  const { city, wall, screenId, now, pass } = await wallCity()
  await wall.post('/api/wall/reports', report(now().toISOString(), { scene: 'lighting' }))
  for (const role of ['supervisor', 'commander', 'admin'] as const) {
    const told = WallRemote.parse(await (await city.as(role)).json('/api/wall/remote'))
    expect(told.screens).toMatchObject([{ id: screenId, remote: null, health: { report: { scene: 'lighting' } } }])
    expect(told.scenes.map(({ id }) => id)).toContain('drainage')
  }
  for (const role of ['acceptor', 'planner', 'auditor', 'screen'] as const)
    expect((await (await city.as(role)).refusal('/api/wall/remote')).status).toBe(403)
  expect((await city.guest.refusal('/api/wall/remote')).status).toBe(401)
  const commander = await city.as('commander')
  const own = ({ screens }: WallRemote) => screens.find(({ id }) => id === screenId)
  const remote = async () => own(await commander.json('/api/wall/remote'))?.remote
  await commander.post(`/api/screens/${screenId}/scene`, { scene: 'drainage', hold: 60 })
  expect(await remote()).toMatchObject({ scene: 'drainage' })
  pass(61)
  expect(await remote()).toBeNull()
  await (await city.as('admin')).delete(`/api/screens/${screenId}`)
  expect(own(await commander.json('/api/wall/remote'))).toBeUndefined()
})
