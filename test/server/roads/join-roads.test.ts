import { expect, test } from 'vitest'
import { metresBetween } from '../../../server/city/distance.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Vehicle } from '../../../server/contract/travel.ts'
import { buildNet, lengthOf } from '../../../server/roads/build-net.ts'
import { findWay } from '../../../server/roads/find-way.ts'
import { snapToRoad } from '../../../server/roads/snap-to-road.ts'
import { roadAt, speeds } from './suo-roads.ts'

const west: LngLat = [93.78, 31.886]
const east: LngLat = [93.79, 31.886]
const north: LngLat = [93.785, 31.891]
const WEST_EAST = roadAt('we', [west, east])
const SOUTH_NORTH = roadAt('sn', [[93.785, 31.881], north])
const go = (roads: Parameters<typeof buildNet>[0], from: LngLat, to: LngLat, vehicle: Vehicle = 'car') =>
  findWay(buildNet(roads), [from, to], { vehicle, speeds })
/** 31.886 N: a metre east, a metre north. */
const METRE_LNG = 1 / (111_195 * Math.cos((31.886 * Math.PI) / 180))
const METRE_LAT = 1 / 111_195

test('two roads that cross without a common vertex are joined where they cross', () => {
  const corner: LngLat = [93.785, 31.886]
  const way = go([WEST_EAST, SOUTH_NORTH], west, north)
  expect(way?.metres).toBeCloseTo(metresBetween(west, corner) + metresBetween(corner, north), 1)
  expect(way?.seconds).toBeCloseTo((way?.metres ?? 0) / (20 / 3.6), 6)
  expect(lengthOf(way?.line ?? [])).toBeCloseTo(way?.metres ?? 0, 1)
})

test('a road that ends at the kerb of another leads into it, and one that ends farther off does not', () => {
  const from = (metres: number) => roadAt('sn', [[93.785, 31.886 + metres * METRE_LAT], north], {})
  expect(go([WEST_EAST, from(9)], west, north)).toBeDefined()
  expect(go([WEST_EAST, from(30)], west, north)).toBeUndefined()
})

test('two lanes beside each other are not one', () => {
  const beside = roadAt('beside', [
    [93.7801, 31.886 + 20 * METRE_LAT],
    [93.788, 31.886 + 8 * METRE_LAT],
  ])
  const net = buildNet([WEST_EAST, beside])
  // It ends 8 m beside the other, and is joined to it there only.
  expect(net.edges).toHaveLength(3)
})

test('of two ways the quicker is taken, though it is longer', () => {
  const detour = roadAt('detour', [west, [93.785, 31.8875], east], { class: 'national' })
  const way = go([WEST_EAST, detour], west, east)
  expect(way?.metres).toBeGreaterThan(metresBetween(west, east) + 20)
  expect(way?.seconds).toBeCloseTo((way?.metres ?? 0) / (45 / 3.6), 6)
})

test('a one-way road is driven one way, and walked either', () => {
  const oneway = [roadAt('we', [west, east], { oneway: 'forward' })]
  expect(go(oneway, west, east)).toBeDefined()
  expect(go(oneway, east, west)).toBeUndefined()
  expect(go(oneway, east, west, 'foot')?.seconds).toBeCloseTo(metresBetween(west, east) / (5 / 3.6), 3)
  expect(go([roadAt('we', [west, east], { oneway: 'backward' })], east, west)).toBeDefined()
})

test('where trucks may not go a truck stops at the nearest road and the rest is walked', () => {
  const lane = roadAt(
    'lane',
    [
      [93.785, 31.886],
      [93.785, 31.889],
    ],
    { class: 'lane', truckBan: true },
  )
  const end: LngLat = [93.785, 31.889]
  const by = (vehicle: Vehicle) => go([WEST_EAST, lane], west, end, vehicle)
  const walk = metresBetween([93.785, 31.886], end)
  expect(by('car')?.seconds).toBeCloseTo(metresBetween(west, [93.785, 31.886]) / (20 / 3.6) + walk / (12 / 3.6), 2)
  expect(by('truck')?.seconds).toBeCloseTo(
    metresBetween(west, [93.785, 31.886]) / ((20 * 0.85) / 3.6) + walk / (5 / 3.6),
    2,
  )
})

test('a place is put on the nearest stretch that is open, at its very place along it', () => {
  const slanted = roadAt('slanted', [
    [93.78, 31.88],
    [93.8, 31.9],
  ])
  const near = roadAt(
    'near',
    [
      [93.79, 31.8902],
      [93.7905, 31.8902],
    ],
    { status: 'closed' },
  )
  const pace = { vehicle: 'car', speeds } as const
  const at: LngLat = [93.79 + 20 * METRE_LNG, 31.89]
  const found = snapToRoad(buildNet([slanted, near]), at, pace)
  expect(found?.edge.facts.class).toBe('street')
  expect(found?.edge.facts.status).toBe('open')
  expect(found?.along).toBeCloseTo(metresBetween([93.78, 31.88], found?.place ?? [0, 0]), 1)
  // 2,224 m north for 1,888 m east: 20 m across are 15.2 m square.
  expect(found?.metres).toBeCloseTo((20 * 2_224) / Math.hypot(1_888, 2_224), 1)
  expect(snapToRoad(buildNet([slanted]), [93.9, 31.7], pace)).toBeUndefined()
})

test('a stub that nothing joins is not driven to, and a city without roads has no ways', () => {
  const stub = roadAt('stub', [
    [93.9, 31.9],
    [93.9004, 31.9],
  ])
  const net = buildNet([WEST_EAST, SOUTH_NORTH, stub])
  expect(net.edges.every(({ line }) => line.every(([lng]) => lng < 93.8))).toBe(true)
  expect(go([], west, east)).toBeUndefined()
})
