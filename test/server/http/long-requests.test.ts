import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { Problem } from '../../../server/contract/problem.ts'
import { testCity } from '../../support/test-city.ts'

/** Sends bytes as they are and reads until the server ends or falls silent. */
function raw(url: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let heard = ''
    socket.on('data', (data) => {
      heard += data
    })
    socket.setTimeout(3_000, () => socket.end())
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })
}

test('a query of 5 MB is a problem that its sender hears, and the server lives on', async () => {
  const city = await testCity()
  const url = await city.listen()
  const begun = performance.now()
  const response = await fetch(`${url}/api/layers/streetlights/features?bbox=${'1'.repeat(5 * 1024 * 1024)}`)
  expect([response.status, response.headers.get('Content-Type')]).toEqual([
    ...[414, 'application/problem+json; charset=utf-8'],
  ])
  expect(Problem.parse(await response.json())).toMatchObject({ code: 'url-too-long' })
  expect(performance.now() - begun).toBeLessThan(2_000)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('who sends all of an overlong request before it listens hears the answer too, and no reset', async () => {
  const city = await testCity()
  const url = await city.listen()
  const heard = await raw(url, `GET /?q=${'1'.repeat(8 * 1024 * 1024)} HTTP/1.1\r\nHost: a\r\n\r\n`)
  expect(heard).toMatch(/^HTTP\/1\.1 414 [\s\S]*url-too-long/)
})

test('a query of 20 kB is refused by the app, and its connection goes on', async () => {
  const city = await testCity()
  const url = await city.listen()
  const long = `GET /api/layers?a=${'1'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`
  const heard = await raw(url, `${long}GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  expect(heard).toMatch(/^HTTP\/1\.1 414 [\s\S]*url-too-long[\s\S]*HTTP\/1\.1 200 OK[\s\S]*"ok"/)
})

test('what is no HTTP gets a problem, and the server lives on', async () => {
  const city = await testCity()
  const url = await city.listen()
  expect(await raw(url, 'HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*bad-request/)
  expect(await raw(url, `GET / HTTP/1.1\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('a strange path is a 4xx and no fault', async () => {
  const city = await testCity()
  const url = await city.listen()
  for (const path of [
    '/..%2f..%2fetc/passwd',
    '/%',
    '/%ff%fe',
    '//',
    '/docs/..%2f..%2fpackage.json',
    '/api//layers',
    '/\u00e9',
  ]) {
    const heard = await raw(url, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(heard, path).toMatch(/^HTTP\/1\.1 4\d\d /)
  }
  expect(city.logged.filter(({ msg }) => msg === 'fault')).toEqual([])
})
