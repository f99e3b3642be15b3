import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { assetsOf, CENTRE, dice, editAtRandom, layerOf, placeNear, rowOf } from './made-layers.ts'
import { readTile, tileOf } from './read-tile.ts'

const lamps = layerOf('point', { id: 'lamps' })
const roads = layerOf('line', { id: 'roads', mark: false })

const at = (asset: Asset, lng: number, lat: number): Asset => ({
  ...asset,
  geometry: { type: 'Point', coordinates: [lng, lat] },
})

describe('the city follows the log', () => {
  test('a thing that is added, changed, moved and removed is so in the very next tile', async () => {
    const city = openCity([lamps, roads])
    const [lamp] = assetsOf(lamps, 1, dice(1)).map((one) => at(one, ...CENTRE))
    if (!lamp) throw new Error('no lamp')
    const memory = city.layer('lamps')
    const seen = () =>
      (readTile(memory?.tile(16, ...tileOf(CENTRE, 16))?.body).lamps ?? []).map(({ properties }) => properties.status)
    expect(seen()).toEqual([])
    city.apply([rowOf(1, lamp.id, { ...lamp, status: 'on' })])
    expect(seen()).toEqual(['on'])
    city.apply([rowOf(2, lamp.id, { ...lamp, status: 'fault' })])
    expect(seen()).toEqual(['fault'])
    city.apply([rowOf(3, lamp.id, at(lamp, CENTRE[0] + 1, CENTRE[1]))])
    expect(seen()).toEqual([])
    city.apply([rowOf(4, lamp.id, lamp), rowOf(5, lamp.id, undefined)])
    expect([seen(), memory?.count, city.seq]).toEqual([[], 0, 5])
  })

  test('rows that were applied before, of other entities and of unknown layers change nothing', async () => {
    const city = openCity([lamps])
    const [lamp] = assetsOf(lamps, 1, dice(1))
    if (!lamp) throw new Error('no lamp')
    city.apply([rowOf(1, lamp.id, lamp), rowOf(2, lamp.id, { ...lamp, status: 'fault' })])
    const version = city.layer('lamps')?.version
    city.apply([rowOf(1, lamp.id, lamp)])
    city.apply([{ ...rowOf(3, 'c1', undefined), entity: 'case', after: { id: 'c1', status: 'filed' } }])
    city.apply([rowOf(4, 'x', { ...lamp, id: 'x', layer: 'trees' }), rowOf(5, 'nobody', undefined)])
    expect(city.layer('lamps')?.get(lamp.id)?.status).toBe('fault')
    expect([city.layer('lamps')?.version, city.layer('lamps')?.count, city.seq]).toEqual([version, 1, 5])
    await expect(city.load('trees', [])).rejects.toThrow('trees')
    expect(city.layer('trees')).toBeUndefined()
  })

  test('a thing that goes to another layer is gone from the first', async () => {
    const poles = layerOf('point', { id: 'poles' })
    const city = openCity([lamps, poles])
    const [lamp] = assetsOf(lamps, 1, dice(1))
    if (!lamp) throw new Error('no lamp')
    city.apply([rowOf(1, lamp.id, lamp)])
    city.apply([rowOf(2, lamp.id, { ...lamp, layer: 'poles' })])
    expect([city.layer('lamps')?.count, city.layer('poles')?.count]).toEqual([0, 1])
  })

  test('what changes while a layer is being loaded is not lost', async () => {
    const city = openCity([lamps])
    const things = assetsOf(lamps, 9000, dice(5))
    const loading = city.load('lamps', things)
    const [one, two] = things
    await new Promise((resume) => setImmediate(resume))
    city.apply([rowOf(1, one?.id ?? '', undefined), rowOf(2, two?.id ?? '', { ...(two as Asset), status: 'fire' })])
    await loading
    const memory = city.layer('lamps')
    expect([memory?.count, memory?.get(one?.id ?? ''), memory?.get(two?.id ?? '')?.status]).toEqual([
      8999,
      undefined,
      'fire',
    ])
  })

  test('a load replaces all that the layer had; of two states of one thing the later stands', async () => {
    const city = openCity([lamps])
    await city.load('lamps', assetsOf(lamps, 100, dice(5)))
    const [one] = assetsOf(lamps, 1, dice(6))
    await city.load(
      'lamps',
      [
        { ...(one as Asset), status: 'on' },
        { ...(one as Asset), status: 'fault' },
      ],
      77,
    )
    const memory = city.layer('lamps')
    expect([memory?.count, memory?.get(one?.id ?? '')?.status, city.seq]).toEqual([1, 'fault', 77])
    expect([...(memory?.all() ?? [])].length).toBe(1)
  })

  test('bounds hold every thing and are undefined for none', async () => {
    const city = openCity([lamps, roads])
    const things = assetsOf(lamps, 500, dice(5))
    await city.load('lamps', things)
    const [w = 0, s = 0, e = 0, n = 0] = city.layer('lamps')?.bounds() ?? []
    const places = things.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates : CENTRE))
    expect(w).toBeCloseTo(Math.min(...places.map(([lng]) => lng)), 6)
    expect(n).toBeCloseTo(Math.max(...places.map(([, lat]) => lat)), 6)
    expect(places.every(([lng, lat]) => lng >= w && lng <= e && lat >= s && lat <= n)).toBe(true)
    expect(city.layer('roads')?.bounds()).toBeUndefined()
  })
})

describe('kept tiles', () => {
  test('a tile keeps its ETag and its bytes while edits go on elsewhere, and gets another when it changes', async () => {
    const city = openCity([lamps])
    const random = dice(8)
    const things = assetsOf(lamps, 3000, random)
    await city.load('lamps', things)
    const memory = city.layer('lamps')
    const far = { ...(things[0] as Asset), id: 'far', geometry: { type: 'Point', coordinates: [100, 20] } } as Asset
    const before = memory?.tile(15, ...tileOf(CENTRE, 15))
    for (let seq = 1; seq < 500; seq++) city.apply([rowOf(seq, 'far', { ...far, status: seq % 2 ? 'on' : 'fault' })])
    expect(memory?.tile(15, ...tileOf(CENTRE, 15))?.etag).toBe(before?.etag)
    city.apply([rowOf(1000, 'near', at({ ...far, id: 'near' }, ...CENTRE))])
    expect(memory?.tile(15, ...tileOf(CENTRE, 15))?.etag).not.toBe(before?.etag)
    expect(memory?.tile(15, ...tileOf([100, 20], 15))?.etag).not.toBe(before?.etag)
  })

  test('the same ETag is the same bytes, through edits and merges, whether kept or built again; no tile is stale', async () => {
    for (const layer of [lamps, roads]) {
      const random = dice(17)
      const things = new Map(assetsOf(layer, 300, random).map((asset) => [asset.id, asset]))
      const [kept, built] = [openCity([layer]), openCity([layer], { tileCacheBytes: 0 })]
      for (const city of [kept, built]) await city.load(layer.id, things.values())
      const bytes = new Map<string, string>()
      const stale: string[] = []
      const tiles = Array.from(
        { length: 12 },
        (_, round) => [11 + (round % 8), ...tileOf(placeNear(random), 11 + (round % 8))] as const,
      )
      for (let seq = 1, round = 0; round < 60; round++) {
        const rows = editAtRandom(things, layer, 1 + Math.floor(random() * 3), seq, random)
        seq += rows.length
        for (const city of [kept, built]) city.apply(rows)
        for (const [z, x, y] of tiles) {
          const [one, other] = [kept, built].map((city) => city.layer(layer.id)?.tile(z, x, y))
          if (!(one?.body.equals(other?.body ?? Buffer.alloc(0)) ?? other === undefined))
            stale.push(`${z}/${x}/${y} in round ${round}`)
          for (const tile of [one, other]) {
            if (!tile) continue
            const key = `${z}/${x}/${y} ${tile.etag}`
            const text = tile.body.toString('latin1')
            if ((bytes.get(key) ?? text) !== text) stale.push(key)
            bytes.set(key, text)
          }
        }
      }
      expect(stale).toEqual([])
      expect(bytes.size).toBeGreaterThan(100)
    }
  })

  test('a filtered tile is another tile, whatever the order of the filter', async () => {
    const city = openCity([lamps])
    await city.load('lamps', assetsOf(lamps, 2000, dice(8)))
    const tile = (status: string[]) => city.layer('lamps')?.tile(13, ...tileOf(CENTRE, 13), { status })
    expect(tile(['on', 'fault'])).toBe(tile(['fault', 'on']))
    expect(tile(['on'])).not.toBe(tile(['fault']))
  })

  test('packed and plain are the same tile, and a tile is packed once', async () => {
    const city = openCity([lamps])
    await city.load('lamps', assetsOf(lamps, 500, dice(8)))
    const tile = city.layer('lamps')?.tile(0, 0, 0)
    const packed = await tile?.gzip()
    expect(gunzipSync(packed ?? '').equals(tile?.body ?? Buffer.alloc(0))).toBe(true)
    expect(await city.layer('lamps')?.tile(0, 0, 0)?.gzip()).toBe(packed)
  })
})
