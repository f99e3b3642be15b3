import { expect, test } from 'vitest'
import type { TrustMap } from '../../../../server/contract/trust.ts'
import { trustBox } from '../../../../web/plan/census/trust-box.ts'
import { NOT_KNOWN, trustFeatures } from '../../../../web/plan/census/trust-features.ts'

const at = (lng: number, lat: number, zoom: number) => ({ lng, lat, zoom })
const SIZE = [1600, 900] as const

test('the box that is asked for holds all that the map shows, and is the same while the map is moved a little', () => {
  for (const zoom of [9, 12.4, 15.9, 18]) {
    const perPixel = 360 / (512 * 2 ** zoom)
    for (const [lng, lat] of [
      [93.785, 31.886],
      [119.33, 26.02],
      [-0.01, 0.01],
    ] as const) {
      const [west, south, east, north] = trustBox(at(lng, lat, zoom), SIZE)
      expect(west).toBeLessThanOrEqual(lng - 800 * perPixel)
      expect(east).toBeGreaterThanOrEqual(lng + 800 * perPixel)
      const half = 450 * perPixel * Math.cos((lat * Math.PI) / 180)
      expect([south <= lat - half, north >= lat + half]).toEqual([true, true])
    }
  }
  const boxes = Array.from({ length: 40 }, (_, i) => trustBox(at(93.785 + i * 1e-5, 31.886, 15.2), SIZE).join())
  expect(new Set(boxes).size).toBeLessThanOrEqual(2)
  expect(trustBox(at(179.99, 84.9, 3), SIZE).every((degrees) => Math.abs(degrees) <= 180)).toBe(true)
})

const MAP: TrustMap = {
  ...{ type: 'FeatureCollection', asOf: '2026-05-01T04:00:00Z', layer: 'bins', cellMetres: null, things: 2 },
  features: [
    {
      ...{ type: 'Feature', geometry: { type: 'Point', coordinates: [93.7, 31.8] } },
      properties: { id: 'a', accuracy: 'C', ageDays: 400 },
    },
    {
      ...{ type: 'Feature', geometry: { type: 'Point', coordinates: [93.8, 31.8] } },
      properties: { id: 'b', accuracy: null, ageDays: 20 },
    },
  ],
}

test('what a colour says of a thing a letter or a number of years says as well', () => {
  const of = (by: 'accuracy' | 'age') => trustFeatures(MAP, by, 'b').features.map(({ properties }) => properties)
  expect(of('accuracy')).toEqual([
    { tone: 2, text: 'C', id: 'a', chosen: false },
    { tone: NOT_KNOWN, text: '—', id: 'b', chosen: true },
  ])
  expect(of('age')).toEqual([
    { tone: 2, text: '1.1', id: 'a', chosen: false },
    { tone: 0, text: '0.1', id: 'b', chosen: true },
  ])
  expect(trustFeatures(undefined, 'age', undefined).features).toEqual([])
})
