import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { LayerPicture } from '../../../server/layers/layer-picture.ts'
import { lamp } from '../../support/entries.ts'
import { type TestCity, testCity } from '../../support/test-city.ts'
import { tileAt } from '../../support/tile-at.ts'

test('every layer of the catalogue is listed with what is in it', async () => {
  const city = await testCity()
  const { layers } = await city.json('/api/layers')
  expect(layers.length).toBeGreaterThanOrEqual(20)
  const lamps = layers.find(({ id }: { id: string }) => id === 'streetlights')
  expect(lamps).toMatchObject({ name: { zh: '路灯' }, count: 40, countByStatus: { on: 36, fault: 4, reported: 0 } })
  expect(lamps.bounds[0]).toBeCloseTo(93.7851)
  expect(layers.find(({ id }: { id: string }) => id === 'bins')).toMatchObject({ count: 0, bounds: null })
})

test('a change gives its layer another version, and no other layer', async () => {
  const city = await testCity()
  const versions = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await city.json('/api/layers')).layers.map((layer: LayerPicture) => [layer.id, layer.version]))
  const before = await versions()
  const tile = `/tiles/streetlights/${tileAt(16, lamp(1).geometry.coordinates as LngLat)}.mvt`
  const etag = (await city.get(tile)).headers.get('etag')
  await city.change({ changed: [lamp(1, { status: 'fault' })] })
  const after = await versions()
  expect(Object.keys(after).filter((id) => after[id] !== before[id])).toEqual(['streetlights'])
  expect((await city.get(tile, { 'if-none-match': etag ?? '' })).status).toBe(200)
})

test('the same data in another server process has another version', async () => {
  const [one, other] = [await testCity(), await testCity()]
  const versionIn = async (city: TestCity): Promise<string> => (await city.json('/api/layers/streetlights')).version
  expect(await versionIn(one)).not.toBe(await versionIn(other))
})

test('one layer can be asked for', async () => {
  const city = await testCity()
  expect(await city.json('/api/layers/landfills')).toMatchObject({ id: 'landfills', geometry: 'polygon', count: 1 })
})

test('an empty city answers with layers that have nothing in them', async () => {
  const city = await testCity({ assets: [] })
  const { layers } = await city.json('/api/layers')
  expect(layers.every(({ count, bounds }: { count: number; bounds: unknown }) => count === 0 && bounds === null)).toBe(
    true,
  )
  expect(await city.json('/api/layers/streetlights/features')).toMatchObject({
    numberMatched: 0,
    features: [],
    next: null,
  })
  expect(await city.json('/api/layers/streetlights/nearest?at=93,31')).toMatchObject({ features: [] })
  expect((await city.get('/tiles/streetlights/14/12460/6672.mvt')).status).toBe(204)
  expect(await city.json('/api/city')).toMatchObject({ assetCount: 0, demo: false, seq: 0, bounds: null })
})

test('a parameter that an address does not have is refused by name', async () => {
  const city = await testCity()
  for (const path of ['/api/layers', '/api/layers/streetlights', '/api/city', '/healthz', '/version', '/metrics']) {
    expect(await city.refusal(`${path}?colour=red`)).toMatchObject({
      ...{ status: 400, code: 'unknown-parameter', parameter: 'colour' },
    })
  }
})
