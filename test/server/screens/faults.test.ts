import { expect, test } from 'vitest'
import { Problem } from '../../../server/contract/problem.ts'
import { type TestCity, testCity } from '../../support/test-city.ts'

const REPORT = JSON.stringify({ fault: 'context-lost' })
const JSON_BODY = { 'Content-Type': 'application/json' }

const report = async (city: TestCity, headers: Record<string, string> = JSON_BODY, body = REPORT): Promise<Response> =>
  city.app.request('http://map.town/api/screens/faults', { method: 'POST', headers, body })
const codeOf = async (response: Response): Promise<string> => Problem.parse(await response.json()).code

async function counted(city: TestCity): Promise<number> {
  const text = await (await city.get('/metrics')).text()
  return Number(/^gridkeeper_screen_faults_total\{fault="context-lost"\} (\d+)$/m.exec(text)?.[1])
}

test('a screen that lost its map is counted, and the count is there before the first', async () => {
  const city = await testCity()
  expect(await counted(city)).toBe(0)
  const response = await report(city)
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect((await report(city, { ...JSON_BODY, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(204)
  expect((await report(city, { ...JSON_BODY, Origin: 'http://map.town' })).status).toBe(204)
  expect(await counted(city)).toBe(3)
})

test('a page of another origin is refused, and its JSON in disguise too', async () => {
  const city = await testCity()
  const foreign: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'http://map.town' },
    { Origin: 'http://map.town:81' },
    { Origin: 'http://evil.example' },
    { Origin: 'null' },
  ]
  for (const headers of foreign) {
    const response = await report(city, { ...JSON_BODY, ...headers })
    expect([response.status, await codeOf(response)], JSON.stringify(headers)).toEqual([403, 'foreign-origin'])
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain; application/json']) {
    const response = await report(city, { 'Content-Type': type })
    expect([response.status, await codeOf(response)], type).toEqual([415, 'bad-type'])
  }
  expect(await counted(city)).toBe(0)
})

test('behind a proxy the address that people use is the own origin as well', async () => {
  const city = await testCity({ settings: { publicUrl: 'https://city.example' } })
  expect((await report(city, { ...JSON_BODY, Origin: 'https://city.example' })).status).toBe(204)
  expect((await report(city, { ...JSON_BODY, Origin: 'https://city.example.evil.example' })).status).toBe(403)
})

test('a body that says nothing known is refused and not counted', async () => {
  const city = await testCity()
  const bad: [string, number, string][] = [
    ['{"fault":"bored"}', 400, 'bad-fault'],
    ['{}', 400, 'bad-fault'],
    ['{"fault":"context-lost","who":"me"}', 400, 'unknown-parameter'],
    ['[]', 400, 'bad-body'],
    ['{', 400, 'bad-request'],
    ['', 400, 'bad-request'],
    [JSON.stringify({ fault: 'x'.repeat(2_000) }), 413, 'too-large'],
  ]
  for (const [body, status, code] of bad) {
    const response = await report(city, JSON_BODY, body)
    expect([response.status, await codeOf(response)], body.slice(0, 40)).toEqual([status, code])
  }
  expect(await counted(city)).toBe(0)
})

test('a flood is refused with the time to wait, and what came before it is counted', async () => {
  const city = await testCity()
  const answers = await Promise.all(Array.from({ length: 100 }, () => report(city)))
  const refused = answers.filter(({ status }) => status === 429)
  expect([answers.length - refused.length, refused.length]).toEqual([60, 40])
  const [first] = refused
  expect([first?.headers.get('Retry-After'), first?.headers.get('Content-Type')]).toEqual([
    ...['1', 'application/problem+json; charset=utf-8'],
  ])
  expect(await counted(city)).toBe(60)
})

test('until the city is read it refuses like every address of the API', async () => {
  const city = await testCity({ unloaded: true })
  const response = await report(city)
  expect([response.status, await codeOf(response)]).toEqual([503, 'starting'])
})
