import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import { metresEast, newFenceDesk, SQUARE, WATCH_POST } from './fence-desk.ts'

test('a crew that comes in and goes is told once each way, whatever its phone jitters at the edge', async () => {
  const desk = await newFenceDesk()
  await desk.fence()
  await desk.goDuty()
  const jitter = Array.from({ length: 12 }, (_, n) => [n / 20 - 0.9, metresEast(n % 2 ? 15 : -15)] as const)
  await desk.tell(metresEast(-200))
  desk.pass(1)
  await desk.tellMany(jitter)
  expect(await desk.crossings()).toEqual([])
  await desk.tell(metresEast(100))
  desk.pass(1)
  await desk.tellMany(jitter)
  await desk.tell(metresEast(-100))
  expect(await desk.crossings()).toMatchObject([
    { crewId: desk.crewId, inside: true, leftBy: null },
    { crewId: desk.crewId, inside: false, leftBy: 'moved' },
  ])
})

test('what a phone sends twice, or late, tells nothing again', async () => {
  const desk = await newFenceDesk()
  await desk.fence()
  await desk.goDuty()
  await desk.tell(metresEast(-200))
  await desk.tell(metresEast(100))
  desk.pass(10)
  expect((await desk.tellAt(-10.5, metresEast(-300))).status).toBe(204)
  expect((await desk.tellAt(-10, metresEast(100))).status).toBe(204)
  expect(await desk.crossings()).toMatchObject([{ inside: true }])
})

test('many places at once are followed in the order of their time', async () => {
  const desk = await newFenceDesk()
  await desk.fence()
  await desk.goDuty()
  desk.pass(30)
  await desk.tellMany([
    [-5, metresEast(-300)],
    [-25, metresEast(-300)],
    [-15, metresEast(100)],
  ])
  expect((await desk.crossings()).map(({ inside, at }) => [inside, at])).toEqual([
    [true, desk.at(-15)],
    [false, desk.at(-5)],
  ])
})

test('a duty that ends inside is left when the next one begins, and a fence that ends is left by all', async () => {
  const desk = await newFenceDesk()
  const { id, etag } = await desk.fence()
  await desk.goDuty()
  await desk.tell(metresEast(100))
  await desk.goDuty(false)
  desk.pass(600)
  await desk.goDuty()
  const begun = desk.at(0)
  await desk.tell(metresEast(100))
  expect(await desk.crossings()).toMatchObject([
    { inside: true },
    { inside: false, leftBy: 'off-duty', at: begun },
    { inside: true },
  ])
  const ended = await (await desk.as('supervisor')).patch(`/api/geofences/${id}`, { ended: true }, { 'If-Match': etag })
  expect(ended.status).toBe(200)
  expect((await desk.crossings()).at(-1)).toMatchObject({ inside: false, leftBy: 'fence-ended' })
  await desk.tell(metresEast(-300))
  expect(await desk.crossings()).toHaveLength(4)
})

test('a fence that is for other crews is nothing to this one', async () => {
  const desk = await newFenceDesk()
  await desk.fence({ crews: ['another'] })
  const mine = await desk.fence({ crews: [desk.crewId], name: '本组责任区' })
  await desk.goDuty()
  await desk.tell(metresEast(100))
  expect(await desk.crossings()).toMatchObject([{ fenceId: mine.id }])
})

test('the log tells of a crossing no place, and the track of the crew marks it', async () => {
  const desk = await newFenceDesk()
  const { id } = await desk.fence()
  await desk.goDuty()
  await desk.tell(metresEast(100))
  const rows = await desk.city.store.readLog({ city: '540626', after: 0 })
  const row = rows.find(({ entity }) => entity === 'crossing')
  expect(row).toMatchObject({ kind: 'fence-entered', actor: 'system:geofences', entityId: `${id} ${desk.crewId}` })
  expect(JSON.stringify(row?.after)).not.toMatch(/93\.7|31\.8|location/)
  const who = await desk.as('supervisor')
  const { tracks } = await who.json(`/api/crews/tracks?from=${desk.at(-60)}&to=${desk.at(60)}`)
  expect(tracks[0].events).toMatchObject([{ kind: 'fence-entered', fenceId: id, caseId: null }])
})

test('crossings are heard and read by who may know where that crew is', async () => {
  const desk = await newFenceDesk()
  await desk.fence()
  await desk.goDuty()
  const [all, hired] = [await desk.listen('supervisor'), await desk.listen('supervisor', { contractor: 'road-co' })]
  await desk.tell(metresEast(100))
  const heard = await all.next('change')
  expect(heard.data).toMatchObject({ entity: 'crossing', state: { crewId: desk.crewId, inside: true } })
  expect(hired.events.filter(({ event }) => event === 'change')).toEqual([])
  const others = await desk.as('supervisor', { contractor: 'road-co' })
  expect((await others.json(`/api/geofences/crossings?from=${desk.at(-60)}&to=${desk.at(60)}`)).crossings).toEqual([])
  expect((await (await desk.as('planner')).refusal('/api/geofences/crossings')).status).toBe(403)
})

test('a supervisor draws fences, changes what they saw, and a bad ring is named', async () => {
  const desk = await newFenceDesk()
  const who = await desk.as('supervisor')
  const { id, etag } = await desk.fence()
  const renamed = await who.patch(`/api/geofences/${id}`, { name: '填埋场（新）' }, { 'If-Match': etag })
  expect(await renamed.json()).toMatchObject({ name: '填埋场（新）', purpose: 'landfill' })
  expect((await who.patch(`/api/geofences/${id}`, { name: '旧' }, { 'If-Match': etag })).status).toBe(412)
  expect((await who.patch(`/api/geofences/${id}`, { name: '旧' })).status).toBe(428)
  expect((await (await desk.as('planner')).post('/api/geofences', WATCH_POST)).status).toBe(403)
  expect((await desk.city.get('/api/geofences')).status).toBe(401)
  for (const [wrong, parameter] of [
    [{ ring: SQUARE.slice(0, 4) }, 'ring'],
    [{ ring: [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]] }, 'ring'],
    [{ ring: Array.from({ length: 20_000 }, (_, n): LngLat => [93 + n * 1e-5, 31 + (n % 7) * 1e-4]) }, 'ring'],
    [{ purpose: 'prison' }, 'purpose'],
    [{ name: ' ' }, 'name'],
    [{ colour: 'red' }, 'colour'],
  ] as const) {
    const refused = await who.post('/api/geofences', { ...WATCH_POST, ...wrong })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ parameter })
  }
  expect((await who.json('/api/geofences')).geofences).toMatchObject([{ id }])
  await who.patch(`/api/geofences/${id}`, { ended: true }, { 'If-Match': '*' })
  expect((await who.json('/api/geofences')).geofences).toEqual([])
  expect((await who.json('/api/geofences?ended=true')).geofences).toMatchObject([{ id }])
})
