import { describe, expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Filter } from '../../../server/city/layer-memory.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { State, worstOf } from '../../../server/contract/state.ts'
import { assetsOf, dice, editAtRandom, layerOf, placeNear, rowOf, STATE_OF } from './made-layers.ts'
import { inTile, readTile, tileOf } from './read-tile.ts'

const layer = layerOf('point', { detailZoom: 15 })
const placeOf = (asset: Asset) => (asset.geometry.type === 'Point' ? asset.geometry.coordinates : undefined)

/** Things by the tile they stand in, as a plain scan finds them. */
function byTile(things: Iterable<Asset>, z: number): Map<string, Asset[]> {
  const tiles = new Map<string, Asset[]>()
  for (const asset of things) {
    const key = tileOf(placeOf(asset) ?? [0, 0], z).join('/')
    const there = tiles.get(key)
    if (there) there.push(asset)
    else tiles.set(key, [asset])
  }
  return tiles
}

const countByState = (things: readonly Asset[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status } of things) counts[STATE_OF[status] ?? ''] = (counts[STATE_OF[status] ?? ''] ?? 0) + 1
  return counts
}

async function townOf(count: number, seed: number) {
  const random = dice(seed)
  const city = openCity([layer], { tileCacheBytes: 0 })
  const things = new Map(assetsOf(layer, count, random).map((asset) => [asset.id, asset]))
  await city.load(layer.id, things.values())
  return { city, things, random, memory: city.layer(layer.id) }
}

// Twice without: the second time the sums of cells are there already, and must have followed the edits.
const FILTERS: (Filter | undefined)[] = [
  undefined,
  undefined,
  { status: ['fault', 'on'] },
  { fields: { kind: ['b'] } },
  { fields: { road: ['文化路'] } },
]

describe('clusters', () => {
  test.each([
    [900, 'few'],
    [5000, 'many'],
  ])('of %i things add up to all of them, by state, in every tile of every zoom, after edits too', async (count) => {
    const { city, things, random, memory } = await townOf(count, count)
    let seq = 1
    for (const filter of FILTERS) {
      for (let z = 0; z < 15; z += 2 + Math.floor(random() * 4)) {
        const fitting = [...things.values()].filter(
          (asset) =>
            !filter ||
            (filter.status?.includes(asset.status) ??
              Object.entries(filter.fields ?? {}).every(([key, values]) => values.includes(String(asset.fields[key])))),
        )
        for (const [key, members] of byTile(fitting, z)) {
          const [x = 0, y = 0] = key.split('/').map(Number)
          const clusters = readTile(memory?.tile(z, x, y, filter)?.body)[`${layer.id}-clusters`] ?? []
          const sum = (of: string) => clusters.reduce((total, { properties }) => total + Number(properties[of] ?? 0), 0)
          expect(sum('count')).toBe(members.length)
          expect(Object.fromEntries(State.options.map((state) => [state, sum(state)]).filter(([, n]) => n))).toEqual(
            countByState(members),
          )
        }
      }
      const rows = editAtRandom(things, layer, 300, seq, random)
      city.apply(rows)
      seq += rows.length
    }
  })

  test('show the worst of their members, in the words of the contract', async () => {
    const { memory } = await townOf(4000, 5)
    const [x, y] = tileOf([93.785, 31.886], 11)
    const clusters = readTile(memory?.tile(11, x, y)?.body)[`${layer.id}-clusters`] ?? []
    expect(clusters.length).toBeGreaterThan(10)
    for (const { properties } of clusters) {
      const present = State.options.filter((state) => Number(properties[state] ?? 0) > 0)
      expect(properties.state).toBe(worstOf(present))
      expect(properties.count).toBe(present.reduce((sum, state) => sum + Number(properties[state]), 0))
    }
  })

  test('stand at the mean of their members: one of two things is half way between them', async () => {
    const [one, two] = assetsOf(layer, 2, dice(1)).map(
      (asset, at): Asset => ({ ...asset, geometry: { type: 'Point', coordinates: [93.7 + at * 0.0004, 31.8] } }),
    )
    const city = openCity([layer])
    await city.load(
      layer.id,
      [one, two].filter((asset) => asset !== undefined),
    )
    const [x, y] = tileOf([93.7002, 31.8], 12)
    const clusters = readTile(city.layer(layer.id)?.tile(12, x, y)?.body)[`${layer.id}-clusters`]
    const [px, py] = inTile([93.7002, 31.8], 12, x, y)
    expect(clusters).toMatchObject([{ properties: { count: 2 }, parts: [[[Math.floor(px), Math.floor(py)]]] }])
  })

  test('of one thing carry its id, name, status and feature id, and no other does', async () => {
    const { memory, things } = await townOf(3000, 11)
    let singles = 0
    for (const [key] of byTile(things.values(), 14)) {
      const [x = 0, y = 0] = key.split('/').map(Number)
      for (const { id, properties, parts } of readTile(memory?.tile(14, x, y)?.body)[`${layer.id}-clusters`] ?? []) {
        if (properties.count !== 1) {
          expect(properties).not.toHaveProperty('id')
          continue
        }
        singles++
        const thing = things.get(String(properties.id))
        expect(properties).toMatchObject({
          name: thing?.name,
          status: thing?.status,
          state: STATE_OF[thing?.status ?? ''],
        })
        const [px, py] = inTile(placeOf(thing as Asset) ?? [0, 0], 14, x, y)
        expect(parts[0]?.[0]).toEqual([expect.closeTo(px - 0.5, 0), expect.closeTo(py - 0.5, 0)])
        const [detailX, detailY] = tileOf(placeOf(thing as Asset) ?? [0, 0], 16)
        const detail = readTile(memory?.tile(16, detailX, detailY)?.body)[layer.id] ?? []
        expect(detail.find((feature) => feature.properties.id === thing?.id)?.id).toBe(id)
      }
    }
    expect(singles).toBeGreaterThan(100)
  })

  test('lie at least the width of a mark apart within a tile', async () => {
    const { memory } = await townOf(6000, 3)
    const [x, y] = tileOf(placeNear(dice(2)), 12)
    const places = (readTile(memory?.tile(12, x, y)?.body)[`${layer.id}-clusters`] ?? []).map(
      ({ parts }) => parts[0]?.[0] ?? [0, 0],
    )
    const closest = places.flatMap(([ax = 0, ay = 0], at) =>
      places.slice(at + 1).map(([bx = 0, by = 0]) => Math.hypot(ax - bx, ay - by)),
    )
    // Taking in a neighbour moves the mean, by less than half the width.
    expect(Math.min(...closest)).toBeGreaterThan(144)
  })

  test('follow the log: a lamp that fails turns its cluster at once', async () => {
    const city = openCity([layer])
    const lamps = assetsOf(layer, 50, dice(9)).map((asset): Asset => ({ ...asset, status: 'on' }))
    await city.load(layer.id, lamps)
    const states = () => {
      const clusters = readTile(city.layer(layer.id)?.tile(0, 0, 0)?.body)[`${layer.id}-clusters`] ?? []
      return clusters.map(({ properties }) => [properties.state, properties.count])
    }
    expect(states()).toEqual([['normal', 50]])
    city.apply([rowOf(1, lamps[7]?.id ?? '', { ...(lamps[7] as Asset), status: 'fire' })])
    expect(states()).toEqual([['emergency', 50]])
    city.apply([rowOf(2, lamps[7]?.id ?? '', undefined)])
    expect(states()).toEqual([['normal', 49]])
  })
})
