import { expect, test } from 'vitest'
import type { Geometry, LngLat } from '../../../../server/contract/geo.ts'
import { countMinus, isInside } from '../../../../web/wall/panels/count-minus.ts'

const ORIGIN: LngLat = [93.78, 31.88]
// 0.001° is some 95 m east and 111 m north here: a cell of 200 m ends at 0.0021° and 0.0018°.
const at = (...places: [number, number][]) => ({
  count: places.length,
  lng: Int32Array.from(places, ([east]) => Math.round((ORIGIN[0] + east) * 1e7)),
  lat: Int32Array.from(places, ([, north]) => Math.round((ORIGIN[1] + north) * 1e7)),
})
const box = (west: number, east: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [ORIGIN[0] + west, ORIGIN[1] - 0.1],
      [ORIGIN[0] + east, ORIGIN[1] - 0.1],
      [ORIGIN[0] + east, ORIGIN[1] + 0.1],
      [ORIGIN[0] + west, ORIGIN[1] + 0.1],
      [ORIGIN[0] + west, ORIGIN[1] - 0.1],
    ],
  ],
})
const areas = [
  { name: '东', geometry: box(0, 0.1) },
  { name: '西', geometry: box(-0.1, 0) },
]
const count = (complaints: [number, number][], inspections: [number, number][]) =>
  countMinus(at(...complaints), at(...inspections), { areas, origin: ORIGIN })

test('a cell that complained is blind until somebody looked into it, and one look clears only its own', () => {
  const [one, next] = [
    [0.0005, 0.0005],
    [0.0035, 0.0005],
  ] as [number, number][]
  if (!one || !next) throw new Error('no places')
  expect(count([one, one, next], [])).toEqual([{ name: '东', complaints: 3, blind: 2, seen: 0 }])
  expect(count([one, one, next], [[0.0015, 0.0015]])).toEqual([{ name: '东', complaints: 3, blind: 1, seen: 1 }])
})

test('the area with the most blind cells is first, and what lies in no area is told as such', () => {
  const told = count(
    [
      [0.0005, 0],
      [-0.0005, 0],
      [-0.0055, 0],
      [0.5, 0],
    ],
    [[0.0007, 0.0001]],
  )
  expect(told).toEqual([
    { name: '西', complaints: 2, blind: 2, seen: 0 },
    { name: '', complaints: 1, blind: 1, seen: 0 },
    { name: '东', complaints: 1, blind: 0, seen: 1 },
  ])
})

test('inspections alone are no row, and nothing is nothing', () => {
  expect(count([], [[0.0005, 0]])).toEqual([])
})

test('a hole of an area is outside of it', () => {
  const ring = (half: number): LngLat[] => [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ]
  const geometry: Geometry = { type: 'Polygon', coordinates: [ring(2), ring(1)] }
  expect(isInside([0, 0], geometry)).toBe(false)
  expect(isInside([1.5, 0], geometry)).toBe(true)
  expect(isInside([0, 0], { type: 'MultiPolygon', coordinates: [[ring(1)]] })).toBe(true)
})
