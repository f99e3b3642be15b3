import { expect, test } from 'vitest'
import { TileCache } from '../../../server/city/tile-cache.ts'

const bytes = (count: number) => Buffer.from(new ArrayBuffer(count))

test('the tile that was not asked for longest goes first when the room is full', () => {
  const cache = new TileCache(5000)
  for (const key of ['a', 'b', 'c']) cache.add(key, 1, bytes(1000), key)
  cache.get('a', 1)
  cache.add('d', 1, bytes(1000), 'd')
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key, 1)?.etag)).toEqual(['a', undefined, 'c', 'd'])
  expect(cache.bytes).toBeLessThanOrEqual(5000)
})

test('a tile of an older stamp is forgotten', () => {
  const cache = new TileCache(5000)
  cache.add('a', 1, bytes(10), 'old')
  expect(cache.get('a', 2)).toBeUndefined()
  expect(cache.bytes).toBe(0)
})

test('the packed bytes count as well, and never more is held than the limit', async () => {
  const cache = new TileCache(3000)
  const noise = bytes(1500).map((_, at) => (at * 7919 + (at >> 3) * 31) % 256)
  const tile = cache.add('a', 1, Buffer.from(noise.buffer), 'a')
  const before = cache.bytes
  const packed = await tile.gzip()
  expect(packed.length).toBeGreaterThan(20)
  expect(cache.bytes === before + packed.length || cache.bytes === 0).toBe(true)
})

test('without room a tile is made and not kept', () => {
  const cache = new TileCache(0)
  expect(cache.add('a', 1, bytes(10), 'a').etag).toBe('a')
  expect(cache.get('a', 1)).toBeUndefined()
})

test('an array is used again when its tile is out of the cache and given back, and not before', () => {
  const cache = new TileCache(10_000)
  const first = cache.take(5000)
  const lent = cache.add('a', 1, first, 'a').lend()
  cache.add('b', 1, cache.take(6000), 'b')
  expect(cache.get('a', 1)).toBeUndefined()
  expect(cache.take(5000).buffer).not.toBe(first.buffer)
  lent.giveBack()
  expect(cache.take(5000).buffer).toBe(first.buffer)
})

test('the array of a tile that is still kept, or was handed to somebody for good, is never used again', () => {
  const cache = new TileCache(10_000)
  const kept = cache.add('a', 1, cache.take(5000), 'a')
  kept.lend().giveBack()
  expect(cache.take(5000).buffer).not.toBe(kept.body.buffer)
  const handed = kept.hand()
  cache.add('b', 1, cache.take(6000), 'b')
  expect(cache.get('a', 1)).toBeUndefined()
  expect(cache.take(5000).buffer).not.toBe(handed.body.buffer)
})
