import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { expect, test } from 'vitest'
import { lamp, testCity } from '../../support/test-city.ts'
import { tileAt } from '../../support/tile-at.ts'

const at = (zoom: number): string => tileAt(zoom, [93.7851, 31.886])

const decode = (bytes: ArrayBuffer | Uint8Array): VectorTile => new VectorTile(new PbfReader(new Uint8Array(bytes)))

test('a tile carries the things of its place', async () => {
  const city = await testCity()
  const response = await city.get(`/tiles/streetlights/${at(15)}.mvt`)
  expect(response.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile')
  expect(response.headers.get('Cache-Control')).toBe('no-cache')
  const { streetlights } = decode(await response.arrayBuffer()).layers
  const properties = Array.from(
    { length: streetlights?.length ?? 0 },
    (_, index) => streetlights?.feature(index).properties,
  )
  expect(properties).toContainEqual(expect.objectContaining({ id: lamp(1).id, status: 'fault', roadClass: 'main' }))
})

test('a tile is packed for who can unpack, and the same inside', async () => {
  const city = await testCity()
  const path = `/tiles/streetlights/${at(15)}.mvt`
  const plain = new Uint8Array(await (await city.get(path)).arrayBuffer())
  const packed = await city.get(path, { 'Accept-Encoding': 'br, gzip' })
  expect(packed.headers.get('Content-Encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer()))).toEqual(Buffer.from(plain))
})

test('who has the tile gets a 304 until something in it changes', async () => {
  const city = await testCity()
  const path = `/tiles/streetlights/${at(15)}.mvt`
  const etag = (await city.get(path)).headers.get('ETag') ?? ''
  const again = await city.get(path, { 'If-None-Match': `"other", W/${etag}` })
  expect([again.status, again.headers.get('ETag')]).toEqual([304, etag])
  await city.change({ changed: [lamp(1, { status: 'reported' })] })
  expect((await city.get(path, { 'If-None-Match': etag })).status).toBe(200)
})

test('below the detail zoom a tile carries clusters, with the filter applied', async () => {
  const city = await testCity()
  const count = async (query: string) => {
    const { layers } = decode(await (await city.get(`/tiles/streetlights/${at(10)}.mvt${query}`)).arrayBuffer())
    const clusters = layers['streetlights-clusters']
    return Array.from({ length: clusters?.length ?? 0 }, (_, index) => clusters?.feature(index).properties.count)
      .map(Number)
      .reduce((sum, one) => sum + one, 0)
  }
  expect(await count('')).toBe(40)
  expect(await count('?status=fault')).toBe(4)
  expect(await count('?roadClass=lane')).toBe(20)
})

test('where nothing is, the answer is 204', async () => {
  const city = await testCity()
  expect((await city.get('/tiles/streetlights/15/0/0.mvt')).status).toBe(204)
  expect((await city.get('/tiles/bins/0/0/0.mvt')).status).toBe(204)
})

test('the TileJSON names its tiles absolutely, and hands a filter on', async () => {
  const city = await testCity()
  expect(await city.json('http://map.example/tiles/streetlights.json?status=fault')).toMatchObject({
    tilejson: '3.0.0',
    tiles: ['http://map.example/tiles/streetlights/{z}/{x}/{y}.mvt?status=fault'],
    minzoom: 0,
    vector_layers: [
      { id: 'streetlights', fields: { roadClass: 'String', status: 'String' } },
      { id: 'streetlights-clusters', fields: { count: 'Number', late: 'Number' } },
    ],
  })
  const landfill = await city.json('/tiles/landfills.json')
  expect(landfill.vector_layers.map(({ id }: { id: string }) => id)).toEqual([
    ...['landfills', 'landfills-marks', 'landfills-clusters'],
  ])
  const grid = await city.json('/tiles/unit-grids.json')
  expect(grid.vector_layers.map(({ id }: { id: string }) => id)).toEqual(['unit-grids', 'unit-grids-names'])
})

test('PUBLIC_URL stands in the addresses of a server behind a proxy', async () => {
  const city = await testCity({ settings: { publicUrl: 'https://map.example' } })
  const { tiles } = await city.json('/tiles/roads.json')
  expect(tiles).toEqual(['https://map.example/tiles/roads/{z}/{x}/{y}.mvt'])
})

const REFUSED: [address: string, status: number, code: string, parameter: string][] = [
  ['15/99999/0.mvt', 400, 'bad-x', 'x'],
  ['15/0/99999.mvt', 400, 'bad-y', 'y'],
  ['23/0/0.mvt', 400, 'bad-z', 'z'],
  ['-1/0/0.mvt', 400, 'bad-z', 'z'],
  ['1.5/0/0.mvt', 400, 'bad-z', 'z'],
  ['1/0/0', 400, 'bad-y', 'y'],
  ['1/0/0.png', 400, 'bad-y', 'y'],
  ['1/0/zero.mvt', 400, 'bad-y', 'y'],
  ['99999999999/0/0.mvt', 400, 'bad-z', 'z'],
  ['1/0/0.mvt?status=broken', 400, 'unknown-status', 'status'],
  ['1/0/0.mvt?powerW=120', 400, 'unknown-field', 'powerW'],
]

test('an address that no tile can have is refused', async () => {
  const city = await testCity()
  for (const [address, status, code, parameter] of REFUSED) {
    const refusal = await city.refusal(`/tiles/streetlights/${address}`)
    expect(refusal, address).toMatchObject({ status, code, parameter })
  }
})

test('an unknown layer has neither TileJSON nor tiles', async () => {
  const city = await testCity()
  expect(await city.refusal('/tiles/lamps.json')).toMatchObject({ status: 404, code: 'unknown-layer' })
  expect(await city.refusal('/tiles/lamps/1/0/0.mvt')).toMatchObject({ status: 404, code: 'unknown-layer' })
})
