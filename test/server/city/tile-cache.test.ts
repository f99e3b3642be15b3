import { expect, test } from 'vitest'
import { TileCache } from '../../../server/city/tile-cache.ts'

const bytes = (count: number) => Buffer.alloc(count)

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

test('the packed bytes count as well, and never more is held than the limit', () => {
  const cache = new TileCache(3000)
  const noise = Buffer.from(Array.from({ length: 1500 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256))
  const tile = cache.add('a', 1, noise, 'a')
  const before = cache.bytes
  expect(tile.gzip.length).toBeGreaterThan(20)
  expect(cache.bytes === before + tile.gzip.length || cache.bytes === 0).toBe(true)
})

test('without room a tile is made and not kept', () => {
  const cache = new TileCache(0)
  expect(cache.add('a', 1, bytes(10), 'a').etag).toBe('a')
  expect(cache.get('a', 1)).toBeUndefined()
})
