import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Scene, Scenes } from '../../../server/contract/wall.ts'
import { loadScenes } from '../../../server/walls/load-scenes.ts'
import { readLive } from '../../support/read-live.ts'
import { wallCity } from './wall-city.ts'

const SCENE: Scene = {
  ...{ id: 'own', title: { zh: '自定', en: 'Own' }, seconds: 20, camera: 'city', layers: ['streetlights'] },
  panels: { left: ['intake'], right: ['lots'], foot: 'none' },
  map: { night: 'auto' },
}
const ANY = { 'If-Match': '*' }

test('a wall gets the scenes of its city, in their order', async () => {
  const { wall } = await wallCity()
  const { scenes, version, own, remote } = Scenes.parse(await wall.json('/api/wall/scenes'))
  expect(scenes.map(({ id }) => id)).toEqual([
    ...['overview', 'lighting', 'sanitation', 'drainage', 'waste-and-trucks', 'complaints', 'crews', 'evaluation'],
  ])
  expect(scenes.find(({ id }) => id === 'complaints')?.map).toEqual({
    heat: 'complaints',
    timeLapse: 24,
    night: 'auto',
  })
  expect([version, own, remote]).toEqual([0, false, null])
})

test('an admin’s own scenes win, are logged, and go back; no other may set them', async () => {
  const { city, wall } = await wallCity()
  const admin = await city.as('admin')
  const put = (scenes: object[], headers = ANY) => admin.put('/api/wall/scenes', { scenes }, headers)
  expect((await put([SCENE], { 'If-Match': '"0"' })).status).toBe(200)
  const { scenes, version, own } = await wall.json('/api/wall/scenes')
  expect([scenes.map(({ id }: Scene) => id), own]).toEqual([['own'], true])
  const rows = await city.store.readLog({ city: '540626', after: version - 1 })
  expect(rows[0]).toMatchObject({ entity: 'scene', entityId: 'round', kind: 'scenes-changed', actor: admin.id })
  expect(await admin.problem(put([SCENE], { 'If-Match': '"0"' }))).toMatchObject({ status: 412, code: 'changed-since' })
  expect(await admin.problem(put([{ ...SCENE, layers: ['moon'] }]))).toMatchObject({ code: 'unknown-layer' })
  for (const bad of [[], [SCENE, SCENE], [{ ...SCENE, seconds: 1 }], [{ ...SCENE, panels: { left: ['clock'] } }]])
    expect((await put(bad)).status).toBe(400)
  expect((await (await city.as('commander')).put('/api/wall/scenes', { scenes: [SCENE] }, ANY)).status).toBe(403)
  expect((await wall.put('/api/wall/scenes', { scenes: [SCENE] }, ANY)).status).toBe(403)
  expect((await admin.delete('/api/wall/scenes', ANY)).status).toBe(200)
  expect((await wall.json('/api/wall/scenes')).own).toBe(false)
})

test('a commander makes one wall show a scene: it hears of it, is told which after a restart too, and is let go', async () => {
  const { city, wall, screenId, pass } = await wallCity()
  const other = await city.as('screen')
  const stream = readLive(await wall.get('/api/live?topics=city'))
  await stream.next('picture')
  const commander = await city.as('commander')
  const call = (asked: object) => commander.post(`/api/screens/${screenId}/scene`, asked)
  expect(await (await call({ scene: 'lighting', hold: 60 })).json()).toMatchObject({ remote: { scene: 'lighting' } })
  const { data } = await stream.next('change')
  expect(data).toMatchObject({ entity: 'scene', entityId: screenId, kind: 'scene-called' })
  expect((await wall.json('/api/wall/scenes')).remote).toMatchObject({ scene: 'lighting' })
  expect((await other.json('/api/wall/scenes')).remote).toBeNull()
  pass(61)
  expect((await wall.json('/api/wall/scenes')).remote).toBeNull()
  await call({ scene: 'drainage' })
  pass(600)
  expect((await wall.json('/api/wall/scenes')).remote).toMatchObject({ scene: 'drainage', until: null })
  await call({ scene: null })
  expect((await wall.json('/api/wall/scenes')).remote).toBeNull()
})

test('who may not is refused, and what is not there is said', async () => {
  const { city, screenId } = await wallCity()
  for (const role of ['supervisor', 'commander', 'admin'] as const) {
    const who = await city.as(role)
    expect((await who.post(`/api/screens/${screenId}/scene`, { scene: 'crews' })).status).toBe(200)
  }
  for (const role of ['acceptor', 'planner', 'auditor', 'screen'] as const) {
    const who = await city.as(role)
    expect((await who.post(`/api/screens/${screenId}/scene`, { scene: 'crews' })).status).toBe(403)
  }
  const admin = await city.as('admin')
  const problem = (id: string, asked: object) => admin.problem(admin.post(`/api/screens/${id}/scene`, asked))
  expect(await problem('none', { scene: 'crews' })).toMatchObject({ status: 404, code: 'unknown-screen' })
  expect(await problem(screenId, { scene: 'moon' })).toMatchObject({ status: 404, code: 'unknown-scene' })
  await admin.delete(`/api/screens/${screenId}`)
  expect(await problem(screenId, { scene: 'crews' })).toMatchObject({ status: 409, code: 'screen-revoked' })
})

test('a scene file with a fault stops the start and says where', async () => {
  const folder = join(tmpdir(), `scenes-${process.pid}`)
  await mkdir(join(folder, 'scenes'), { recursive: true })
  const write = (of: object) => writeFile(join(folder, 'scenes/own.json'), JSON.stringify(of))
  await write({ area: null, order: 1, scene: { ...SCENE, layers: ['moon'] } })
  await expect(loadScenes(folder, '540626', [])).rejects.toThrow('the catalogue has no layer "moon"')
  await write({ area: null, order: 1, scene: { ...SCENE, layers: [], seconds: 0 } })
  await expect(loadScenes(folder, '540626', [])).rejects.toThrow('scene.seconds')
  await write({ area: null, order: 1, scene: { ...SCENE, layers: [] } })
  expect(await loadScenes(folder, '540626', [])).toMatchObject([{ id: 'own' }])
})
