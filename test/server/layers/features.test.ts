import { expect, test } from 'vitest'
import { lamp, testCity } from '../../support/test-city.ts'

test('the features of a layer come as RFC 7946 in pages that add up to the layer', async () => {
  const city = await testCity()
  const ids: string[] = []
  let path: string | undefined = '/api/layers/streetlights/features?limit=15'
  let pages = 0
  while (path) {
    const page = await city.json(path)
    expect(page).toMatchObject({ type: 'FeatureCollection', numberMatched: 40, numberReturned: page.features.length })
    ids.push(...page.features.map(({ id }: { id: string }) => id))
    path = page.links.find(({ rel }: { rel: string }) => rel === 'next')?.href
    pages += 1
  }
  expect(pages).toBe(3)
  expect(new Set(ids).size).toBe(40)
})

test('a box, a status and a field narrow the features', async () => {
  const city = await testCity()
  const count = async (query: string) => (await city.json(`/api/layers/streetlights/features?${query}`)).numberMatched
  expect(await count('status=fault')).toBe(4)
  expect(await count('status=fault,on')).toBe(40)
  expect(await count('roadClass=lane')).toBe(20)
  expect(await count('roadClass=lane&status=fault')).toBe(2)
  expect(await count('powerW=120')).toBe(40)
  expect(await count('powerW=60')).toBe(0)
  expect(await count('bbox=93.78505,31.885,93.78555,31.887')).toBe(5)
})

test('a change is in the next answer', async () => {
  const city = await testCity()
  await city.change({ changed: [lamp(2, { status: 'fault' })], removed: [lamp(1).id] })
  const page = await city.json('/api/layers/streetlights/features?status=fault')
  expect(page.features.map(({ id }: { id: string }) => id)).toContain(lamp(2).id)
  expect((await city.get(`/api/assets/${lamp(1).id}`)).status).toBe(404)
})

test('the counts of a layer are by status, with a box or without', async () => {
  const city = await testCity()
  expect(await city.json('/api/layers/streetlights/counts')).toMatchObject({
    count: 40,
    countByStatus: { on: 36, fault: 4, 'no-answer': 0 },
  })
  expect(await city.json('/api/layers/streetlights/counts?bbox=93.78505,31.885,93.78515,31.887')).toMatchObject({
    count: 1,
  })
})

test('the nearest come first, with how far they are', async () => {
  const city = await testCity()
  const { features } = await city.json('/api/layers/streetlights/nearest?at=93.7851,31.886&k=3')
  expect(features.map(({ id }: { id: string }) => id).sort()).toEqual([lamp(1).id, lamp(2).id, lamp(3).id])
  expect(features[0]).toMatchObject({ id: lamp(1).id, properties: { metres: 0 } })
  expect(features[1].properties.metres).toBeCloseTo(9.4, 0)
})

const REFUSED: [query: string, code: string, parameter: string][] = [
  ['bbox=1,2,3', 'bad-bbox', 'bbox'],
  ['bbox=1,2,3,NaN', 'bad-bbox', 'bbox'],
  ['bbox=1,2,3,Infinity', 'bad-bbox', 'bbox'],
  ['bbox=94,31,93,32', 'bad-bbox', 'bbox'],
  ['bbox=93,32,94,31', 'bad-bbox', 'bbox'],
  ['bbox=-181,31,94,32', 'bad-bbox', 'bbox'],
  ['bbox=', 'bad-bbox', 'bbox'],
  ['bbox=93,31,94,32&bbox=93,31,94,32', 'repeated-parameter', 'bbox'],
  ['limit=-1', 'bad-limit', 'limit'],
  ['limit=0', 'bad-limit', 'limit'],
  ['limit=10001', 'bad-limit', 'limit'],
  ['limit=1000000000', 'bad-limit', 'limit'],
  ['limit=1.5', 'bad-limit', 'limit'],
  ['limit=ten', 'bad-limit', 'limit'],
  ['cursor=%00', 'bad-cursor', 'cursor'],
  ['cursor=zzzzzzz.zzzzzzz.1', 'bad-cursor', 'cursor'],
  ['format=xlsx', 'bad-format', 'format'],
  ['colour=red', 'unknown-field', 'colour'],
  ['status=broken', 'unknown-status', 'status'],
  ['status=', 'unknown-status', 'status'],
  ['roadClass=avenue', 'unknown-value', 'roadClass'],
]

test('what cannot be understood is refused with a code and the parameter at fault', async () => {
  const city = await testCity()
  for (const [query, code, parameter] of REFUSED) {
    const refusal = await city.refusal(`/api/layers/streetlights/features?${query}`)
    expect(refusal, query).toMatchObject({ status: 400, code, parameter })
  }
})

test('a limit above the most names the most', async () => {
  const city = await testCity()
  expect((await city.refusal('/api/layers/streetlights/features?limit=10001')).detail).toContain('10000')
})

test('an unknown layer is a 404 that names it', async () => {
  const city = await testCity()
  for (const path of ['', '/features', '/counts', '/nearest?at=93,31']) {
    expect(await city.refusal(`/api/layers/lamps${path}`)).toMatchObject({ status: 404, code: 'unknown-layer' })
  }
})
