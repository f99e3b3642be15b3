import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bbox } from '../../../server/contract/geo.ts'
import { besideCard, isCovered, townView, viewOfBounds } from '../../../web/atlas/place-view.ts'
import { boundsOf, centreOf } from '../../../web/atlas/thing/centre-of.ts'
import { measureOf } from '../../../web/atlas/tools/measure.ts'
import { parsePlace } from '../../../web/atlas/tools/parse-place.ts'
import { nearestRoad } from '../../../web/map/nearest-road.ts'
import { spotOf } from '../../e2e/map-pixels.ts'

test.each([
  ['93.785, 31.886', [93.785, 31.886]],
  ['31.886 93.785', [93.785, 31.886]],
  ['31.886N, 93.785E', [93.785, 31.886]],
  ['93.785E 31.886N', [93.785, 31.886]],
  ['70.5W 33.4S', [-70.5, -33.4]],
  ['经度 93.785 纬度 31.886', [93.785, 31.886]],
])('%s is read as a place', (text, place) => {
  expect(parsePlace(text)).toEqual(place)
})

test('degrees, minutes and seconds are read', () => {
  const [lng = 0, lat = 0] = parsePlace('93°47′06″E 31°53′10″N') ?? []
  expect(lng).toBeCloseTo(93.785, 5)
  expect(lat).toBeCloseTo(31.88611, 5)
})

test.each(['', '93.785', '滨河路', '1 2 3', '200, 300'])('“%s” is no place', (text) => {
  expect(parsePlace(text)).toBeUndefined()
})

test('a square of about 100 m is measured along and inside', () => {
  const [w, s, e, n] = [93.785, 31.886, 93.786057, 31.886898]
  const { metres, squareMetres } = measureOf([
    [w, s],
    [e, s],
    [e, n],
  ])
  expect(metres).toBeGreaterThan(198)
  expect(metres).toBeLessThan(202)
  expect(squareMetres).toBeGreaterThan(4900)
  expect(squareMetres).toBeLessThan(5100)
  expect(
    measureOf([
      [w, s],
      [e, s],
    ]).squareMetres,
  ).toBeUndefined()
  expect(measureOf([]).metres).toBe(0)
})

test('a place is named by the nearest road, between its vertices too, and by none that is far', () => {
  const roads = [
    {
      name: '滨河路',
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [93.78, 31.886],
          [93.79, 31.886],
        ] as [number, number][],
      },
    },
    {
      name: 'G317',
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [93.78, 31.889],
          [93.79, 31.889],
        ] as [number, number][],
      },
    },
  ]
  expect(nearestRoad([93.785, 31.8863], roads)).toMatchObject({ name: '滨河路' })
  expect(nearestRoad([93.785, 31.8863], roads)?.metres).toBeCloseTo(33.2, 0)
  expect(nearestRoad([93.785, 31.92], roads)).toBeUndefined()
})

test('a line is looked at on itself, a surface in the middle', () => {
  const bend: [number, number][] = [
    [0, 0],
    [1, 5],
    [2, 0],
  ]
  expect(centreOf({ type: 'LineString', coordinates: bend })).toEqual([1, 5])
  expect(boundsOf({ type: 'LineString', coordinates: bend })).toEqual([0, 0, 2, 5])
})

test('a thing lies under the card at the right of a desk and at the foot of a phone', () => {
  const desk = { width: 1000, height: 800 }
  expect(isCovered([0.9, 0.5], [0, 0, 1, 1], desk, { right: 404, bottom: 0 })).toBe(true)
  expect(isCovered([0.3, 0.5], [0, 0, 1, 1], desk, { right: 404, bottom: 0 })).toBe(false)
  expect(isCovered([0.5, 0.1], [0, 0, 1, 1], desk, { right: 0, bottom: 400 })).toBe(true)
})

test('beside a card the centre moves by half of what is covered', () => {
  const degreesPerPixel = 360 / (512 * 2 ** 16)
  const { lng, lat } = besideCard([93.785, 31.886], 16, { right: 400, bottom: 0 })
  expect(lng - 93.785).toBeCloseTo(200 * degreesPerPixel, 8)
  expect(lat).toBe(31.886)
})

test('the town fits a narrow map too', () => {
  const city = { centre: [93.785, 31.886], zoom: 14.6 } as Parameters<typeof townView>[0]
  expect(townView(city, 1440).zoom).toBeCloseTo(14.6)
  expect(townView(city, 720).zoom).toBeCloseTo(13.6)
})

const box = fc
  .record({
    ...{ west: fc.double({ min: 73, max: 134, noNaN: true }), south: fc.double({ min: 18, max: 53, noNaN: true }) },
    ...{ wide: fc.double({ min: 0, max: 2, noNaN: true }), high: fc.double({ min: 0, max: 2, noNaN: true }) },
  })
  .map(({ west, south, wide, high }): Bbox => [west, south, west + wide, south + high])
const size = fc.record({ width: fc.integer({ min: 320, max: 3840 }), height: fc.integer({ min: 400, max: 2160 }) })

test('fitted bounds lie clear of card, tools and frame, and fill one direction unless that would be too close', () => {
  fc.assert(
    fc.property(box, size, fc.constantFrom(0, 404), (bounds, of, card) => {
      const { width, height } = { ...of, width: of.width + card }
      const view = viewOfBounds(bounds, { width, height }, { right: card, bottom: 0 }, 17)
      const [west, south, east, north] = bounds
      const upper = spotOf([west, north], view, { width, height })
      const lower = spotOf([east, south], view, { width, height })
      expect(upper.x).toBeGreaterThan(35)
      expect(upper.y).toBeGreaterThan(55)
      expect(width - card - lower.x).toBeGreaterThan(67)
      expect(height - lower.y).toBeGreaterThan(47)
      expect(view.zoom).toBeLessThanOrEqual(17)
      const spare = Math.min(width - card - 104 - (lower.x - upper.x), height - 104 - (lower.y - upper.y))
      if (view.zoom < 17) expect(spare).toBeCloseTo(0, 3)
    }),
  )
})

test('a single place is looked at from as near as is asked', () => {
  const view = viewOfBounds([93.8, 31.9, 93.8, 31.9], { width: 1000, height: 800 }, { right: 0, bottom: 0 }, 16)
  expect(view.zoom).toBe(16)
  expect(spotOf([93.8, 31.9], view, { width: 1000, height: 800 }).x).toBeCloseTo(484)
})
