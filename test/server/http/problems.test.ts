import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'

test('an unknown fault tells the caller an id and nothing else, and the log tells all under it', async () => {
  const city = await testCity()
  Object.defineProperty(city.memory, 'layers', {
    value: () => {
      throw new Error('secret of the machine')
    },
  })
  const response = await city.get('/api/layers')
  const text = await response.text()
  expect([response.status, response.headers.get('Content-Type')]).toEqual([
    ...[500, 'application/problem+json; charset=utf-8'],
  ])
  expect(text).not.toContain('secret')
  const { id, code } = JSON.parse(text)
  expect(code).toBe('fault')
  const logged = city.logged.find((line) => line.id === id)
  expect(logged).toMatchObject({ msg: 'fault', path: '/api/layers', err: { message: 'secret of the machine' } })
})

test('what is at no address is a problem for programs and a page for people', async () => {
  const city = await testCity()
  for (const path of ['/api', '/api/lamps', '/tiles', '/tiles/a/b', '/nothing']) {
    expect(await city.refusal(path), path).toMatchObject({ status: 404 })
  }
  const page = await city.get('/nothing', { Accept: 'text/html' })
  expect([page.status, page.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=UTF-8'])
})

test('another method is told which there are', async () => {
  const { app } = await testCity()
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const response = await app.request('/api/layers', { method })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  }
  const options = await app.request('/api/layers', { method: 'OPTIONS' })
  expect([options.status, options.headers.get('Allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
})

test('HEAD answers as GET does, without the body', async () => {
  const { app } = await testCity()
  const response = await app.request('/api/layers', { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
})

test('a body that is too large is refused before it is read', async () => {
  const { app } = await testCity()
  const response = await app.request('/api/layers', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024) })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'too-large' })
})

test('a missing and a repeated parameter are named', async () => {
  const city = await testCity()
  expect(await city.refusal('/api/search')).toMatchObject({ code: 'missing-parameter', parameter: 'q' })
  expect(await city.refusal('/api/search?q=a&q=b')).toMatchObject({ code: 'repeated-parameter', parameter: 'q' })
})
