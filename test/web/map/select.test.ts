import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import { edgeCounts } from '../../../web/map/select/edge-counts.ts'
import { boxOf, inRing, isInRing, smoothPath, thin } from '../../../web/map/select/ring.ts'

const square: LngLat[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
]
const at = (...location: LngLat) => ({ location })

test('a lasso holds what is inside it, and not what its bounds hold', () => {
  const bent: LngLat[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [3, 4],
    [3, 1],
    [0, 1],
  ]
  expect(inRing([at(1, 0.5), at(3.5, 3), at(1, 3), at(9, 9)], bent)).toEqual([at(1, 0.5), at(3.5, 3)])
})

test('a ring that is drawn closed, or the other way round, holds the same', () => {
  const place = fc.tuple(fc.integer({ min: -2, max: 10 }), fc.integer({ min: -2, max: 10 })) as fc.Arbitrary<LngLat>
  fc.assert(
    fc.property(place, fc.array(place, { minLength: 3, maxLength: 8 }), ([x, y], ring) => {
      const middle: LngLat = [x + 0.37, y + 0.41]
      const inside = isInRing(middle, ring)
      expect(isInRing(middle, [...ring, ring[0] as LngLat])).toBe(inside)
      expect(isInRing(middle, ring.toReversed())).toBe(inside)
    }),
  )
})

test('two areas side by side never hold one place both', () => {
  const east = square.map(([x, y]): LngLat => [x + 4, y])
  const on: LngLat = [4, 2]
  expect([isInRing(on, square), isInRing(on, east)].filter(Boolean)).toHaveLength(1)
})

test('a line is no area', () => {
  expect(inRing([at(2, 0)], square.slice(0, 2))).toEqual([])
})

test('a box has four corners whichever way it is drawn, and a hand that trembles adds no points', () => {
  expect(boxOf([5, 6], [1, 2])).toHaveLength(4)
  expect(
    thin(
      [
        [0, 0],
        [1, 0],
        [2, 1],
        [9, 0],
        [9, 1],
      ],
      5,
    ),
  ).toEqual([
    [0, 0],
    [9, 0],
  ])
  expect(smoothPath([[0, 0]])).toBe('')
  expect(smoothPath(boxOf([0, 0], [8, 8]))).toMatch(/^M.*Z$/)
})

test('what lies past an edge is counted there, at a corner where it lies further out', () => {
  const edges = edgeCounts(
    [
      [100, 100],
      [-30, 200],
      [-10, 400],
      [900, 300],
      [400, 700],
      [850, 2000],
      [300, -5],
    ],
    [800, 600],
  )
  expect(edges).toEqual([
    { edge: 'left', count: 2, along: 300, nearest: 2 },
    { edge: 'right', count: 1, along: 300, nearest: 3 },
    { edge: 'top', count: 1, along: 300, nearest: 6 },
    { edge: 'bottom', count: 2, along: 570, nearest: 4 },
  ])
})

test('every case is in view or counted at one edge', () => {
  const pixel = fc.tuple(fc.integer({ min: -900, max: 1800 }), fc.integer({ min: -900, max: 1800 }))
  fc.assert(
    fc.property(fc.array(pixel), (pixels) => {
      const inside = pixels.filter(([x, y]) => x >= 0 && y >= 0 && x <= 800 && y <= 600).length
      const outside = edgeCounts(pixels, [800, 600]).reduce((sum, { count }) => sum + count, 0)
      expect(inside + outside).toBe(pixels.length)
    }),
  )
})
