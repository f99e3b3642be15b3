import { expect, test } from 'vitest'
import { onEachEngine } from '../../support/engines.ts'
import { testCity } from '../../support/test-city.ts'
import { browser, clock, cookieIn, invited, PASSWORD, signIn, withPassword } from './people-desk.ts'

const status = async (response: Promise<Response>): Promise<number> => (await response).status
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code

onEachEngine((place, engine) => {
  const opened = async () => {
    const time = clock()
    const city = await testCity({ engine, now: time.now, settings: { guests: 'none' } })
    const { id, token } = await invited(city, time.now)
    return { time, city, id, token }
  }

  test('a name and its password let in; a wrong one and a name nobody has are refused alike', async () => {
    const { city, token } = await opened()
    await withPassword(city, token)
    const response = await signIn(city, { login: ' ZHAXI ' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ actor: { name: '扎西', roles: ['acceptor'] } })
    expect(await status(browser(city, cookieIn(response)).get('/api/layers'))).toBe(200)
    const wrong = await signIn(city, { password: 'not the one' })
    const unknown = await signIn(city, { login: 'nobody' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const [one, other] = [await wrong.json(), await unknown.json()] as { id: string }[]
    expect({ ...one, id: '' }).toEqual({ ...other, id: '' })
  })

  test('a session ends after 30 minutes without a request, and after 12 hours with them', async () => {
    const { time, city, token } = await opened()
    const idle = await withPassword(city, token)
    time.pass(29)
    expect(await status(idle.get('/api/layers'))).toBe(200)
    time.pass(29)
    expect(await status(idle.get('/api/layers'))).toBe(200)
    time.pass(30)
    expect(await status(idle.get('/api/layers'))).toBe(401)
    const busy = browser(city, cookieIn(await signIn(city, {})))
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect(await status(busy.get('/api/layers')), `after ${minutes} min`).toBe(200)
      time.pass(20)
    }
    expect(await status(busy.get('/api/layers'))).toBe(401)
  })

  test('a session outlives a restart, with its last request', async () => {
    const [time, where] = [clock(), await place()]
    const first = await testCity({ place: where, now: time.now, settings: { guests: 'none' } })
    const { token } = await invited(first, time.now)
    const before = await withPassword(first, token)
    time.pass(25)
    expect(await status(before.get('/api/layers'))).toBe(200)
    // A transaction behind it: the last request was put down before.
    await first.store.transaction('540626', () => Promise.resolve())
    await first.store.close()
    time.pass(25)
    const second = await testCity({ place: where, now: time.now, assets: [], settings: { guests: 'none' } })
    expect(await status(browser(second, before.cookie).get('/api/layers'))).toBe(200)
  })

  test('after 5 wrong passwords the next is looked at 30 s later, then 60, and a restart forgets none', async () => {
    const [time, where] = [clock(), await place()]
    const first = await testCity({ place: where, now: time.now })
    const { token } = await invited(first, time.now)
    await withPassword(first, token)
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(first, { password: 'wrong' })).status).toBe(401)
    const locked = await signIn(first, {})
    expect([locked.status, locked.headers.get('Retry-After'), await codeOf(locked)]).toEqual([429, '30', 'wait'])
    await first.store.close()
    time.pass(0.4)
    const second = await testCity({ place: where, now: time.now, assets: [] })
    expect((await signIn(second, {})).headers.get('Retry-After')).toBe('6')
    time.pass(0.1)
    expect((await signIn(second, { password: 'wrong' })).status).toBe(401)
    expect((await signIn(second, {})).headers.get('Retry-After')).toBe('60')
    time.pass(1)
    expect((await signIn(second, {})).status).toBe(200)
    expect((await signIn(second, { password: 'wrong' })).status).toBe(401)
  })

  test('a name that nobody has is locked as one that somebody has', async () => {
    const { city } = await opened()
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(city, { login: 'nobody' })).status).toBe(401)
    expect((await signIn(city, { login: 'nobody' })).status).toBe(429)
  })

  test('many guesses at once are counted one by one', async () => {
    const { city, token } = await opened()
    await withPassword(city, token)
    const guesses = Array.from({ length: 12 }, (_, at) => signIn(city, { password: `guess ${at}` }))
    const statuses = (await Promise.all(guesses)).map((one) => one.status)
    expect(statuses.filter((one) => one === 401)).toHaveLength(5)
    expect(statuses.filter((one) => one === 429)).toHaveLength(7)
  })

  test('signing in again makes a new session, and the one before is over', async () => {
    const { city, token } = await opened()
    const before = await withPassword(city, token)
    const after = browser(city, cookieIn(await signIn(city, {}, { Cookie: before.cookie })))
    expect(after.cookie).not.toBe(before.cookie)
    expect(await status(before.get('/api/layers'))).toBe(401)
    expect(await status(after.get('/api/layers'))).toBe(200)
    expect((await after.json('/api/me/sessions')).sessions).toMatchObject([{ means: 'password', current: true }])
  })

  test('signing out ends the session at once, and takes the cookie', async () => {
    const { city, token } = await opened()
    const person = await withPassword(city, token)
    const response = await person.delete('/api/session')
    expect([response.status, response.headers.getSetCookie()[0]]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect(await status(person.get('/api/layers'))).toBe(401)
  })

  test('a new password ends every other session, and needs the present one', async () => {
    const { city, token } = await opened()
    const here = await withPassword(city, token)
    const elsewhere = browser(city, cookieIn(await signIn(city, {})))
    const next = 'another long 口令'
    const refused = await here.problem(here.patch('/api/me/password', { current: 'wrong', password: next }))
    expect(refused).toMatchObject({ status: 400, code: 'wrong-password' })
    const changed = await here.patch('/api/me/password', { current: PASSWORD, password: next })
    expect(changed.status).toBe(204)
    expect(await status(elsewhere.get('/api/layers'))).toBe(401)
    expect(await status(here.get('/api/layers'))).toBe(401)
    expect(await status(browser(city, cookieIn(changed)).get('/api/layers'))).toBe(200)
    expect([(await signIn(city, {})).status, (await signIn(city, { password: next })).status]).toEqual([401, 200])
  })

  test('nothing that lets in stands in the store as it is sent', async () => {
    const { city, token } = await opened()
    const person = await withPassword(city, token)
    const { db } = city.store
    const tables = ['sessions', 'entry_links', 'person_secrets', 'people', 'log', 'sign_in_failures'] as const
    const all = JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())))
    for (const secret of [token, PASSWORD, person.cookie.split('=')[1] ?? '?']) expect(all).not.toContain(secret)
    expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    const log = JSON.stringify(await db.selectFrom('log').selectAll().execute())
    expect(log).toContain('person-signed-in')
    expect(log).not.toContain('argon2')
  })
})
