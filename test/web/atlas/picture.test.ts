import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Picture, pictureOf, searchOf, viewText } from '../../../web/atlas/picture.ts'
import { parseSearch, readSearch, stringifySearch } from '../../../web/atlas/search-params.ts'
import { spotOf } from '../../e2e/map-pixels.ts'

const through = (picture: Picture): Picture =>
  pictureOf(readSearch(parseSearch(stringifySearch({ ...searchOf(picture) }))))
const read = (query: string): Picture => pictureOf(readSearch(parseSearch(query)))

const id = fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/)
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const picture: fc.Arbitrary<Picture> = fc.record({
  view: fc.option(
    fc.record({
      lng: fc.integer({ min: -17_900_000, max: 17_900_000 }).map((n) => n / 1e5),
      lat: fc.integer({ min: -8_400_000, max: 8_400_000 }).map((n) => n / 1e5),
      zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
      bearing: fc.integer({ min: -180, max: 180 }),
      pitch: fc.constant(30),
    }),
    { nil: undefined },
  ),
  layers: fc.option(fc.uniqueArray(id, { maxLength: 8 }), { nil: undefined }),
  statuses: fc.dictionary(id, fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), { maxLength: 4 }), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  problemsOnly: fc.boolean(),
  heat: fc.constantFrom('complaints', 'inspections', 'difference', undefined),
  classes: fc.uniqueArray(fc.stringMatching(/^(component|matter):\d{5}$/), { maxLength: 5 }),
  sources: fc.uniqueArray(id, { maxLength: 5 }),
  time: fc.option(
    fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    { nil: undefined },
  ),
  thing: fc.constantFrom('54062601037000131', '540626L0601000002', '540626100001007', undefined),
  cell: fc.constantFrom([93.785123, 31.886456] as [number, number], undefined),
  list: fc.option(id, { nil: undefined }),
  sort: fc.constantFrom({ key: 'name', descending: false }, { key: 'fillPercent', descending: true }, undefined),
  theme: fc.constantFrom('light', 'dark', undefined),
  language: fc.constantFrom('zh', 'en', undefined),
})

test('a copied link restores the same picture', () => {
  fc.assert(
    fc.property(picture, (before) => {
      expect(through(before)).toEqual(before)
    }),
  )
})

const anyView = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -54, max: 54, noNaN: true }),
  zoom: fc.double({ min: 10, max: 22, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
  pitch: fc.double({ min: 0, max: 60, noNaN: true }),
})

test('a copied view moves no corner of the screen by half a pixel, and is written the same again', () => {
  const corner = { width: 1440, height: 900 }
  fc.assert(
    fc.property(anyView, (view) => {
      const after = through({ ...read(''), view }).view
      if (!after) throw new Error(`${viewText(view)} is no view`)
      const moved = spotOf([view.lng, view.lat], after, corner)
      const byPlace = Math.hypot(moved.x - corner.width / 2, moved.y - corner.height / 2)
      const reach = Math.hypot(corner.width, corner.height) / 2
      const byZoom = reach * Math.abs(2 ** (after.zoom - view.zoom) - 1)
      const byTurn = reach * 2 * Math.abs(Math.sin(((after.bearing - view.bearing) * Math.PI) / 360))
      expect(byPlace + byZoom + byTurn).toBeLessThan(0.5)
      expect(Math.abs(after.pitch - view.pitch)).toBeLessThan(0.006)
      expect(viewText(after)).toBe(viewText(view))
    }),
    { numRuns: 2000 },
  )
})

test('a link is no longer than its zoom needs', () => {
  const at = (zoom: number) => viewText({ lng: 93.123456789, lat: 31.987654321, zoom, bearing: 0, pitch: 0 })
  expect(at(14)).toBe('93.12346,31.98765,14')
  expect(at(17.25)).toBe('93.123457,31.987654,17.25')
  expect(at(20)).toBe('93.1234568,31.9876543,20')
  expect(viewText({ lng: 0.0000001, lat: -0.0000001, zoom: 14, bearing: 0, pitch: 0 })).toBe('0,0,14')
})

test('a link damaged on its way opens what is left of it, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('v', 'layers', 'status', 'time', 'cell', 'thing', 'sort'), fc.string()),
      (raw) => {
        expect(() => pictureOf(readSearch(raw))).not.toThrow()
      },
    ),
  )
  expect(read('?v=here&layers=bins&time=2024-02-31..2024-03-01&theme=pink')).toMatchObject({
    view: undefined,
    layers: ['bins'],
    time: undefined,
    theme: undefined,
  })
})

test('a range of days that ends before it begins is no range', () => {
  expect(read('?time=2024-05-02..2024-05-01').time).toBeUndefined()
})

test('a place that is not on the earth is no view', () => {
  expect(read('?v=931.2,31.8,14').view).toBeUndefined()
})

test('the separators of a link stay readable', () => {
  expect(stringifySearch({ layers: 'bins,drains', status: 'bins:full;drains:missing' })).toBe(
    '?layers=bins,drains&status=bins:full;drains:missing',
  )
})

test('a layer whose every status is hidden differs from one that is not filtered', () => {
  const hidden = through({ ...read(''), statuses: { bins: [] } })
  expect(hidden.statuses).toEqual({ bins: [] })
})
