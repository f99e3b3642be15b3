import { expect, test } from 'vitest'
import { homeOf } from '../../../server/contract/home-of.ts'
import { Post } from '../../../server/contract/role.ts'
import { sayFirstLink } from '../../../server/entry-links.ts'
import { adoptPeople } from '../../../server/people/adopt-people.ts'
import { isVisit } from '../../../server/people/enter-routes.ts'
import { makeDemoPeople } from '../../../server/people/make-demo-people.ts'
import { keepSecrets, NO_SECRETS, secretsOf } from '../../../server/people/secret-store.ts'
import { NO_AREA } from '../../../server/store/describe-city.ts'
import { keysOf } from '../../../server/store/seal.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { testCity } from '../../support/test-city.ts'
import { browser, clock, codeAt, cookieIn, invited, withPassword } from './people-desk.ts'

const AS_PAGE = { Accept: 'text/html' }

onEachEngine((place, engine) => {
  const opened = async () => {
    const time = clock()
    return { time, city: await testCity({ engine, now: time.now, settings: { guests: 'none' } }) }
  }

  test('a link lets in once, leads on, and says in words why not a second time', async () => {
    const { time, city } = await opened()
    const { token } = await invited(city, time.now)
    const response = await city.get(`/enter/${token}`)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/cases'])
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const again = await city.get(`/enter/${token}`, AS_PAGE)
    expect([again.status, again.headers.getSetCookie()]).toEqual([404, []])
    expect(await again.text()).toContain('链接已使用过')
    expect(await city.refusal('/enter/nonsense')).toMatchObject({ status: 404, code: 'unknown-link' })
  })

  test('of two that come with a link at once, one gets in', async () => {
    const { time, city } = await opened()
    const { token } = await invited(city, time.now)
    const both = await Promise.all([city.get(`/enter/${token}`), city.get(`/enter/${token}`)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404])
  })

  test('a link is good for 24 hours, and a newer one takes its place', async () => {
    const { time, city } = await opened()
    const { token } = await invited(city, time.now)
    time.pass(24 * 60)
    expect(await (await city.get(`/enter/${token}`, AS_PAGE)).text()).toContain('链接已过期')
    const admin = await city.as('admin')
    const { id } = await invited(city, time.now, { login: 'ciren' })
    const links = await Promise.all(
      [0, 1].map(async () => (await (await admin.post(`/api/people/${id}/links`)).json()) as { url: string }),
    )
    const answers = await Promise.all(links.map(({ url }) => city.get(new URL(url).pathname)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  })

  test('a program that only looks at the link does not use it up, and its page has a button', async () => {
    const { time, city } = await opened()
    const { token } = await invited(city, time.now)
    const looks: Record<string, string>[] = [
      { 'Sec-Purpose': 'prefetch;prerender', 'Sec-Fetch-Mode': 'navigate' },
      { 'User-Agent': 'Slackbot-LinkExpanding 1.0' },
      { 'Sec-Fetch-Mode': 'no-cors' },
    ]
    for (const headers of looks) {
      const looked = await city.get(`/enter/${token}`, headers)
      expect([looked.status, looked.headers.getSetCookie()], JSON.stringify(headers)).toEqual([200, []])
      expect(await looked.text()).toContain('<form method="post">')
    }
    expect((await city.app.request(`/enter/${token}`, { method: 'HEAD' })).status).toBe(200)
    expect((await city.guest.request('POST', `/enter/${token}`)).status).toBe(303)
  })

  test('until a password is set nothing else is open, and an admin sets up a second factor too', async () => {
    const { time, city } = await opened()
    const { token } = await invited(city, time.now, { roles: ['admin'] })
    const entered = browser(city, cookieIn(await city.get(`/enter/${token}`)))
    expect(await entered.json('/api/me')).toMatchObject({ todo: ['password', 'second-factor'], actor: { roles: [] } })
    expect(await entered.refusal('/api/people')).toMatchObject({ status: 403 })
    const admin = browser(city, cookieIn(await entered.patch('/api/me/password', { password: '一个够长的口令 a1' })))
    expect(await admin.refusal('/api/people')).toMatchObject({ status: 403 })
    const offered = (await (await admin.post('/api/me/second-factor')).json()) as Record<string, string>
    expect(offered.picture).toMatch(/^<svg/)
    expect((await admin.post('/api/me/second-factor/confirm', { code: '000000' })).status).toBe(400)
    const code = codeAt(offered.secret ?? '', time.now())
    expect((await admin.post('/api/me/second-factor/confirm', { code })).status).toBe(200)
    expect((await admin.get('/api/people')).status).toBe(200)
  })

  test('a link of somebody who has a password begins anew: the password and the sessions of before are over', async () => {
    const { time, city } = await opened()
    const { id, token } = await invited(city, time.now)
    const before = await withPassword(city, token)
    const admin = await city.as('admin')
    const { url } = (await (await admin.post(`/api/people/${id}/links`)).json()) as { url: string }
    expect((await before.get('/api/layers')).status).toBe(200)
    const entered = browser(city, cookieIn(await city.get(new URL(url).pathname)))
    expect((await before.get('/api/layers')).status).toBe(401)
    expect(await entered.json('/api/me')).toMatchObject({ todo: ['password'] })
  })

  test('the demo has somebody for each role, who comes in by the link alone; another start makes new links', async () => {
    const { time, city } = await opened()
    const needs = { area: SUO, store: city.store, now: time.now }
    const first = await makeDemoPeople(needs)
    const links = await makeDemoPeople(needs)
    expect(links.map(({ post }) => post)).toEqual(Post.options)
    expect((await city.get(`/enter/${first[0]?.token}`)).status).toBe(404)
    for (const { post, token } of links) {
      const entered = await city.get(`/enter/${token}`)
      expect(entered.headers.get('Location')).toBe(homeOf({ roles: [post] }))
      const person = browser(city, cookieIn(entered))
      expect(await person.json('/api/me')).toMatchObject({ demo: true, todo: [], actor: { roles: [post] } })
    }
  })

  test('the first start has one link for the first admin, and none once an admin is set up', async () => {
    const { time, city } = await opened()
    const linking = { store: city.store, url: 'http://localhost:8080', now: time.now }
    const said: string[] = []
    const start = () => sayFirstLink(city, { ...linking, say: (line) => void said.push(line) })
    await start()
    await start()
    const links = said.filter((line) => line.startsWith('admin '))
    expect(links).toHaveLength(2)
    const [old, token] = links.map((line) => /^admin http:\/\/localhost:8080\/enter\/([\w-]+)$/.exec(line)?.[1] ?? '')
    expect((await city.get(`/enter/${old}`)).status).toBe(404)
    await withPassword(city, token ?? '')
    await start()
    expect(said.filter((line) => line.startsWith('admin '))).toHaveLength(2)
  })

  test('whoever was let in before the store had a city belongs to the one that came', async () => {
    const store = await (await place()).open()
    const time = clock()
    const said: string[] = []
    const linking = { store, url: '', now: time.now, say: (line: string) => void said.push(line) }
    const keys = keysOf([Buffer.alloc(32, 1)])
    const own = { ...NO_SECRETS, password: 'hash', totp: 'JBSWY3DPEHPK3PXP', recovery: ['one'] }
    await sayFirstLink({ area: NO_AREA, parts: { keys } }, linking)
    const { id } = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
    await store.transaction(NO_AREA, (tx) => keepSecrets(tx, keys, id, own))
    await adoptPeople(NO_AREA, { area: SUO, store, keys, now: time.now })
    await sayFirstLink({ area: SUO, parts: { keys } }, linking)
    expect(await secretsOf(store.db, keys, SUO, id)).toEqual(own)
    expect(await store.db.selectFrom('authenticators').select(['city', 'id']).execute()).toEqual([{ city: SUO, id }])
    const people = await store.db.selectFrom('people').select(['city', 'state']).execute()
    expect(people.map(({ city, state }) => [city, JSON.parse(state).login, JSON.parse(state).scope.areas])).toEqual([
      [SUO, 'admin', [SUO]],
    ])
    expect(await store.verify(SUO)).toMatchObject({ ok: true })
  })
})

test('a browser that goes to the address comes in, whatever it says of itself', () => {
  const visit = (headers: Record<string, string>) => isVisit((name) => headers[name])
  expect(visit({ 'Sec-Fetch-Mode': 'navigate', 'User-Agent': 'Mozilla/5.0 MicroMessenger' })).toBe(true)
  expect(visit({ 'User-Agent': 'curl/8.5' })).toBe(true)
  expect(visit({})).toBe(true)
  expect(visit({ Purpose: 'prefetch' })).toBe(false)
})
