import { expect, test } from 'vitest'
import { lamp, testCity } from '../../support/test-city.ts'

test('until the city is read the server is alive, not ready, and refuses to answer half a city', async () => {
  const city = await testCity({ unloaded: true })
  expect((await city.get('/healthz')).status).toBe(200)
  for (const path of ['/readyz', '/api/layers', '/api/city', '/tiles/streetlights/1/0/0.mvt']) {
    const response = await city.get(path)
    expect([response.status, response.headers.get('Retry-After')], path).toEqual([503, '2'])
    expect(await response.json()).toMatchObject({ code: 'starting' })
  }
})

test('a city that is read is ready', async () => {
  const city = await testCity()
  expect(await city.json('/readyz')).toEqual({ status: 'ok' })
})

test('the figures for Prometheus are of requests by route, of things and of the log', async () => {
  const city = await testCity()
  await city.get(`/api/assets/${lamp(1).id}`)
  await city.get(`/api/assets/${lamp(2).id}`)
  await city.get('/nothing/at/all')
  for (let asked = 0; asked < 3; asked++) await city.get('/tiles/streetlights/0/0/0.mvt')
  const response = await city.get('/metrics')
  const text = await response.text()
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/)
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/api/assets/:id",status="200"} 2')
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="other",status="404"} 1')
  expect(text).toContain('city_assets{layer="streetlights"} 40')
  expect(text).toContain('city_tile_cache{result="miss"} 1')
  expect(text).toContain('city_tile_cache{result="hit"} 2')
  expect(text).toContain(`city_log_seq ${city.memory.seq}`)
})

test('the version is the one of the package', async () => {
  const city = await testCity()
  expect(await city.json('/version')).toMatchObject({
    name: 'gridkeeper',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
})
