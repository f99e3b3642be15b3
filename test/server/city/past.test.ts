import { describe, expect, test } from 'vitest'
import type { CityPicture } from '../../../server/city/city-picture.ts'
import { TooManyPasts } from '../../../server/city/keep-pasts.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { CENTRE, dice, layerOf, placeNear, rowOf } from './made-layers.ts'
import { cityWithLog, replay } from './made-log.ts'
import { readTile, tileOf } from './read-tile.ts'
import { faultsOf, read, scan } from './scan-points.ts'

const points = layerOf('point')
const areas = layerOf('polygon')

const thingsIn = (picture: CityPicture) =>
  new Map([points, areas].flatMap(({ id }) => [...(picture.layer(id)?.all() ?? [])]).map((one) => [one.id, one]))

const sorted = (things: Iterable<[string, Asset]>) => [...things].sort(([a], [b]) => (a < b ? -1 : 1))

describe('a past picture', () => {
  test('holds at 50 random rows of the log what a replay of it gives, in every answer', async () => {
    const { city, log } = await cityWithLog([points, areas], { edits: 6_000, seed: 3 })
    const random = dice(4)
    for (let round = 0; round < 50; round++) {
      const seq = Math.floor(random() * log.length)
      const past = await city.past(seq)
      const then = replay(log, seq)
      expect(sorted(thingsIn(past))).toEqual(sorted(then))
      const lamps = [...then.values()].filter(({ layer }) => layer === points.id)
      const layer = past.layer(points.id)
      expect(layer?.count).toBe(lamps.length)
      expect(layer?.counts().get('fault')).toBe(lamps.filter(({ status }) => status === 'fault').length)
      expect(layer?.features({ limit: 1, filter: { status: ['on'] } }).matched).toBe(
        lamps.filter(({ status }) => status === 'on').length,
      )
      const z = 13 + Math.floor(random() * 6)
      const [x, y] = tileOf(placeNear(random), z)
      expect(faultsOf(read(layer?.tile(z, x, y)?.body), scan(lamps, z, x, y))).toEqual([])
    }
    expect(sorted(thingsIn(city))).toEqual(sorted(replay(log, log.length)))
  })

  test('clusters count its own things, and the present goes on counting its own', async () => {
    const { city, log } = await cityWithLog([points], { first: 9_000, edits: 12_000, seed: 5 })
    const counted = (picture: CityPicture) => {
      const tile = readTile(picture.layer(points.id)?.tile(8, ...tileOf(CENTRE, 8))?.body)
      const counts = (tile[`${points.id}-clusters`] ?? []).map(({ properties }) => Number(properties.count))
      return counts.reduce((sum, count) => sum + count, 0)
    }
    for (const seq of [200, 9_500, 11_800]) expect(counted(await city.past(seq))).toBe(replay(log, seq).size)
    city.apply([rowOf(log.length + 1, log[0]?.entityId ?? '', undefined)])
    expect(counted(city)).toBe(city.layer(points.id)?.count)
  })

  test('is not touched by what comes, and what comes is not touched by it', async () => {
    const { city, log } = await cityWithLog([points], { edits: 5_000, seed: 6 })
    const seq = 2_500
    const past = await city.past(seq)
    const [first] = sorted(thingsIn(past))
    if (!first) throw new Error('nothing there')
    const next = log.length + 1
    city.apply([rowOf(next, first[0], undefined), rowOf(next + 1, 'new', { ...first[1], id: 'new', name: 'new' })])
    expect(sorted(thingsIn(past))).toEqual(sorted(replay(log, seq)))
    const now = replay([...log, rowOf(next, first[0], undefined)], next)
    now.set('new', { ...first[1], id: 'new', name: 'new' })
    expect(sorted(thingsIn(city))).toEqual(sorted(now))
    expect(city.layer(points.id)?.tile(14, ...tileOf(CENTRE, 14))?.etag).not.toMatch(/at-/)
  })

  test('of before the first row is an empty city, and the log is not asked for it', async () => {
    const { city, asked } = await cityWithLog([points], { edits: 100, seed: 7 })
    const past = await city.past(0)
    expect([past.layer(points.id)?.count, past.layer(points.id)?.bounds(), past.layers().length]).toEqual([
      ...[0, undefined, 1],
    ])
    expect(past.layer(points.id)?.tile(0, 0, 0)).toBeUndefined()
    expect(asked).toEqual([])
  })

  test('keeps its tag and its ETags', async () => {
    const { city } = await cityWithLog([points], { edits: 3_000, seed: 8, limits: { kept: 1 } })
    const etagAt = async (seq: number) => {
      const layer = (await city.past(seq)).layer(points.id)
      return [layer?.tag, layer?.tile(12, ...tileOf(CENTRE, 12))?.etag]
    }
    const before = await etagAt(1_000)
    expect(await etagAt(2_000)).not.toEqual(before)
    expect(await etagAt(1_000)).toEqual(before)
  })

  test('shares with its neighbour every layer that did not change between them, and with it the tag', async () => {
    const { city, log } = await cityWithLog([points, areas], { edits: 3_000, seed: 15 })
    const layersAt = async (seq: number) => {
      const past = await city.past(seq)
      return [past.layer(points.id), past.layer(areas.id)]
    }
    const only = log.findIndex((row, at) => [row, log[at - 1]].every((one) => one?.entityId.startsWith('points')))
    const [before, after] = [await layersAt(only), await layersAt(only + 1)]
    expect(after[0]?.tag).not.toBe(before[0]?.tag)
    expect(after[1]).toBe(before[1])
    expect((await city.past(log.length)).layer(areas.id)?.tag).toBe(city.layer(areas.id)?.tag)
  })

  test('that is ahead of the present, because the follower is late, is as the log says', async () => {
    const { city, log } = await cityWithLog([points], { edits: 1_000, seed: 9 })
    const gone = [...replay(log, log.length).keys()][0] ?? ''
    const row = rowOf(log.length + 1, gone, undefined)
    log.push(row)
    expect(thingsIn(await city.past(row.seq)).has(gone)).toBe(false)
    expect(thingsIn(city).has(gone)).toBe(true)
  })
})

describe('pasts that are kept', () => {
  test('a step asks the log only for what lies between two moments', async () => {
    const { city, asked } = await cityWithLog([points], { edits: 4_000, seed: 10 })
    await city.past(1_000)
    await city.past(1_010)
    expect(asked).toEqual([
      { after: 1_000, at: 1_000 },
      { after: 1_000, upTo: 1_010, at: 1_010 },
    ])
  })

  test('are as many as they may be, and asked for at once a moment is made once', async () => {
    const { city, asked } = await cityWithLog([points], { edits: 4_000, seed: 11, limits: { kept: 3 } })
    for (let seq = 500; seq < 3_500; seq += 300) await city.past(seq)
    expect(city.pasts.kept).toBe(3)
    const before = asked.length
    const [one, other] = await Promise.all([city.past(777), city.past(777)])
    expect(one).toBe(other)
    expect(asked.length).toBe(before + 1)
    expect(city.past(777)).toBe(one)
  })

  test('give way when they take too much', async () => {
    const all = await cityWithLog([points], { edits: 20_000, seed: 12 })
    for (const seq of [4_000, 8_000, 12_000]) await all.city.past(seq)
    const { bytes } = all.city.pasts
    const few = await cityWithLog([points], { edits: 20_000, seed: 12, limits: { bytes: bytes / 2 } })
    for (const seq of [4_000, 8_000, 12_000]) await few.city.past(seq)
    expect(few.city.pasts.kept).toBeLessThan(3)
    expect(few.city.pasts.bytes).toBeLessThanOrEqual(bytes / 2)
  })

  test('one more than can be made at once is refused, and later is not', async () => {
    let go = () => {}
    const slow = new Promise<void>((resolve) => {
      go = resolve
    })
    const { city } = await cityWithLog([points], { edits: 500, seed: 13, limits: { loading: 2 }, gate: () => slow })
    const made = [city.past(100), city.past(200)]
    expect(() => city.past(300)).toThrow(TooManyPasts)
    go()
    await Promise.all(made)
    expect((await city.past(300)).seq).toBe(300)
  })

  test('one that could not be read is read anew', async () => {
    let lost = true
    const gate = async () => {
      if (lost) throw new Error('the store is lost')
    }
    const { city } = await cityWithLog([points], { edits: 500, seed: 14, gate })
    await expect(city.past(100)).rejects.toThrow('lost')
    lost = false
    expect((await city.past(100)).seq).toBe(100)
  })
})
