import gcoord from 'gcoord'
import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { hintCrs, sayHint } from '../../../../server/gateways/import/hint-crs.ts'
import { declaredCrs, toWgs84 } from '../../../../server/gateways/import/to-wgs84.ts'

const metres = ([ax, ay]: LngLat, [bx, by]: LngLat): number =>
  Math.hypot((ax - bx) * Math.cos((ay * Math.PI) / 180), ay - by) * 111_320

const PLACES: LngLat[] = [
  [93.785, 31.886],
  [116.39, 39.9],
  [87.6, 43.8],
  [109.5, 18.25],
  [126.6, 45.8],
]

const turn = (word: string, at: number[]): LngLat => {
  const crs = declaredCrs(word)
  if (!crs) throw new Error(`${word} is not taken`)
  return toWgs84(crs)(at)
}

test.each(PLACES)('%f, %f goes to GCJ-02 and BD-09 and back within half a metre', (lng, lat) => {
  const at: LngLat = [lng, lat]
  expect(metres(turn('GCJ-02', gcoord.transform(at, gcoord.WGS84, gcoord.GCJ02)), at)).toBeLessThan(0.5)
  expect(metres(turn('bd09', gcoord.transform(at, gcoord.WGS84, gcoord.BD09)), at)).toBeLessThan(0.5)
  expect(turn('WGS84', at)).toEqual(at)
  expect(turn('CGCS2000', at)).toEqual(at)
})

// The meridian arc on GRS80 from the equator to 31.886° N, by the series of Helmert; the easting of the central meridian is 500 km.
const ARC_TO_31_886 = 3_529_211.45

test.each([
  ['EPSG:4540', 500_000, 93],
  ['EPSG:4519', 31_500_000, 93],
  ['EPSG:4505', 500_000, 93],
  ['EPSG:4494', 16_500_000, 93],
])('%s reads metres on its central meridian', (word, easting, meridian) => {
  const [lng, lat] = turn(word, [easting, ARC_TO_31_886])
  expect(lng).toBeCloseTo(meridian, 6)
  expect(lat).toBeCloseTo(31.886, 6)
})

test.each(['', 'WGS', 'EPSG:3857', 'EPSG:4490x'])('“%s” names no system that is taken', (word) => {
  expect(declaredCrs(word)).toBeUndefined()
})

// A made-up street along which lamps stand 6 m off the centre line.
const STREET: LngLat[] = Array.from({ length: 60 }, (_, at) => [
  93.77 + at * 0.0004,
  31.886 + Math.sin(at / 9) * 0.0012,
])
const LAMPS = STREET.map(([lng, lat]): LngLat => [lng, lat + 6 / 111_320])
const streets = [{ type: 'LineString' as const, coordinates: STREET }]

test.each([
  ['CGCS2000', (at: LngLat) => at],
  ['GCJ-02', (at: LngLat) => gcoord.transform(at, gcoord.WGS84, gcoord.GCJ02) as LngLat],
  ['BD-09', (at: LngLat) => gcoord.transform(at, gcoord.WGS84, gcoord.BD09) as LngLat],
])('points along a street give away that they are in %s', (crs, shift) => {
  const hint = hintCrs(LAMPS.map(shift), streets)
  expect(hint.likely).toBe(crs)
  expect(hint.distances[0]?.metres).toBeCloseTo(6, 0)
  expect(sayHint(hint).zh).toContain(`看起来像 ${crs}`)
})

test('metres and an empty map are told as what they are', () => {
  expect(hintCrs([[31_500_000, 3_529_212]], streets).likely).toBe('metres')
  expect(hintCrs(LAMPS, []).likely).toBeUndefined()
})
