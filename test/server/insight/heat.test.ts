import { expect, test } from 'vitest'
import { HEAT_MAGIC, HEAT_MIME, HeatPoints } from '../../../server/contract/heat.ts'
import { gatherHeat } from '../../../server/insight/gather-heat.ts'
import { complaint, NOW, testCity, visit } from '../../support/test-city.ts'

const CASES = [
  complaint(1, { receivedAt: '2026-01-03T09:00:00+08:00', location: [93.7812345, 31.8812345] }),
  complaint(2, { receivedAt: '2026-01-01T09:00:00+08:00', kind: 'matter', code: '06010' }),
  complaint(3, { receivedAt: '2026-01-02T09:00:00+08:00', source: 'patrol' }),
  complaint(4, { receivedAt: '2026-01-04T09:00:00+08:00', source: 'citizen-snap' }),
]

test('the heat of complaints is the public alone, in the order of time', async () => {
  const city = await testCity({ cases: CASES })
  const points = HeatPoints.parse(await city.json('/api/heat/complaints'))
  expect(points.at).toEqual([1, 3, 4].map((day) => Date.parse(`2026-01-0${day}T09:00:00+08:00`) / 1000))
  expect(points.classOf.map((index) => points.classes[index])).toEqual([
    ...['matter:06010', 'component:01037', 'component:01037'],
  ])
  expect(points.sourceOf.map((index) => points.sources[index])).toEqual([
    ...['hotline-12345', 'hotline-12345', 'citizen-snap'],
  ])
  expect(points).toMatchObject({
    from: '2026-01-01T01:00:00.000Z',
    to: new Date(NOW).toISOString(),
    seq: city.memory.seq,
  })
})

test('source, class and time choose what the heat is of', async () => {
  const city = await testCity({ cases: CASES })
  const count = async (query: string) => (await city.json(`/api/heat/complaints?${query}`)).at.length
  expect(await count('source=patrol')).toBe(1)
  expect(await count('source=patrol,hotline-12345')).toBe(3)
  expect(await count('class=component:01037')).toBe(2)
  expect(await count('class=component:01037,matter:06010')).toBe(3)
  expect(await count('from=2026-01-03&to=2026-01-04')).toBe(1)
})

test('the heat of inspections is by kind', async () => {
  const city = await testCity({ inspections: [visit(1), visit(2, { kind: 'gas-user' })] })
  expect(await city.json('/api/heat/inspections?class=gas-user')).toMatchObject({
    ...{ subject: 'inspections', classes: ['gas-user'], sources: ['inspection'], classOf: [0], sourceOf: [0] },
  })
})

test('the binary says the same as the JSON', async () => {
  const city = await testCity({ cases: CASES })
  const whole = HeatPoints.parse(await city.json('/api/heat/complaints'))
  const asked = await city.get('/api/heat/complaints', { Accept: HEAT_MIME })
  expect(asked.headers.get('Content-Type')).toBe(HEAT_MIME)
  const bytes = await asked.arrayBuffer()
  expect(bytes).toEqual(await (await city.get('/api/heat/complaints?format=binary')).arrayBuffer())
  const view = new DataView(bytes)
  const headerLength = view.getUint32(4, true)
  expect([view.getUint32(0, true), headerLength % 4]).toEqual([HEAT_MAGIC, 0])
  const { count, ...about } = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, headerLength)))
  const columns = 8 + headerLength
  const read = (at: number, get: (byte: number) => number, width: number) =>
    Array.from({ length: count }, (_, row) => get(columns + at * count + row * width))
  expect({
    ...about,
    lng: read(0, (byte) => view.getInt32(byte, true) / 1e7, 4),
    lat: read(4, (byte) => view.getInt32(byte, true) / 1e7, 4),
    at: read(8, (byte) => view.getUint32(byte, true), 4),
    classOf: read(12, (byte) => view.getUint8(byte), 1),
    sourceOf: read(13, (byte) => view.getUint8(byte), 1),
  }).toEqual(whole)
  expect(bytes.byteLength).toBe(columns + 14 * count)
})

test('more classes than a byte holds are told together, the frequent ones by name', () => {
  const events = Array.from({ length: 400 }, (_, index) => ({
    ...{ lng: 0, lat: 0, ms: index, source: 's' },
    class: index < 100 ? 'often' : `rare-${index}`,
  }))
  const { classes, classOf } = gatherHeat(events)
  expect(classes).toHaveLength(256)
  expect([classes[0], classes[255], Math.max(...classOf)]).toEqual(['often', 'other', 255])
})

test('what cannot be understood is refused by name', async () => {
  const city = await testCity()
  for (const [path, code] of [
    ['complaints?class=01037', 'bad-class'],
    ['complaints?source=rumour', 'bad-source'],
    ['complaints?from=2026-01-02&to=2026-01-02', 'bad-to'],
    ['complaints?format=xml', 'bad-format'],
    ['inspections?class=picnic', 'bad-class'],
    ['inspections?source=patrol', 'unknown-parameter'],
    ['rumours', 'unknown-address'],
  ]) {
    expect(await city.refusal(`/api/heat/${path}`), path).toMatchObject({ code })
  }
})
