import { expect, test } from 'vitest'
import { makeDemoPeople } from '../../../server/people/make-demo-people.ts'
import { SUO } from '../../support/entries.ts'
import { type TestCityParts, testCity } from '../../support/test-city.ts'

async function enter(origin: string, settings: TestCityParts['settings'] = {}) {
  const city = await testCity({ settings: { guests: 'none', ...settings } })
  const links = await makeDemoPeople({ area: SUO, store: city.store, now: () => new Date('2026-05-01T04:00:00Z') })
  const response = await city.app.request(`${origin}/enter/${links[0]?.token}`)
  return { city, response, cookie: response.headers.getSetCookie()[0] ?? '' }
}

test('over TLS the cookie is bound to the host and travels over TLS alone', async () => {
  const { city, cookie } = await enter('http://map.example', { publicUrl: 'https://map.example' })
  expect(cookie).toMatch(/^__Host-gridkeeper=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
  const token = cookie.split(';')[0] ?? ''
  const ask = (Cookie: string) => city.app.request('http://map.example/api/layers', { headers: { Cookie } })
  expect((await ask(token)).status).toBe(200)
  expect((await ask(`a=b; ${token}; c=d`)).status).toBe(200)
  expect((await ask(token.replace('__Host-', ''))).status).toBe(401)
})

test.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]'])(
  'on %s it is a plain one',
  async (origin) => {
    expect((await enter(origin)).cookie).toMatch(/^gridkeeper=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  },
)

test('over plain HTTP from elsewhere nobody signs in, unless a setting says so', async () => {
  const { city, response } = await enter('http://192.168.1.5:8080')
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'insecure'])
  const body = JSON.stringify({ login: 'x', password: 'y' })
  const headers = { 'Content-Type': 'application/json' }
  const signIn = await city.app.request('http://map.example/api/session', { method: 'POST', headers, body })
  expect(signIn.status).toBe(403)
  expect((await enter('http://192.168.1.5:8080', { insecureSignIn: true })).cookie).toMatch(/^gridkeeper=/)
})

test('a change with a session comes from an own page, whatever its type', async () => {
  const city = await testCity()
  const person = await city.as('admin')
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null', 'Content-Type': 'text/plain' },
  ]
  for (const headers of foreign)
    for (const [method, path] of [
      ['DELETE', '/api/session'],
      ['POST', '/api/people'],
      ['POST', '/enter/x'],
    ] as const)
      expect(await person.problem(person.request(method, path, {}, headers)), `${method} ${path}`).toMatchObject({
        ...{ status: 403, code: 'foreign-origin' },
      })
  expect((await person.get('/api/me', { Origin: 'https://evil.example' })).status).toBe(200)
  expect((await person.delete('/api/session', { Origin: 'http://localhost' })).status).toBe(204)
})
