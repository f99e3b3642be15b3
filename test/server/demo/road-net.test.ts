import { expect, test } from 'vitest'
import { metresBetween } from '../../../server/city/distance.ts'
import type { Geometry, LngLat } from '../../../server/contract/geo.ts'
import { findWay } from '../../../server/demo/find-way.ts'
import { advance } from '../../../server/demo/plan-crew.ts'
import { buildRoadNet } from '../../../server/demo/road-net.ts'

const line = (...coordinates: LngLat[]): Geometry => ({ type: 'LineString', coordinates })
const WEST_EAST = line([93.78, 31.886], [93.79, 31.886])
const SOUTH_NORTH = line([93.785, 31.881], [93.785, 31.891])
const length = (way: readonly LngLat[]): number =>
  way.reduce((sum, place, i) => sum + metresBetween(way[i - 1] ?? place, place), 0)

test('two roads that cross without a common vertex are joined where they cross', () => {
  const net = buildRoadNet([WEST_EAST, SOUTH_NORTH])
  const way = findWay(net, [93.78, 31.886], [93.785, 31.891])
  const corner: LngLat = [93.785, 31.886]
  const direct = metresBetween([93.78, 31.886], corner) + metresBetween(corner, [93.785, 31.891])
  expect(way[0]).toEqual([93.78, 31.886])
  expect(metresBetween(way.at(-1) ?? [0, 0], [93.785, 31.891])).toBeLessThan(1)
  expect(length(way)).toBeGreaterThan(direct - 20)
  expect(length(way)).toBeLessThan(direct + 20)
})

test('of two ways the shorter one is taken', () => {
  const detour = line([93.78, 31.886], [93.785, 31.9], [93.79, 31.886])
  const way = findWay(buildRoadNet([detour, WEST_EAST]), [93.78, 31.886], [93.79, 31.886])
  expect(length(way)).toBeCloseTo(metresBetween([93.78, 31.886], [93.79, 31.886]), 0)
})

test('a road that nothing joins is not driven to, and a city without roads has no ways', () => {
  const island = line([93.9, 31.9], [93.9001, 31.9])
  const net = buildRoadNet([WEST_EAST, island])
  expect(net.places.every(([lng]) => lng < 93.8)).toBe(true)
  expect(findWay(buildRoadNet([]), [93.78, 31.886], [93.79, 31.886])).toEqual([])
})

test('a crew gets as far along its way as its metres reach', () => {
  const way: LngLat[] = [
    [93.781, 31.886],
    [93.782, 31.886],
  ]
  const half = advance([93.78, 31.886], way, 142)
  expect(metresBetween([93.78, 31.886], half.place)).toBeCloseTo(142, 3)
  expect(half.way).toEqual(way.slice(1))
  expect(advance([93.78, 31.886], way, 1_000)).toEqual({ place: way[1], way: [] })
})
