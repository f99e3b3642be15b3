import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import { readyText, Utf8Writer } from '../../../server/city/utf8-writer.ts'
import { writeDegrees } from '../../../server/city/write-degrees.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Geometry, LngLat } from '../../../server/contract/geo.ts'
import { assetOf, dice, layerOf, STATE_OF } from './made-layers.ts'

const degrees = (e7: number): string => {
  const out = new Utf8Writer(1)
  writeDegrees(out, e7)
  return out.written().toString()
}

test.each([
  ...[0, 1, -1, 9, 10, -100, 1_000, 99_999, 10_000_000, -10_000_000, 937_850_000, 318_860_000],
  ...[1_800_000_000, -1_800_000_000, 900_000_000, 1_799_999_999, 1_000_000_001, -50, 2 ** 31 - 1, -(2 ** 31)],
])('the digits of %i whole 1e-7 degrees are those of JSON', (e7) => {
  expect(degrees(e7)).toBe(JSON.stringify(e7 / 1e7))
})

test('the digits of any degrees are those of JSON', () => {
  const e7 = fc.oneof(fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }), fc.integer({ min: -2000, max: 2000 }))
  fc.assert(
    fc.property(e7, (one) => degrees(one) === JSON.stringify(one / 1e7)),
    { numRuns: 5000 },
  )
})

test('texts of any length stand behind each other as they were written, in an array that grows', () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 30 })
  fc.assert(
    fc.property(texts, (some) => {
      const out = new Utf8Writer(1)
      let expected = ''
      for (const text of some) {
        const from = out.length
        out.put(readyText(text))
        out.again(from, out.length)
        out.text(text)
        expected += text + text + text
      }
      expect(out.written().toString()).toBe(Buffer.from(expected).toString())
    }),
  )
})

const e7 = (most: number) =>
  fc
    .oneof(fc.integer({ min: -most, max: most }), fc.integer({ min: -300, max: 300 }))
    .map((one) => (one === 0 ? 0 : one / 1e7))
const place: fc.Arbitrary<LngLat> = fc.tuple(e7(1_790_000_000), e7(890_000_000))
/** A line or ring that does not double back to one place, of which no point inside is made. */
const line = fc.uniqueArray(place, { minLength: 3, maxLength: 6, selector: String })
const ring = line.map((some): LngLat[] => [...some, some[0] as LngLat])
const point = place.map((coordinates): Geometry => ({ type: 'Point', coordinates }))
const shape: fc.Arbitrary<Geometry> = fc.oneof(
  line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  fc.array(ring, { minLength: 1, maxLength: 3 }).map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
  fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
)

/** Quotes, backslashes, control characters, emoji, lone surrogates and all else. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', '\u2028', '😀', '\ud800', '\udfff', '路'),
  }),
  fc.constantFrom('路灯', '索曲路 12 号灯', ''),
)
const instant = fc.oneof(
  fc.constant('2026-11-01T08:00:00+08:00'),
  fc
    .date({ min: new Date('0001-01-02'), max: new Date('9998-12-30'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    '1969-12-31T23:59:59.9-03:30',
    '2024-02-29T00:00:00Z',
    '2026-02-29T24:00:00Z',
    'not "one"',
    '2026-01-01',
  ),
)
const fields = fc.record(
  {
    kind: text,
    road: text,
    powerW: fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    strange: text,
  },
  { requiredKeys: [] },
)

const thing = (geometry: fc.Arbitrary<Geometry>) =>
  fc.record({
    name: text,
    status: fc.constantFrom(...Object.keys(STATE_OF), '"?'),
    geometry,
    fields,
    changedAt: instant,
  })

/** What the page says of a thing that memory has; properties in their order. */
function featureOf({ id, name, status, geometry, fields, code, edition, changedAt }: Asset): object {
  const { kind, road, powerW } = fields
  const state = STATE_OF[status] ?? 'unknown'
  const properties = { id, name, status, state, kind, code, edition, changedAt, road, powerW }
  return { type: 'Feature', id, geometry, properties }
}

test.each([
  ['points', 'point', point],
  ['shapes', 'polygon', fc.oneof(shape, point)],
] as const)('a page of %s is byte for byte what JSON makes of the things in memory', async (_, kind, geometry) => {
  const layer = layerOf(kind)
  await fc.assert(
    fc.asyncProperty(fc.array(thing(geometry), { minLength: 1, maxLength: 12 }), async (some) => {
      const city = openCity([layer])
      const plain = assetOf(layer, 1, dice(1))
      await city.load(
        layer.id,
        some.map((one, at) => ({ ...plain, ...one, id: `${plain.id.slice(0, -3)}"${at}` }) as Asset),
      )
      const memory = city.layer(layer.id)
      if (!memory) throw new Error('no layer')
      const page = memory.features({ limit: 100 })
      const out = new Utf8Writer(1)
      page.write(out, ',\n')
      const features = out.written().toString().split(',\n{"type":"Feature"')
      expect(features.length).toBe(page.returned)
      const ids = JSON.parse(`[${out.written()}]`).map(({ id }: { id: string }) => id) as string[]
      const expected = ids.map((id) => JSON.stringify(featureOf(memory.get(id) as Asset)))
      expect(out.written().toString()).toBe(Buffer.from(expected.join(',\n')).toString())
      expect([...ids].sort()).toEqual([...memory.all()].map(({ id }) => id).sort())
    }),
    { numRuns: 150 },
  )
})
