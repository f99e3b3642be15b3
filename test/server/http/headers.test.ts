import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../../server/http/security-headers.ts'
import { lamp, testCity } from '../../support/test-city.ts'

test('every answer carries the security headers, errors and files too', async () => {
  const city = await testCity()
  for (const path of [
    ...['/', '/api/layers', '/api/nothing', '/tiles/streetlights/1/0/0.mvt', '/docs', '/openapi.json'],
    ...['/api/layers?x=1', '/docs/swagger-ui.css', '/metrics', '/api/layers/streetlights/features?format=csv'],
  ]) {
    const { headers } = await city.get(path)
    expect(Object.fromEntries(headers), path).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('x-powered-by')).toBeNull()
  }
})

test('nothing may be loaded from another host', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|unsafe-eval/)
  expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';")
})

test('JSON is packed from a kilobyte on, for who can unpack', async () => {
  const city = await testCity()
  const accept = { 'Accept-Encoding': 'gzip, br' }
  const large = await city.get('/api/layers', accept)
  expect([large.headers.get('Content-Encoding'), large.headers.get('Vary')]).toEqual(['gzip', 'Accept-Encoding'])
  expect(JSON.parse(gunzipSync(Buffer.from(await large.arrayBuffer())).toString()).layers.length).toBeGreaterThan(10)
  const small = await city.get('/healthz', accept)
  expect([small.headers.get('Content-Encoding'), await small.json()]).toEqual([null, { status: 'ok' }])
  for (const refuses of ['', 'br', 'gzip;q=0', 'identity']) {
    const plain = await city.get('/api/layers', { 'Accept-Encoding': refuses })
    expect(plain.headers.get('Content-Encoding'), refuses).toBeNull()
  }
})

test('an answer of the city is asked for anew every time', async () => {
  const city = await testCity()
  for (const path of ['/api/city', '/api/layers', '/api/cases', '/tiles/streetlights/0/0/0.mvt']) {
    expect((await city.get(path)).headers.get('Cache-Control'), path).toBe('no-cache')
  }
  expect((await city.get('/api/nothing')).headers.get('Cache-Control')).toBe('no-store')
})

test('the log tells of each answer, without what was searched for', async () => {
  const city = await testCity()
  await city.get('/api/search?q=secret-name')
  await city.get(`/api/assets/${lamp(1).id}`)
  const answered = city.logged.filter(({ msg }) => msg === 'answered')
  expect(answered).toMatchObject([{ path: '/api/search', status: 200 }, { path: `/api/assets/${lamp(1).id}` }])
  expect(JSON.stringify(city.logged)).not.toContain('secret-name')
})
