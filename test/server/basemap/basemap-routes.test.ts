import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { expect, test } from 'vitest'
import { buildBasemapArchive } from '../../../server/basemap/build-archive.ts'
import { testCity } from '../../support/test-city.ts'
import { tileAt } from '../../support/tile-at.ts'

const TILE = `/tiles/basemap/${tileAt(12, [93.79, 31.885])}.mvt`

const LAYERS = {
  places: [
    {
      geometry: { type: 'Point' as const, coordinates: [93.79, 31.89] },
      properties: { name: '嘎木村', kind: 'village' },
    },
  ],
  water: [
    {
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [93.78, 31.88],
          [93.79, 31.885],
          [93.8, 31.89],
        ],
      },
      properties: { name: '索曲', kind: 'river' },
    },
  ],
}

test('without an archive the base map is a 404 that says what to do, and the city says so', async () => {
  const city = await testCity()
  expect((await city.refusal('/tiles/basemap.json')).detail).toContain('BASEMAP')
  expect(await city.refusal('/tiles/basemap/1/0/0.mvt')).toMatchObject({ status: 404, code: 'no-basemap' })
  expect(await city.refusal('/tiles/relief/1/0/0.png')).toMatchObject({ status: 404, code: 'no-relief' })
})

test('the base map comes from its archive as it is packed there, with TileJSON and 304', async () => {
  const city = await testCity()
  await buildBasemapArchive(LAYERS, join(city.dataDir, 'basemap.pmtiles'))
  expect(await city.json('/api/city')).toMatchObject({ basemap: true, relief: false })
  const about = await city.json('http://map.example/tiles/basemap.json')
  expect(about).toMatchObject({
    ...{ tilejson: '3.0.0', minzoom: 8, maxzoom: 15 },
    tiles: ['http://map.example/tiles/basemap/{z}/{x}/{y}.mvt'],
  })
  expect(about.vector_layers.map(({ id }: { id: string }) => id).sort()).toEqual(['places', 'water'])
  const tile = await city.get(TILE, { 'Accept-Encoding': 'gzip' })
  expect([tile.status, tile.headers.get('Content-Encoding')]).toEqual([200, 'gzip'])
  const unpacked = gunzipSync(Buffer.from(await tile.arrayBuffer()))
  expect(Object.keys(new VectorTile(new PbfReader(unpacked)).layers)).toContain('water')
  const plain = await city.get(TILE)
  expect(Buffer.from(await plain.arrayBuffer())).toEqual(unpacked)
  const etag = tile.headers.get('ETag') ?? ''
  expect((await city.get(TILE, { 'If-None-Match': etag })).status).toBe(304)
  expect((await city.get('/tiles/basemap/12/0/0.mvt')).status).toBe(204)
  expect((await city.get('/tiles/basemap/3/0/0.mvt')).status).toBe(204)
  expect(await city.refusal('/tiles/basemap/23/0/0.mvt')).toMatchObject({ code: 'bad-z' })
  expect(await city.refusal('/tiles/basemap/2/9/0.mvt')).toMatchObject({ code: 'bad-x' })
})

test('its names can be searched for', async () => {
  const city = await testCity()
  await buildBasemapArchive(LAYERS, join(city.dataDir, 'basemap.pmtiles'))
  await city.search.build([93.7, 31.8, 93.9, 32])
  for (const query of ['嘎木', 'gamucun', 'gmc']) {
    const { results } = await city.json(`/api/search?q=${query}`)
    expect(results[0], query).toMatchObject({ kind: 'place', name: '嘎木村', layer: null })
    expect(results[0].location[0]).toBeCloseTo(93.79, 3)
  }
  expect((await city.json('/api/search?q=suoqu')).results[0]).toMatchObject({ kind: 'place', name: '索曲' })
})

test('a file that is no archive is a fault in the log and not the end', async () => {
  const city = await testCity()
  writeFileSync(join(city.dataDir, 'basemap.pmtiles'), 'hello')
  // The search index, still being built, may have looked a moment before there was a file.
  await expect.poll(async () => (await city.get('/tiles/basemap.json')).status).toBe(500)
  expect((await city.get('/api/layers')).status).toBe(200)
})
