import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { ownOriginOnly } from '../../../server/http/own-origin-only.ts'

const app = new Hono()
  .use(ownOriginOnly({ publicUrl: undefined }))
  .onError((_, c) => c.body(null, 418))
  .all('/', (c) => c.body(null, 204))

const ask = async (method: string, headers: Record<string, string>): Promise<number> =>
  (await app.request('http://map.town/', { method, headers })).status

test('what changes nothing may be asked from anywhere', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    expect(await ask(method, { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://evil.example' }), method).toBe(204)
  }
})

test('every method that changes something is held to the own origin, and what has a body to JSON', async () => {
  const json = { 'Content-Type': 'application/json; charset=utf-8' }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(await ask(method, json), method).toBe(204)
    expect(await ask(method, { ...json, Origin: 'http://evil.example' }), method).toBe(418)
    expect(await ask(method, { 'Content-Type': 'text/plain' }), method).toBe(418)
    expect(await ask(method, {}), method).toBe(method === 'DELETE' ? 204 : 418)
  }
  expect(await ask('PATCH', { 'Content-Type': 'application/merge-patch+json' })).toBe(204)
})
