import { expect, test } from 'vitest'
import { graticule } from '../../../../web/plan/print/graticule.ts'
import { mapPieces } from '../../../../web/plan/print/map-pieces.ts'
import {
  BAND,
  MM_PER_PIXEL,
  type Orientation,
  type PaperSize,
  PIXEL_RATIO,
  planSheet,
} from '../../../../web/plan/print/paper.ts'
import { paperBar } from '../../../../web/plan/print/paper-bar.ts'
import {
  boxOf,
  deviationOf,
  type Ground,
  pixelAt,
  placeAt,
  SCALES,
  zoomOf,
} from '../../../../web/plan/print/true-scale.ts'

const SHEETS = (['a3', 'a4'] as PaperSize[]).flatMap((size) =>
  (['landscape', 'portrait'] as Orientation[]).map((orientation) => planSheet({ size, orientation })),
)
const ground = (of: Partial<Ground> = {}): Ground => ({
  ...{ centre: [93.785, 31.886], scale: 5_000, pixels: [1164, 996] },
  ...of,
})

/** Straight through the earth, from the ellipsoid of WGS 84: over a few km the same as along it, and no formula of the code's. */
function metresBetween([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  const point = (lng: number, lat: number): [number, number, number] => {
    const [l, p] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180]
    const e2 = 0.00669437999014
    const n = 6_378_137 / Math.sqrt(1 - e2 * Math.sin(p) ** 2)
    return [n * Math.cos(p) * Math.cos(l), n * Math.cos(p) * Math.sin(l), n * (1 - e2) * Math.sin(p)]
  }
  const [a, b] = [point(lng1, lat1), point(lng2, lat2)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

test('the map, its words and the margins lie inside the sheet, and beside each other', () => {
  for (const { width, height, margin, map, words, mapPixels } of SHEETS) {
    expect(map.width).toBeCloseTo(mapPixels[0] * MM_PER_PIXEL, 9)
    for (const box of [map, words]) {
      expect(box.x).toBeGreaterThanOrEqual(margin)
      expect(box.y).toBeGreaterThanOrEqual(margin)
      expect(box.x + box.width).toBeLessThanOrEqual(width - margin + 1e-9)
      expect(box.y + box.height).toBeLessThanOrEqual(height - margin + 1e-9)
    }
    const beside = words.x >= map.x + map.width + BAND || words.y >= map.y + map.height + BAND
    expect(beside).toBe(true)
    expect(map.width * map.height).toBeGreaterThan(width * height * 0.5)
  }
})

test('the map has whole pixels of at least 200 to the inch', () => {
  expect(PIXEL_RATIO * 96).toBeGreaterThanOrEqual(200)
  for (const { mapPixels } of SHEETS)
    for (const pixels of mapPixels) expect(Number.isInteger(pixels * PIXEL_RATIO)).toBe(true)
})

test('a millimetre of paper is its metres on the ground at any latitude and scale, either way', () => {
  for (const lat of [0, 18.2, 31.886, 45, 53.5])
    for (const scale of SCALES) {
      const sheet = ground({ centre: [93.785, lat], scale })
      for (const way of [
        [400, 0],
        [0, 400],
      ] as const) {
        const metres = metresBetween(placeAt(sheet, [0, 0]), placeAt(sheet, way))
        const ratio = metres / (((400 * MM_PER_PIXEL) / 1000) * scale)
        expect(Math.abs(ratio - 1), `${lat}° 1:${scale}`).toBeLessThan(0.005)
        expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(deviationOf(sheet) + 1e-4)
      }
    }
})

test('the zoom is that at which MapLibre draws as many metres a pixel', () => {
  const sheet = ground()
  const zoom = zoomOf(sheet)
  const [lng] = placeAt(sheet, [100, 0])
  expect(((lng - 93.785) / 360) * 512 * 2 ** zoom).toBeCloseTo(100, 6)
  expect(zoom).toBeCloseTo(15.614, 3)
})

test('what deviates is said: a quarter of a percent here, and more on a sheet of a whole county', () => {
  expect(deviationOf(ground())).toBeGreaterThan(0.002)
  expect(deviationOf(ground())).toBeLessThan(0.003)
  expect(deviationOf(ground({ scale: 25_000 }))).toBeGreaterThan(deviationOf(ground()))
})

test('places go to pixels and back, and the corners are those of the box', () => {
  const sheet = ground()
  const [west, south, east, north] = boxOf(sheet)
  expect(pixelAt(sheet, [east, south])[0]).toBeCloseTo(582, 6)
  expect(pixelAt(sheet, [west, north])[1]).toBeCloseTo(-498, 6)
})

test('the scale bar is of true length and cut at round metres', () => {
  expect(paperBar(5_000, 60)).toEqual({ metres: 200, mm: 40, parts: 4 })
  expect(paperBar(1_000, 60)).toEqual({ metres: 50, mm: 50, parts: 5 })
  expect(paperBar(25_000, 60)).toEqual({ metres: 1_000, mm: 40, parts: 4 })
  for (const scale of SCALES) {
    const { metres, mm, parts } = paperBar(scale, 54)
    expect((mm / 1000) * scale).toBeCloseTo(metres, 9)
    expect(mm).toBeLessThanOrEqual(54)
    expect(Number.isInteger((metres / parts) * 2)).toBe(true)
  }
})

test('whole seconds of arc stand where they lie, far enough from each other to be read', () => {
  const { lng, lat } = graticule(ground())
  expect(lng[0]?.text).toMatch(/^93°46′\d0″$/)
  expect(lat[0]?.text).toMatch(/^31°5\d′\d0″$/)
  for (const ticks of [lng, lat.toReversed()])
    for (const [i, { at }] of ticks.entries()) if (i > 0) expect(at - (ticks[i - 1]?.at ?? 0)).toBeGreaterThan(34)
  const [first, second] = lng
  const metres = ((((second?.at ?? 0) - (first?.at ?? 0)) / 1000) * 5_000) / 10
  expect(metres).toBeCloseTo(metresBetween([93.785, 31.886], [93.785 + 1 / 3600, 31.886]), 0)
})

test('a graphics card that draws less gets pieces that cover the map once', () => {
  expect(mapPieces([1164, 996], 2.25, 4096)).toEqual([{ x: 0, y: 0, width: 1164, height: 996, around: 0 }])
  const pieces = mapPieces([1164, 996], 2.25, 2048)
  expect(pieces.length).toBe(4)
  expect(pieces.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(1164 * 996)
  for (const { width, height, around } of pieces)
    expect(Math.max(width, height) * 2.25 + 2 * around * 2.25).toBeLessThanOrEqual(2048)
})
