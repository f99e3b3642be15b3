import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CityMemory, openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { AssetPage } from '../../../server/contract/asset-page.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import { assetsOf, dice, layerOf, placeNear } from './made-layers.ts'
import { tileOf } from './read-tile.ts'

const LAYERS = [layerOf('point'), layerOf('line'), layerOf('polygon')] as const
const [POINTS] = LAYERS

/** As a store hands them over; PostgreSQL leaves a space between two elements. */
function pageOf(things: readonly Asset[], between = ','): AssetPage {
  const column = (read: (asset: Asset) => unknown) =>
    Buffer.from(`[${things.map((asset) => JSON.stringify(read(asset))).join(between)}]`)
  return {
    count: things.length,
    id: column(({ id }) => id),
    name: column(({ name }) => name),
    status: column(({ status }) => status),
    geometry: column(({ geometry }) => geometry),
    fields: column(({ fields }) => fields),
    code: column(({ code }) => code),
    edition: column(({ edition }) => edition),
    sourceCrs: column(({ sourceCrs }) => sourceCrs),
    source: column(({ source }) => source),
    changedAt: column(({ changedAt }) => changedAt),
  }
}

/** The same things loaded one by one and in pages. */
async function loadBoth(layer: Layer, things: readonly Asset[], pageSize = 100, between?: string) {
  const [one, paged] = [openCity([layer]), openCity([layer])]
  await one.load(layer.id, things)
  await paged.loadPages(
    layer.id,
    (async function* () {
      for (let at = 0; at < things.length; at += pageSize) yield pageOf(things.slice(at, at + pageSize), between)
    })(),
    7,
  )
  return { one, paged }
}

const allOf = (city: CityMemory, { id }: Layer) => [...(city.layer(id)?.all() ?? [])]

const withGeometry = (geometry: Asset['geometry']): Asset => ({ ...assetsOf(POINTS, 1, dice(1))[0], geometry }) as Asset

test.each(LAYERS)('a layer of $id loaded in pages is the one loaded thing by thing, tile for tile', async (layer) => {
  const random = dice(5)
  const things = assetsOf(layer, 1000, random)
  const { one, paged } = await loadBoth(layer, things)
  expect(paged.seq).toBe(7)
  expect(paged.layer(layer.id)?.count).toBe(1000)
  expect(allOf(paged, layer)).toEqual(allOf(one, layer))
  expect(paged.layer(layer.id)?.counts()).toEqual(one.layer(layer.id)?.counts())
  for (let round = 0; round < 60; round++) {
    const z = 8 + Math.floor(random() * 10)
    const [x, y] = tileOf(placeNear(random), z)
    const [body, same] = [one, paged].map((city) => city.layer(layer.id)?.tile(z, x, y)?.body ?? new Uint8Array())
    expect(Buffer.compare(body as Uint8Array, same as Uint8Array), `${z}/${x}/${y}`).toBe(0)
  }
})

const texts = fc.oneof(
  fc.constantFrom(
    '',
    '路灯',
    '"',
    '\\',
    'a\nb',
    '\u0001',
    '\u2028',
    '👩‍🚒',
    '{"a":[1,"]"]}',
    '藏'.repeat(60),
    'x'.repeat(300),
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const values = fc.oneof(
  texts,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, 1e21, 5e-324, true, false, null),
)
// Of the layer, some missing, in any order; and of no layer.
const keys = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('kind', 'road', 'powerW') },
  fc.oneof(texts, fc.constantFrom('7', '__proto__', 'roads')),
)
const instants = fc.constantFrom('2026-11-01T08:00:00+08:00', '2026-11-01T00:00:00.5Z', '2026-02-30T24:00:00Z', 'then')
const things = fc.array(
  fc.record({
    name: texts,
    status: fc.oneof(fc.constantFrom('on', 'fault'), texts),
    fields: fc.array(fc.tuple(keys, values), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    source: texts,
    changedAt: instants,
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
  }),
  { maxLength: 12 },
)

test('whatever texts, values, fields and places things have, pages bring them as they are', async () => {
  const [made] = assetsOf(POINTS, 1, dice(1))
  await fc.assert(
    fc.asyncProperty(
      things,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(',', ', '),
      async (some, size, between) => {
        const assets = some.map(
          ({ lng, lat, ...of }, at): Asset => ({
            ...(made as Asset),
            ...of,
            id: `"${at}"`,
            geometry: { type: 'Point', coordinates: [lng, lat] },
          }),
        )
        // JSON has no -0.
        const { one, paged } = await loadBoth(POINTS, JSON.parse(JSON.stringify(assets)), size, between)
        expect(allOf(paged, POINTS)).toEqual(allOf(one, POINTS))
      },
    ),
    { numRuns: 400 },
  )
})

test('a point among lines, and coordinates however they are written, are where they are', async () => {
  const [line] = LAYERS.slice(1)
  const mixed = [
    ...assetsOf(line as Layer, 3, dice(2)),
    { ...withGeometry({ type: 'Point', coordinates: [93.5, 31.5] }) },
  ]
  const { one, paged } = await loadBoth(
    line as Layer,
    mixed.map((asset, at) => ({ ...asset, id: `${at}` })),
  )
  expect(allOf(paged, line as Layer)).toEqual(allOf(one, line as Layer))
  const odd = [1e-7, -0.5, 93, 93.78512345678901, -179.99999999999997].map((lng) => [lng, lng / 3] as [number, number])
  const points = odd.map((coordinates, at) => ({ ...withGeometry({ type: 'Point', coordinates }), id: `${at}` }))
  const both = await loadBoth(POINTS, points)
  expect(allOf(both.paged, POINTS)).toEqual(allOf(both.one, POINTS))
})

test('a column that is no JSON list of that length is refused, and the layer stays as it was', async () => {
  const { paged } = await loadBoth(POINTS, assetsOf(POINTS, 5, dice(3)))
  const page = pageOf(assetsOf(POINTS, 5, dice(4)))
  const cut = (column: Uint8Array) => column.subarray(0, column.length - 1)
  for (const bad of [
    { ...page, count: 6 },
    { ...page, count: 4 },
    { ...page, fields: cut(page.fields) },
    { ...page, fields: Buffer.from('[{"kind"}]') },
    { ...page, name: cut(page.name) },
    { ...page, geometry: cut(page.geometry) },
  ])
    await expect(
      paged.loadPages(
        POINTS.id,
        (async function* () {
          yield bad
        })(),
      ),
    ).rejects.toThrow(SyntaxError)
  expect(paged.layer(POINTS.id)?.count).toBe(5)
})

test('a layer without things is empty, and one that the catalogue does not have is refused', async () => {
  const { paged } = await loadBoth(POINTS, [])
  expect(paged.layer(POINTS.id)?.count).toBe(0)
  await expect(paged.loadPages('trees', (async function* () {})())).rejects.toThrow('trees')
})
