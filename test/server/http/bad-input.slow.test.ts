import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { Problem } from '../../../server/contract/problem.ts'
import { Post } from '../../../server/contract/role.ts'
import { complaint, lamp, type TestCity, testCity, visit } from '../../support/test-city.ts'

const NASTY = [
  ...['', ' ', '0', '-1', '1e9', '1e309', 'NaN', 'Infinity', '-Infinity', '0x10', '1.5', '١٢', '999999999999999999999'],
  ...['1,2,3', '1,2,3,4', '4,3,2,1', '1,2,3,NaN', ',,,', '-180,-90,180,90', '93,31,94,32,', '93.78,31.88', '181,91'],
  ...['null', 'undefined', 'true', '[]', '{}', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...[
    "'",
    '"',
    "' or 1=1 --",
    '%',
    '%%',
    '\\',
    '../../etc/passwd',
    '\u0000',
    '\ud800',
    '\u202e',
    '🚽',
    'ß',
    '<script>',
  ],
  ...['2026-05-01', '2026-02-30', '2026-05-01T00:00:00Z', '9999-12-31', '0000-00-00', '-000001-01-01', 'now'],
  ...['WzEsImEiXQ', 'W10', 'bnVsbA', 'a.b.c', '0.0.0', 'zzzzzzz.zzzzzzz.zzzzzzz', '9'.repeat(500), 'x'.repeat(3000)],
]
const NAMES = [
  ...['bbox', 'limit', 'cursor', 'status', 'format', 'roadClass', 'powerW', 'at', 'k', 'q', 'from', 'to', 'class'],
  ...['source', 'kind', 'code', 'assetId', 'venueId', 'openHazards', 'before', '__proto__', 'constructor', 'x', ''],
]
const SEGMENTS = [
  ...['streetlights', 'landfills', 'roads', 'lamps', 'complaints', 'inspections', 'component', 'matter', '01037'],
  ...[lamp(1).id, 'case-0001', '20260101-0001', 'visit-0001', '15', '0', '22', '23', '1.mvt', '0.mvt', '0.png'],
]

const text = fc.oneof(
  { arbitrary: fc.constantFrom(...NASTY), weight: 5 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.array(fc.double(), { maxLength: 5 }).map((numbers) => numbers.join(',')), weight: 2 },
  { arbitrary: fc.integer().map(String), weight: 1 },
)
const segment = fc.oneof({ arbitrary: fc.constantFrom(...SEGMENTS), weight: 3 }, { arbitrary: text, weight: 1 })
const parameter = fc.tuple(
  fc.oneof({ arbitrary: fc.constantFrom(...NAMES), weight: 6 }, { arbitrary: text, weight: 1 }),
  text,
)

/** As a browser writes it, or as a careless program does. */
const written = fc.constantFrom(
  (part: string) => encodeURIComponent(wellFormed(part)),
  (part: string) => wellFormed(part).replace(/[/?#]/g, ''),
)
const wellFormed = (part: string): string => part.replace(/\p{Surrogate}/gu, '\ufffd')

const requestsTo = (routes: string[]) =>
  fc
    .record({
      route: fc.constantFrom(...routes),
      segments: fc.array(segment, { minLength: 5, maxLength: 5 }),
      query: fc.array(parameter, { maxLength: 4 }),
      write: written,
    })
    .map(({ route, segments, query, write }) => {
      const left = [...segments]
      const path = route.replace(/:[\w.]+/g, () => write(left.pop() ?? ''))
      return `${path}?${query.map(([name, value]) => `${write(name)}=${write(value)}`).join('&')}`
    })

/** What is wrong with an answer; undefined when it is as promised. */
async function faultOf(asked: Promise<Response>): Promise<string | undefined> {
  const begun = performance.now()
  const response = await asked
  const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream')
  const body = isStream ? await response.body?.cancel() : await response.text()
  if (performance.now() - begun > 2_000) return `took ${performance.now() - begun} ms`
  if (response.status < 400) return undefined
  if (response.status >= 500) return `answers ${response.status}: ${body}`
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.startsWith('application/problem+json')) return `answers ${response.status} as ${type}`
  const problem = Problem.safeParse(JSON.parse(body ?? ''))
  return problem.success && problem.data.detail ? undefined : `is no problem: ${body}`
}

async function tryOn(city: TestCity, numRuns: number): Promise<Map<number, number>> {
  await city.search.build(null)
  // To whom every door opens, so that what is behind it is asked.
  const who = await city.as(Post.options)
  const routes = [...new Set(city.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requestsTo(routes.filter((path) => path !== '/*')), async (path) => {
      if (!URL.canParse(`http://a${path}`)) return
      const asked = who.get(path)
      expect(await faultOf(asked), path).toBeUndefined()
      const { status } = await asked
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }),
    { numRuns },
  )
  return statuses
}

const parts = { cases: [complaint(1)], inspections: [visit(1)] }

test('2,000 bad requests to every address get a problem that names the fault, never a 500, never a hang', async () => {
  const city = await testCity(parts)
  const statuses = await tryOn(city, 2_000)
  // The requests are bad, and some are good: else nothing behind the checks was ever reached.
  expect(statuses.get(400)).toBeGreaterThan(400)
  expect(statuses.get(404)).toBeGreaterThan(20)
  expect(statuses.get(200)).toBeGreaterThan(20)
  expect(city.logged.filter(({ msg }) => msg === 'fault')).toEqual([])
})

test.skipIf(inject('postgresUrl') === null)('on PostgreSQL the same, where a text can be none of its own', async () => {
  const city = await testCity({ ...parts, engine: 'postgresql' })
  await tryOn(city, 500)
  const forged = Buffer.from(JSON.stringify([1, '\u0000'])).toString('base64url')
  for (const path of [
    ...['/api/cases/%00', '/api/inspections/a%00', '/api/assets/%00/history', '/api/cases?assetId=%00'],
    ...['/api/inspections?venueId=%00', `/api/cases?cursor=${forged}`, `/api/inspections?cursor=${forged}`],
  ]) {
    expect(await city.refusal(path), path).toMatchObject({ status: 400 })
  }
  expect(await city.json('/api/cases')).toMatchObject({ cases: [{ id: 'case-0001' }] })
  expect(await city.json('/api/inspections')).toMatchObject({ inspections: [{ id: 'visit-0001' }] })
  expect(await city.json('/api/layers/streetlights/features?limit=3')).toMatchObject({ numberMatched: 40 })
  expect(await city.json(`/api/assets/${lamp(1).id}/history`)).toMatchObject({ rows: [{ kind: 'asset-added' }] })
  expect((await city.json('/api/heat/complaints')).at).toHaveLength(1)
})
