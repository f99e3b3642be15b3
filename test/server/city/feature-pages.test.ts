import { describe, expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { FeatureQuery, Features } from '../../../server/city/feature-pages.ts'
import type { LayerMemory } from '../../../server/city/layer-memory.ts'
import { Utf8Writer } from '../../../server/city/utf8-writer.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Bbox } from '../../../server/contract/geo.ts'
import { assetsOf, CENTRE, dice, editAtRandom, layerOf, placeNear, rowOf, STATE_OF } from './made-layers.ts'

async function townOf(geometry: 'point' | 'line' | 'polygon', count: number, seed: number) {
  const layer = layerOf(geometry)
  const random = dice(seed)
  const city = openCity([layer])
  const things = new Map(assetsOf(layer, count, random).map((asset) => [asset.id, asset]))
  await city.load(layer.id, things.values())
  const memory = city.layer(layer.id)
  if (!memory) throw new Error('no layer')
  return { city, layer, things, random, memory }
}

/** The features of a page, out of its bytes. */
function parsed({ write, returned }: Features): { id: string }[] {
  const out = new Utf8Writer()
  write(out)
  const features = JSON.parse(`[${out.written()}]`)
  expect(features.length).toBe(returned)
  return features
}

/** All pages of a query, as ids. */
function pagesOf(memory: LayerMemory, query: FeatureQuery): string[][] {
  const pages: string[][] = []
  for (let after: string | undefined, more = true; more; ) {
    const page = memory.features({ ...query, ...(after ? { after } : {}) })
    pages.push(parsed(page).map(({ id }) => id))
    after = page.next
    more = after !== undefined
  }
  return pages
}

const boxOf = ({ geometry }: Asset): Bbox => {
  const places = (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates.flat(3)) as
    | number[]
    | [number, number][]
  const flat = places.flat()
  const [lngs, lats] = [flat.filter((_, at) => at % 2 === 0), flat.filter((_, at) => at % 2 === 1)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

const meets = (a: Bbox, b: Bbox): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

describe.each(['point', 'line', 'polygon'] as const)('pages of %ss', (geometry) => {
  test('hold each thing in the box once, however long a page is, after edits too', async () => {
    const { city, layer, things, random, memory } = await townOf(geometry, 1200, 3)
    let seq = 1
    for (let round = 0; round < 30; round++) {
      const rows = editAtRandom(things, layer, 20, seq, random)
      city.apply(rows)
      seq += rows.length
      const [lng, lat] = placeNear(random)
      const size = 0.02 * random()
      const bbox: Bbox = [lng - size, lat - size, lng + size, lat + size]
      const limit = 1 + Math.floor(random() * 200)
      const filter = random() < 0.5 ? { status: ['on', 'fire'] } : undefined
      const expected = [...things.values()].filter(
        (asset) => meets(boxOf(asset), bbox) && (!filter || filter.status.includes(asset.status)),
      )
      const pages = pagesOf(memory, { bbox, limit, ...(filter ? { filter } : {}) })
      expect(pages.slice(0, -1).every(({ length }) => length === limit)).toBe(true)
      expect(pages.flat().sort()).toEqual(expected.map(({ id }) => id).sort())
      expect(memory.features({ bbox, limit, ...(filter ? { filter } : {}) }).matched).toBe(expected.length)
      const counts = memory.counts({ bbox, ...(filter ? { filter } : {}) })
      expect([...counts.values()].reduce((sum, one) => sum + one, 0)).toBe(expected.length)
    }
  })

  test('a feature says all that tells the thing, and its geometry comes back as it was', async () => {
    const { things, memory } = await townOf(geometry, 40, 6)
    for (const feature of parsed(memory.features({ limit: 100 }))) {
      const { id, name, status, code, edition, changedAt, fields, geometry: shape } = things.get(feature.id) as Asset
      expect(feature).toEqual({
        type: 'Feature',
        id,
        geometry: shape,
        properties: { id, name, status, state: STATE_OF[status], code, edition, changedAt, ...fields },
      })
    }
  })

  test('get and all give back the whole state of each thing', async () => {
    const { city, layer, things, random, memory } = await townOf(geometry, 300, 12)
    city.apply(editAtRandom(things, layer, 200, 1, random))
    for (const [id, asset] of things) expect(memory.get(id)).toEqual(asset)
    expect(memory.get('540626L0101999999')).toBeUndefined()
    expect(new Map([...memory.all()].map((asset) => [asset.id, asset]))).toEqual(things)
  })
})

describe('a cursor', () => {
  test('goes on behind the same thing while others come, go and change between two pages', async () => {
    const { city, layer, things, random, memory } = await townOf('point', 800, 31)
    const lasting = [...things.keys()].filter((_, at) => at % 2 === 0)
    const seen: string[] = []
    let [after, seq] = [undefined as string | undefined, 1]
    do {
      const page = memory.features({ limit: 37, ...(after ? { after } : {}) })
      seen.push(...parsed(page).map(({ id }) => id))
      after = page.next
      const others = new Map([...things].filter(([id]) => !lasting.includes(id)))
      const rows = editAtRandom(others, layer, 25, seq, random)
      city.apply(rows)
      seq += rows.length
    } while (after)
    expect(seen.filter((id) => lasting.includes(id)).sort()).toEqual([...lasting].sort())
  })

  test('that is none of ours is refused', async () => {
    const { memory } = await townOf('point', 5, 1)
    for (const after of ['', 'x', '1.2', '1.2.3.4', 'zzzzzzz.0.0', '-1.0.0', '1E9.0.0', ' 1.2.3'])
      expect(() => memory.features({ limit: 5, after })).toThrow(RangeError)
  })
})

describe('counts', () => {
  test('name every status of the layer and follow edits; a field or value that nobody has counts nothing', async () => {
    const { city, layer, things, random, memory } = await townOf('point', 500, 2)
    city.apply(editAtRandom(things, layer, 300, 1, random))
    const plain = Object.fromEntries(
      layer.statuses.map(({ id }) => [id, [...things.values()].filter(({ status }) => status === id).length]),
    )
    expect(Object.fromEntries(memory.counts())).toEqual(plain)
    expect(memory.count).toBe(things.size)
    for (const fields of [{ road: ['no such'] }, { kind: ['z'] }, { strange: ['1'] }] as Record<string, string[]>[])
      expect([...memory.counts({ filter: { fields } }).values()].every((one) => one === 0)).toBe(true)
    const powered = [...things.values()].filter(({ fields }) => [7, 8].includes(Number(fields.powerW)))
    const found = memory.counts({ filter: { fields: { powerW: ['7', '8'] } } })
    expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBe(powered.length)
  })
})

describe('nearest', () => {
  const metres = ([lng1, lat1]: readonly number[], [lng2, lat2]: readonly number[]) =>
    6_371_008.8 *
    Math.hypot(
      ((lat2 ?? 0) - (lat1 ?? 0)) * (Math.PI / 180),
      ((lng2 ?? 0) - (lng1 ?? 0)) * (Math.PI / 180) * Math.cos(((lat1 ?? 0) * Math.PI) / 180),
    )

  test('finds the same lamps at the same distance as looking at all of them', async () => {
    const { things, random, memory } = await townOf('point', 3000, 4)
    for (let round = 0; round < 40; round++) {
      const at = round === 0 ? ([0, 0] as [number, number]) : placeNear(random)
      const found = memory.nearest(at, 5)
      expect(found.length).toBe(5)
      if (round === 0) continue
      const plain = [...things.values()].map(({ id, geometry }) => ({
        id,
        metres: geometry.type === 'Point' ? metres(at, geometry.coordinates) : 0,
      }))
      plain.sort((a, b) => a.metres - b.metres)
      found.forEach((one, rank) => {
        expect(Math.abs(one.metres - (plain[rank]?.metres ?? 0))).toBeLessThan(0.05 + one.metres * 1e-4)
      })
    }
    expect(memory.nearest(CENTRE, 5000).length).toBe(things.size)
  })

  test('is 0 inside a polygon and the way to its edge outside; a removed thing is not found', async () => {
    const layer = layerOf('polygon')
    const [lot] = assetsOf(layer, 1, dice(1))
    const square: Asset['geometry'] = {
      type: 'Polygon',
      coordinates: [
        [
          [93, 31],
          [93.01, 31],
          [93.01, 31.01],
          [93, 31.01],
          [93, 31],
        ],
      ],
    }
    const city = openCity([layer])
    await city.load(layer.id, [{ ...(lot as Asset), geometry: square }])
    const memory = city.layer(layer.id)
    expect(memory?.nearest([93.005, 31.005], 1)).toEqual([{ id: lot?.id, metres: 0 }])
    expect(memory?.nearest([93.005, 31.02], 1)[0]?.metres).toBeCloseTo(1111.95, 0)
    city.apply([rowOf(1, lot?.id ?? '', undefined)])
    expect(memory?.nearest([93.005, 31.005], 1)).toEqual([])
  })
})
