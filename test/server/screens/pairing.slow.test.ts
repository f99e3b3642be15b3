import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { WallRemote } from '../../../server/contract/wall.ts'
import { onEachEngine } from '../../support/engines.ts'
import { lamp, type TestCity, testCity } from '../../support/test-city.ts'
import { browser, clock, cookieIn } from '../people/people-desk.ts'

/** All that a wall may tell. */
const TOLD = ['/api/screens/faults', '/api/wall/reports']

onEachEngine((place, engine) => {
  const opened = async () => {
    const time = clock()
    const city = await testCity({ engine, now: time.now, settings: { guests: 'none' } })
    return { time, city, admin: await city.as('admin') }
  }
  const ask = async (city: TestCity) =>
    (await (await city.guest.post('/api/screens/pairings')).json()) as { code: string; secret: string }
  const collect = (city: TestCity, secret: string) => city.guest.post('/api/screens/pairings/collect', { secret })

  async function paired() {
    const { city, admin, time } = await opened()
    const { code, secret } = await ask(city)
    const { id } = (await (await admin.post('/api/screens', { code, name: '指挥中心大屏' })).json()) as { id: string }
    const response = await collect(city, secret)
    return { city, admin, time, id, response, wall: browser(city, cookieIn(response)) }
  }

  test('a wall shows a code, an admin types it with a name, and the wall is let in once', async () => {
    const { city, admin } = await opened()
    const { code, secret } = await ask(city)
    expect(code).toMatch(/^[A-Z0-9]{6}$/)
    expect(await (await collect(city, secret)).json()).toEqual({ state: 'waiting' })
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`
    const screen = await (await admin.post('/api/screens', { code: typed, name: '指挥中心大屏' })).json()
    expect(screen).toMatchObject({ name: '指挥中心大屏', pairedBy: admin.id, revokedAt: null })
    const response = await collect(city, secret)
    expect(await response.json()).toEqual({ state: 'paired' })
    expect(response.headers.getSetCookie()[0]).toContain('Max-Age=34560000')
    expect((await collect(city, secret)).status).toBe(404)
    const again = admin.post('/api/screens', { code, name: 'twice' })
    expect(await admin.problem(again)).toMatchObject({ status: 404, code: 'unknown-code' })
  })

  test('a code is good for 15 minutes', async () => {
    const { city, admin, time } = await opened()
    const { code, secret } = await ask(city)
    time.pass(15)
    expect((await admin.post('/api/screens', { code, name: 'late' })).status).toBe(404)
    expect((await collect(city, secret)).status).toBe(404)
  })

  test('a wall is never idle too long', async () => {
    const { time, wall } = await paired()
    time.pass(60 * 24 * 90)
    expect((await wall.get('/api/layers')).status).toBe(200)
    expect((await wall.get('/api/me')).headers.getSetCookie()[0]).toContain('Max-Age=34560000')
  })

  test('a wall reads the city and changes nothing but tells its faults', async () => {
    const { city, wall } = await paired()
    for (const path of ['/api/layers', '/api/cases', '/api/inspections', '/tiles/streetlights.json'])
      expect((await wall.get(path)).status, path).toBe(200)
    for (const path of ['/api/people', '/api/screens']) expect((await wall.get(path)).status, path).toBe(403)
    for (const [method, path] of city.app.routes.map((route) => [route.method, route.path] as const)) {
      if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) || TOLD.includes(path)) continue
      const response = await wall.request(method, path.replace(/:\w+/g, 'x'), {})
      expect(await wall.problem(response), `${method} ${path}`).toMatchObject({ status: 403, code: 'read-only' })
    }
    expect((await wall.post('/api/screens/faults', { fault: 'context-lost' })).status).toBe(204)
  })

  test('what a wall was made to show is told of it and of no other, until it is let go', async () => {
    const { city, admin, id } = await paired()
    const { code, secret } = await ask(city)
    const other = (await (await admin.post('/api/screens', { code, name: '走廊大屏' })).json()) as { id: string }
    await collect(city, secret)
    const commander = await city.as('commander')
    const shown = async () => {
      const { screens } = (await commander.json('/api/wall/remote')) as WallRemote
      return screens.map((one) => [one.id, one.remote?.scene ?? null]).sort()
    }
    const call = async (scene: string | null) =>
      expect((await commander.post(`/api/screens/${id}/scene`, { scene })).status).toBe(200)
    const scenes = ((await commander.json('/api/wall/remote')) as WallRemote).scenes
    const scene = scenes[1]?.id ?? ''
    const told = (of: string | null) => [[id, of] as const, [other.id, null] as const].map((one) => [...one]).sort()
    expect(await shown()).toEqual(told(null))
    await call(scene)
    expect(await shown()).toEqual(told(scene))
    await call(null)
    expect(await shown()).toEqual(told(null))
  })

  test('a wall that is taken out gets 401 at once, also where guests may read, and can ask to be let in again', async () => {
    const { city, admin, id, wall } = await paired()
    expect((await wall.get('/api/layers')).status).toBe(200)
    expect((await admin.delete(`/api/screens/${id}`)).status).toBe(200)
    expect(await wall.refusal('/api/layers')).toMatchObject({ status: 401, code: 'screen-revoked' })
    expect((await wall.get('/tiles/streetlights/15/24920/13337.mvt')).status).toBe(401)
    expect((await wall.post('/api/screens/pairings')).status).toBe(201)
    const open = await testCity({ engine })
    const [boss, other] = [await open.as('admin'), await open.as('screen')]
    await boss.delete(`/api/screens/${other.id.replace('screen:', '')}`)
    expect((await other.get('/api/layers')).status).toBe(401)
    expect((await admin.json('/api/screens')).screens).toMatchObject([{ id, revokedAt: expect.any(String) }])
    const rows = await city.store.db.selectFrom('log').select('kind').where('entity', '=', 'screen').execute()
    expect(rows.map(({ kind }) => kind)).toEqual(['screen-paired', 'screen-revoked'])
  })

  test('its live stream ends within 5 s, and on another node of the same store its requests too', async () => {
    const where = await place()
    const city = await testCity({ place: where, settings: { guests: 'none' } })
    const [admin, wall] = [await city.as('admin'), await city.as('screen')]
    const url = await city.listen()
    const asking = new AbortController()
    onTestFinished(() => asking.abort())
    const stream = await fetch(`${url}/api/live?topics=cases`, {
      headers: { Cookie: wall.cookie },
      signal: asking.signal,
    })
    expect(stream.status).toBe(200)
    const ended = (async () => {
      for await (const _ of stream.body ?? []) if (asking.signal.aborted) return
    })()
    // SQLite has one process.
    const other =
      engine === 'postgresql' ? await testCity({ place: where, assets: [], settings: { guests: 'none' } }) : city
    expect((await browser(other, wall.cookie).get('/api/layers')).status).toBe(200)
    await admin.delete(`/api/screens/${wall.id.replace('screen:', '')}`)
    const begun = performance.now()
    await Promise.race([ended, setTimeout(6_000)])
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect((await browser(other, wall.cookie).get('/api/layers')).status).toBe(401)
  })

  test('a tile that is answered ahead of the app asks who it is for as well', async () => {
    const city = await testCity({ engine, assets: [lamp(1)], settings: { guests: 'none' } })
    const [admin, wall, url] = [await city.as('admin'), await city.as('screen'), await city.listen()]
    const tile = (cookie: string) =>
      fetch(`${url}/tiles/streetlights/15/24920/13337.mvt`, { headers: cookie ? { Cookie: cookie } : {} })
    expect((await tile('')).status).toBe(401)
    for (let times = 0; times < 3; times += 1) expect((await tile(wall.cookie)).status).toBeLessThan(300)
    await admin.delete(`/api/screens/${wall.id.replace('screen:', '')}`)
    expect((await tile(wall.cookie)).status).toBe(401)
    expect((await tile('gridkeeper=x')).status).toBe(401)
  })
})
