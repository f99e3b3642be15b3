import { expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { Layer } from '../../../server/contract/layer.ts'
import { assetsOf, CENTRE, dice, layerOf } from './made-layers.ts'
import { inTile, readTile, tileOf } from './read-tile.ts'

/** Things around one place, in a layer with so many whole numbers in its tiles, each known of most things. */
function crowd(fields: number, count: number, spread: number): { layer: Layer; things: Asset[] } {
  const base = layerOf('point')
  const keys = Array.from({ length: fields }, (_, at) => `number${at}`)
  const layer = Layer.parse({
    ...base,
    fields: keys.map((key) => ({ key, name: { zh: key, en: key }, type: 'integer', unit: 'W', inTile: true })),
  })
  const random = dice(fields + 1)
  const near = (at: number) => Math.round((at + (random() - 0.5) * spread) * 1e7) / 1e7
  const things = assetsOf(layer, count, random).map(
    (asset): Asset => ({
      ...asset,
      geometry: { type: 'Point', coordinates: [near(CENTRE[0]), near(CENTRE[1])] },
      fields: Object.fromEntries(keys.flatMap((key) => (random() < 0.9 ? [[key, Math.floor(random() * 200)]] : []))),
    }),
  )
  return { layer, things }
}

test.each([
  [0, 13],
  [1, 16],
  [2, 13],
  [3, 16],
  [4, 22],
  [5, 16],
  [12, 13],
  [20, 16],
])(
  'points with %i fields in tiles are in a tile of zoom %i what they are, to the last attribute',
  async (fields, z) => {
    const { layer, things } = crowd(fields, 700, 0.3 / 2 ** z)
    const city = openCity([layer])
    await city.load(layer.id, things)
    let seen = 0
    const home = tileOf(CENTRE, z)
    for (const [x, y] of [home, [home[0] + 1, home[1]], [home[0], home[1] + 1]] as const)
      for (const { properties, parts, type } of readTile(city.layer(layer.id)?.tile(z, x, y)?.body)[layer.id] ?? []) {
        const thing = things.find(({ id }) => id === properties.id)
        const { id, name, status, state, ...own } = properties
        expect([own, status, name, type]).toEqual([thing?.fields, thing?.status, z < 16 ? undefined : thing?.name, 1])
        const [px, py] = thing?.geometry.type === 'Point' ? inTile(thing.geometry.coordinates, z, x, y) : [-1, -1]
        expect(Math.abs((parts[0]?.[0]?.[0] ?? -9) - px)).toBeLessThan(4)
        expect(Math.abs((parts[0]?.[0]?.[1] ?? -9) - py)).toBeLessThan(4)
        seen++
      }
    expect(seen).toBeGreaterThan(100)
  },
)
