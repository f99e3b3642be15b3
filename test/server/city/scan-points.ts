import { expect } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Filter } from '../../../server/city/layer-memory.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { assetsOf, dice, editAtRandom, layerOf, placeNear, STATE_OF } from './made-layers.ts'
import { inTile, readTile, tileOf } from './read-tile.ts'

const layer = layerOf('point')

const fits = (asset: Asset, filter: Filter | undefined): boolean =>
  (!filter?.status || filter.status.includes(asset.status)) &&
  Object.entries(filter?.fields ?? {}).every(([key, values]) => values.includes(String(asset.fields[key])))

/** Each thing in a detail tile as one line, with its place in the tile, by id. */
type Found = Map<string, { text: string; x: number; y: number }>

/** What a plain scan says the tile holds. */
export function scan(things: Iterable<Asset>, z: number, x: number, y: number, filter?: Filter): Found {
  const found: Found = new Map()
  for (const asset of things) {
    if (asset.geometry.type !== 'Point' || !fits(asset, filter)) continue
    const [px, py] = inTile(asset.geometry.coordinates, z, x, y)
    if (px < 0 || py < 0 || px >= 4096 || py >= 4096) continue
    // Points carry their names from zoom 16 on.
    const text = [z < 16 ? undefined : asset.name, asset.status, STATE_OF[asset.status], asset.fields.kind].join('|')
    found.set(asset.id, { text, x: px, y: py })
  }
  return found
}

export function read(body: Uint8Array | undefined): Found {
  const features = readTile(body)[layer.id] ?? []
  return new Map(
    features.map(({ properties: { id, name, status, state, kind, ...others }, parts }) => {
      const [x, y] = parts[0]?.[0] ?? [-1, -1]
      return [String(id), { text: [name, status, state, kind, ...Object.keys(others)].join('|'), x, y }]
    }),
  )
}

/** What is wrong with a tile, in words. A coordinate in a tile is the whole part of the true one. */
export function faultsOf(tile: Found, expected: Found): string[] {
  const wrong = [...expected].filter(([id, { text, x, y }]) => {
    const there = tile.get(id)
    return there?.text !== text || !(Math.abs(x - 0.5 - there.x) < 0.51) || !(Math.abs(y - 0.5 - there.y) < 0.51)
  })
  const tooMany = [...tile.keys()].filter((id) => !expected.has(id))
  return [...wrong.map(([id]) => `not as it should be: ${id}`), ...tooMany.map((id) => `should not be there: ${id}`)]
}

const FILTERS: (Filter | undefined)[] = [
  undefined,
  undefined,
  { status: ['fault', 'fire'] },
  { fields: { kind: ['a', 'c'] } },
  { status: ['on'], fields: { kind: ['b'], road: ['索曲路', '文化路'] } },
  { fields: { powerW: ['7', '12'] } },
  { fields: { powerW: ['no such'] } },
]

/** Random tiles of a small town between random edits, each compared with the scan. How many features were seen. */
export async function compareWithScan(count: number, tiles: number, seed: number): Promise<number> {
  const random = dice(seed)
  const city = openCity([layer], { tileCacheBytes: 2 ** 20 })
  const things = new Map(assetsOf(layer, count, random).map((asset) => [asset.id, asset]))
  await city.load(layer.id, things.values())
  let [seq, seen] = [1, 0]
  for (let round = 0; round < tiles; round++) {
    const rows = editAtRandom(things, layer, Math.floor(random() * 12), seq, random)
    city.apply(rows)
    seq += rows.length
    const z = 13 + Math.floor(random() * 8)
    const [x, y] = tileOf(placeNear(random), z)
    const filter = FILTERS[Math.floor(random() * FILTERS.length)]
    const expected = scan(things.values(), z, x, y, filter)
    const tile = city.layer(layer.id)?.tile(z, x, y, filter)
    expect(tile === undefined).toBe(expected.size === 0)
    expect(faultsOf(read(tile?.body), expected)).toEqual([])
    seen += expected.size
  }
  expect(city.layer(layer.id)?.count).toBe(things.size)
  return seen
}
