import { expect, test } from 'vitest'
import { metresBetween } from '../../../server/city/distance.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { advance } from '../../../server/demo/plan-crew.ts'
import { openStreets } from '../../../server/demo/streets.ts'
import { buildNet } from '../../../server/roads/build-net.ts'
import { findWay } from '../../../server/roads/find-way.ts'
import { snapToRoad } from '../../../server/roads/snap-to-road.ts'
import { roadAt, speeds } from '../roads/suo-roads.ts'

const west: LngLat = [93.78, 31.886]
const east: LngLat = [93.79, 31.886]
const streetsOf = (...roads: ReturnType<typeof roadAt>[]) => {
  const net = buildNet(roads)
  return openStreets({
    speeds,
    net: () => net,
    way: (ends, vehicle) => findWay(net, ends, { vehicle, speeds }),
    nearest: (at, vehicle) => snapToRoad(net, at, { vehicle, speeds })?.place,
  })
}
const CAR = { vehicle: { plate: '演示', kind: '执法车' } }

test('a crew drives to the place on the road that is nearest to a thing, and no farther', () => {
  const thing: LngLat = [93.785, 31.887]
  const way = streetsOf(roadAt('we', [west, east])).way([west, thing], CAR)
  expect(metresBetween(way.at(-1) ?? [0, 0], [93.785, 31.886])).toBeLessThan(1)
  expect(way).toHaveLength(1)
})

test('places stand along the roads, 20 m apart at most, and a city without roads has none', () => {
  const { places } = streetsOf(roadAt('we', [west, east]))
  expect(places).toHaveLength(49)
  for (const [i, place] of places.entries()) expect(metresBetween(places[i - 1] ?? place, place)).toBeLessThan(20)
  const empty = streetsOf()
  expect([empty.places, empty.nearest(west, CAR), empty.way([west, east], CAR)]).toEqual([[], undefined, []])
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
