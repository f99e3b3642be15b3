import { request } from 'node:http'
import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'
import { tileOf } from '../city/read-tile.ts'

interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** What belongs to the connection, not to the answer. */
const OF_THE_PORT = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding']

const answerOf = (status: number, headers: Iterable<[string, string]>, body: Buffer): Answer => ({
  status,
  headers: Object.fromEntries([...headers].filter(([name]) => !OF_THE_PORT.includes(name)).sort()),
  // Each problem has an id of its own.
  body: body.toString('latin1').replace(/"id":"[0-9a-f-]{36}"/, ''),
})

/** Without `fetch`, which unpacks and adds headers of its own. */
const ask = (url: string, headers: Record<string, string>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const all = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)])
        resolve(answerOf(response.statusCode ?? 0, all, Buffer.concat(parts)))
      })
    })
      .on('error', reject)
      .end()
  })

test('a tile is answered alike at once and by the app', async () => {
  const city = await testCity()
  const url = await city.listen()
  const lamps = `/tiles/streetlights/14/${tileOf([93.785, 31.886], 14).join('/')}.mvt`
  const etag = (await city.get(lamps)).headers.get('ETag') ?? 'none'
  const cases: [string, Record<string, string>][] = [
    [lamps, {}],
    [lamps, { 'Accept-Encoding': 'gzip, br' }],
    [lamps, { 'Accept-Encoding': 'gzip;q=0' }],
    [lamps, { 'If-None-Match': etag }],
    [lamps, { 'If-None-Match': `"other", W/${etag}` }],
    ['/tiles/streetlights/3/1/1.mvt', {}],
    ['/tiles/landfills/13/6230/3333.mvt', {}],
    [`${lamps}?status=fault`, {}],
    [`${lamps}?status=nonsense`, {}],
    ['/tiles/nothing/3/1/1.mvt', {}],
    ['/tiles/streetlights/23/1/1.mvt', {}],
    ['/tiles/streetlights/3/8/1.mvt', {}],
    ['/tiles/streetlights/03/1/1.mvt', {}],
    ['/tiles/streetlights/3/1/1.pbf', {}],
  ]
  const statuses = new Set<number>()
  for (const [path, headers] of cases) {
    const response = await city.get(path, headers)
    const byApp = answerOf(response.status, response.headers.entries(), Buffer.from(await response.arrayBuffer()))
    const atOnce = await ask(url + path, headers)
    expect({ path, sent: headers, ...atOnce }).toEqual({ path, sent: headers, ...byApp })
    statuses.add(atOnce.status)
  }
  expect([...statuses].sort()).toEqual([200, 204, 304, 400, 404])
})

test('both ways to a tile are counted as one route', async () => {
  const city = await testCity()
  const url = await city.listen()
  await ask(`${url}/tiles/streetlights/3/1/1.mvt`, {})
  await city.get('/tiles/streetlights/3/1/1.mvt')
  const metrics = await (await city.get('/metrics')).text()
  const counted = metrics.split('\n').filter((line) => /^http_request_duration_seconds_count.*tiles/.test(line))
  expect(counted).toHaveLength(1)
  expect(counted[0]).toMatch(/ 2$/)
})
