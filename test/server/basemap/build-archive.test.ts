import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PNG } from 'pngjs'
import { afterAll, expect, test } from 'vitest'
import { type BasemapLayers, buildBasemapArchive } from '../../../server/basemap/build-archive.ts'
import { buildReliefArchive } from '../../../server/basemap/build-relief.ts'
import { writePmtiles } from '../../../server/basemap/write-pmtiles.ts'
import { readArchive } from './archive-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TOWN: BasemapLayers = {
  roads: [
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [93.78, 31.886],
          [93.79, 31.887],
        ],
      },
      properties: { class: 'main', name: '人民路', w: 17 },
    },
  ],
  buildings: [
    {
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [93.785, 31.886],
            [93.7853, 31.886],
            [93.7853, 31.8862],
            [93.785, 31.886],
          ],
        ],
      },
      properties: { kind: 'house', floors: 2 },
    },
  ],
}

const BOUNDS: [number, number, number, number] = [93.7, 31.8, 93.85, 31.95]

const tileAt = (lng: number, lat: number, z: number): [number, number, number] => {
  const sine = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  return [z, Math.floor(((lng + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)]
}

async function layersAt(path: string, z: number) {
  const tile = await readArchive(path).getZxy(...tileAt(93.7851, 31.8861, z))
  return tile ? new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers : {}
}

test('a reader of PMTiles finds the streets with their values, and houses only where they can be seen', async () => {
  const path = join(folder, 'basemap.pmtiles')
  await buildBasemapArchive(TOWN, path)
  const near = await layersAt(path, 15)
  expect(near.roads?.feature(0).properties).toEqual({ class: 'main', name: '人民路', w: 17 })
  expect(near.buildings?.feature(0).properties).toEqual({ kind: 'house', floors: 2 })
  expect(near.roads?.version).toBe(2)
  expect(Object.keys(await layersAt(path, 13))).toEqual(['roads'])
  expect(await layersAt(path, 9)).toEqual({})
})

test('the archive says its layers with fields and zooms, its zooms and its bounds', async () => {
  const path = join(folder, 'described.pmtiles')
  await buildBasemapArchive(TOWN, path)
  const archive = readArchive(path)
  const header = await archive.getHeader()
  expect([header.minZoom, header.maxZoom, header.tileType, header.tileCompression]).toEqual([8, 15, 1, 2])
  expect(header.minLon).toBeCloseTo(93.78, 6)
  expect(header.maxLat).toBeCloseTo(31.887, 6)
  expect(await archive.getMetadata()).toEqual({
    vector_layers: [
      { id: 'roads', fields: { class: 'String', name: 'String', w: 'Number' }, minzoom: 10, maxzoom: 15 },
      { id: 'buildings', fields: { kind: 'String', floors: 'Number' }, minzoom: 14, maxzoom: 15 },
    ],
  })
})

test('the same map makes the same bytes, and nothing half-written stays beside them', async () => {
  const [one, two] = [join(folder, 'one.pmtiles'), join(folder, 'two.pmtiles')]
  await buildBasemapArchive(TOWN, one)
  await buildBasemapArchive(TOWN, two)
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('heights come back from the relief to 0.1 m', async () => {
  const path = join(folder, 'relief.pmtiles')
  await buildReliefArchive((lng, lat) => 4000 + (lng - 93.7) * 1000 + (lat - 31.8) * 500, BOUNDS, path)
  const archive = readArchive(path)
  const [z, x, y] = tileAt(93.78, 31.88, 12)
  const tile = await archive.getZxy(z, x, y)
  const image = PNG.sync.read(Buffer.from(tile?.data ?? new ArrayBuffer(0)))
  const at = (128 * 256 + 64) * 4
  const [red = 0, green = 0, blue = 0] = image.data.subarray(at, at + 3)
  const lng = ((x + 64.5 / 256) / 2 ** z) * 360 - 180
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 128.5 / 256)) / 2 ** z))) * 180) / Math.PI
  const height = (red * 65536 + green * 256 + blue) / 10 - 10000
  expect(height).toBeCloseTo(4000 + (lng - 93.7) * 1000 + (lat - 31.8) * 500, 0)
  expect([image.width, image.height]).toEqual([256, 256])
  expect((await archive.getHeader()).tileType).toBe(2)
})

test('an archive of many tiles gives each tile back, and none where there is none', async () => {
  const path = join(folder, 'many.pmtiles')
  const tiles = Array.from({ length: 300 }, (_, i) => ({
    z: 9,
    x: i % 20,
    y: Math.floor(i / 20),
    data: Uint8Array.of(i & 255, i >> 8),
  }))
  await writePmtiles(path, tiles.toReversed(), { kind: 'png', minZoom: 9, maxZoom: 9, bounds: BOUNDS, metadata: {} })
  const archive = readArchive(path)
  for (const { z, x, y, data } of tiles)
    expect(new Uint8Array((await archive.getZxy(z, x, y))?.data ?? [])).toEqual(data)
  expect(await archive.getZxy(9, 400, 400)).toBeUndefined()
})

test('an empty map is refused in words', async () => {
  await expect(buildBasemapArchive({}, join(folder, 'empty.pmtiles'))).rejects.toThrow(/the map is empty/)
})
