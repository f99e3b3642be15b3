import { describe, expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { assetsOf, CENTRE, dice, layerOf, rowOf } from './made-layers.ts'
import { readTile, tileOf } from './read-tile.ts'
import { compareWithScan } from './scan-points.ts'

const layer = layerOf('point')

describe('a tile of points', () => {
  test('holds exactly what a plain scan finds, with every attribute, in random tiles between random edits', async () => {
    expect(await compareWithScan(1500, 150, 7)).toBeGreaterThan(2000)
  })

  test('keeps the feature id of a thing at every zoom, and after it is edited and others come and go', async () => {
    const city = openCity([layer])
    const [lamp, ...others] = assetsOf(layer, 40, dice(4)).map(
      (asset): Asset => ({ ...asset, geometry: { type: 'Point', coordinates: CENTRE } }),
    )
    if (!lamp) throw new Error('no lamp')
    await city.load(layer.id, [lamp, ...others.slice(0, 30)])
    const idAt = (z: number) => {
      const features = readTile(city.layer(layer.id)?.tile(z, ...tileOf(CENTRE, z))?.body)[layer.id] ?? []
      return features.find(({ properties }) => properties.id === lamp.id)?.id
    }
    const first = idAt(13)
    expect(first).toBeTypeOf('number')
    for (let z = 13; z <= 22; z++) expect(idAt(z)).toBe(first)
    city.apply([rowOf(1, others[3]?.id ?? '', undefined), rowOf(2, lamp.id, { ...lamp, status: 'fault' })])
    city.apply(others.slice(30).map((asset, at) => rowOf(3 + at, asset.id, asset)))
    expect(idAt(16)).toBe(first)
  })

  test('is undefined where nothing stands, and where a filter leaves nothing', async () => {
    const city = openCity([layer])
    const lamps = assetsOf(layer, 20, dice(2)).map((asset): Asset => ({ ...asset, status: 'on' }))
    const memory = city.layer(layer.id)
    expect(memory?.tile(14, 0, 0)).toBeUndefined()
    await city.load(layer.id, lamps)
    expect(memory?.tile(14, 0, 0)).toBeUndefined()
    expect(memory?.tile(0, 0, 0)).toBeDefined()
    expect(memory?.tile(0, 0, 0, { status: ['fire'] })).toBeUndefined()
    city.apply(lamps.map(({ id }, at) => rowOf(at + 1, id, undefined)))
    expect(memory?.tile(0, 0, 0)).toBeUndefined()
  })

  test('at the antimeridian, the poles and the corners of the world holds what stands there', async () => {
    const city = openCity([layer])
    const corners = [
      [-180, 0],
      [180, 0],
      [0, 90],
      [0, -90],
      [180, 90],
      [-180, -90],
      [179.9999999, 85.0511287],
    ] as const
    const things = assetsOf(layer, corners.length, dice(3)).map(
      (asset, at): Asset => ({ ...asset, geometry: { type: 'Point', coordinates: [...(corners[at] ?? [0, 0])] } }),
    )
    await city.load(layer.id, things)
    const memory = city.layer(layer.id)
    for (const z of [13, 16, 20, 22]) {
      const last = 2 ** z - 1
      const middle = 2 ** (z - 1)
      const tiles = [
        [0, middle],
        [last, middle],
        [middle, 0],
        [middle, last],
        [last, 0],
        [0, last],
      ] as const
      const found = tiles.flatMap(([x, y]) => readTile(memory?.tile(z, x, y)?.body)[layer.id] ?? [])
      expect(found.map(({ properties }) => properties.id).sort()).toEqual(things.map(({ id }) => id).sort())
      for (const { parts } of found) for (const part of parts.flat(2)) expect(part >= 0 && part < 4096).toBe(true)
    }
    expect(memory?.get(things[2]?.id ?? '')).toEqual(things[2])
  })
})
