import { expect, test } from 'vitest'
import { boundsOf } from '../../../server/assets/bounds-of.ts'
import type { LngLat } from '../../../server/contract/geo.ts'

test('the bounds of every kind of geometry', () => {
  const line: LngLat[] = [
    [2, 5],
    [1, 7],
  ]
  const ring: LngLat[] = [
    [0, 0],
    [9, 0],
    [9, 8],
    [0, 0],
  ]
  expect(boundsOf({ type: 'Point', coordinates: [3, 4] })).toEqual([3, 4, 3, 4])
  expect(boundsOf({ type: 'LineString', coordinates: line })).toEqual([1, 5, 2, 7])
  expect(boundsOf({ type: 'MultiLineString', coordinates: [line, ring] })).toEqual([0, 0, 9, 8])
  expect(boundsOf({ type: 'Polygon', coordinates: [ring] })).toEqual([0, 0, 9, 8])
  expect(boundsOf({ type: 'MultiPolygon', coordinates: [[ring], [line]] })).toEqual([0, 0, 9, 8])
})
