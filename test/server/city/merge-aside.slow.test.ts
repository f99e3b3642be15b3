import { setImmediate } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import { type Merger, MergeThread } from '../../../server/city/merge-thread.ts'
import { assetsOf, dice, editAtRandom, layerOf, placeNear } from './made-layers.ts'
import { readTile, tileOf } from './read-tile.ts'
import { faultsOf, read, scan } from './scan-points.ts'

const thread = new MergeThread()
afterAll(() => thread.close())

/** A merger that counts what it was asked for, and may be slow or fail. */
function watched(merger: Merger) {
  const rows: number[] = []
  return {
    rows,
    merge(parts: Parameters<Merger['merge']>[0], lookCount: number) {
      rows.push(parts.reduce((sum, part) => sum + part.rows.count, 0))
      return merger.merge(parts, lookCount)
    },
  }
}

for (const [how, merger] of [
  ['in another thread', thread],
  ['here because the thread fails', { merge: () => Promise.reject(new Error('planted')) }],
] as const)
  test(`while merges are made ${how}, edits go on and none is lost`, { timeout: 120_000 }, async () => {
    const layer = layerOf('point')
    const random = dice(31)
    let use: Merger = thread
    const aside = watched({ merge: (parts, lookCount) => use.merge(parts, lookCount) })
    const city = openCity([layer], { merger: aside })
    const things = new Map(assetsOf(layer, 30_000, random).map((asset) => [asset.id, asset]))
    await city.load(layer.id, things.values())
    aside.rows.length = 0
    use = merger
    for (let seq = 1; seq < 40_000; ) {
      const rows = editAtRandom(things, layer, 400, seq, random)
      city.apply(rows)
      seq += rows.length
      await setImmediate()
      const [x, y] = tileOf(placeNear(random), 16)
      const tile = city.layer(layer.id)?.tile(16, x, y)
      expect(faultsOf(read(tile?.body), scan(things.values(), 16, x, y))).toEqual([])
    }
    expect(aside.rows.length).toBeGreaterThan(2)
    expect(Math.max(...aside.rows)).toBeGreaterThan(25_000)
    expect(city.layer(layer.id)?.count).toBe(things.size)
    for (const [id, asset] of things) expect(city.layer(layer.id)?.get(id)).toEqual(asset)
  })

test('lines and polygons come back from the other thread as they were', async () => {
  const layer = layerOf('polygon', { id: 'lots' })
  const random = dice(32)
  const city = openCity([layer], { merger: thread })
  const lots = assetsOf(layer, 9000, random)
  await city.load(layer.id, lots)
  for (const lot of lots.slice(0, 200)) expect(city.layer(layer.id)?.get(lot.id)).toEqual(lot)
  const [x, y] = tileOf(placeNear(random), 14)
  expect(readTile(city.layer(layer.id)?.tile(14, x, y)?.body).lots?.length).toBeGreaterThan(0)
})

test('a thread that was ended refuses, and the layer merges by itself', async () => {
  const ended = new MergeThread()
  await ended.close()
  await expect(ended.merge([], 0)).rejects.toThrow('ended')
})
