import { expect, test } from 'vitest'
import { crossesItself, metresInside, shapeOf } from '../../../server/contract/fence-shape.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { FENCE_MARGIN_M, FenceRing, stepFence } from '../../../server/contract/geofence.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import { seeded } from '../../support/random-facts.ts'

const CORNER: LngLat = [93.785, 31.886]
const PER_LNG = METRES_PER_DEGREE * Math.cos((CORNER[1] * Math.PI) / 180)
/** A place so many metres east and north of the corner. */
const at = (east: number, north: number): LngLat => [CORNER[0] + east / PER_LNG, CORNER[1] + north / METRES_PER_DEGREE]
const square = (metres: number): LngLat[] => [at(0, 0), at(metres, 0), at(metres, metres), at(0, metres), at(0, 0)]
/** A star of so many spikes around (200, 200): no place on its edge is far from a corner. */
const star = (spikes: number): LngLat[] => {
  const corners = Array.from({ length: spikes * 2 }, (_, n) => {
    const [turn, radius] = [(n * Math.PI) / spikes, n % 2 ? 90 : 180]
    return at(200 + radius * Math.cos(turn), 200 + radius * Math.sin(turn))
  })
  return [...corners, ...corners.slice(0, 1)]
}
const faultOf = (ring: LngLat[]): string | undefined => FenceRing.safeParse(ring).error?.issues[0]?.message

test('metres inside are those to the nearest edge, below nought outside', () => {
  const shape = shapeOf(square(100))
  for (const [east, north, metres] of [
    [50, 50, 50],
    [10, 50, 10],
    [-15, 50, -15],
    [103, 104, -5],
    [50, -7, -7],
  ] as const)
    expect(metresInside(shape, at(east, north))).toBeCloseTo(metres, 1)
  expect(shape.depth).toBeGreaterThan(47)
  expect(shape.depth).toBeLessThanOrEqual(50)
})

test('jitter of ±15 m about any place by the edge makes one crossing at most, whatever the shape', () => {
  const random = seeded(7)
  for (const shape of [square(400), square(60), square(24), star(5), star(40)].map(shapeOf)) {
    for (let n = 0; n < 60; n++) {
      const corner = Math.floor(random() * (shape.east.length - 1))
      const share = random()
      const on = (of: readonly number[]) => (of[corner] ?? 0) * (1 - share) + (of[corner + 1] ?? 0) * share
      // The plane of a shape begins at its own first corner.
      const [east0, north0] = [on(shape.east), on(shape.north)]
      const origin: LngLat = [shape.box[0], shape.box[1]]
      const [west, south] = shape.plane(origin)
      const place = (east: number, north: number): LngLat => [
        origin[0] + (east - west) / PER_LNG,
        origin[1] + (north - south) / METRES_PER_DEGREE,
      ]
      const off = (random() - 0.5) * 80
      for (const begin of [true, false]) {
        let [inside, crossings] = [begin, 0]
        for (let step = 0; step < 120; step++) {
          const [turn, radius] = [random() * 2 * Math.PI, 15 * random()]
          const location = place(east0 + off + radius * Math.cos(turn), north0 + off + radius * Math.sin(turn))
          const crossed = stepFence(shape, inside, { location, accuracyM: null })
          if (!crossed) continue
          inside = crossed === 'entered'
          crossings += 1
        }
        expect(crossings).toBeLessThanOrEqual(1)
      }
    }
  }
})

test('who drives through comes in once and leaves once, also through a fence smaller than the margin', () => {
  for (const metres of [24, 60, 400]) {
    const shape = shapeOf(square(metres))
    const told: string[] = []
    for (let east = -100; east < metres + 100; east += 4) {
      const inside = told.at(-1) === 'entered'
      const crossed = stepFence(shape, inside, { location: at(east, metres / 2), accuracyM: 8 })
      if (crossed) told.push(crossed)
    }
    expect(told).toEqual(['entered', 'left'])
  }
})

test('a phone that says it is off by much must be further beyond the edge, and one off by more says nothing', () => {
  const shape = shapeOf(square(400))
  const step = (east: number, accuracyM: number | null) =>
    stepFence(shape, false, { location: at(east, 200), accuracyM })
  expect(step(FENCE_MARGIN_M + 1, null)).toBe('entered')
  expect(step(FENCE_MARGIN_M - 1, null)).toBeUndefined()
  expect(step(FENCE_MARGIN_M + 1, 50)).toBeUndefined()
  expect(step(51, 50)).toBe('entered')
  expect(step(200, 101)).toBeUndefined()
})

test('a ring is closed, does not cross or touch itself, and is neither a line nor a province', () => {
  expect(faultOf(square(100))).toBeUndefined()
  expect(faultOf(star(40))).toBeUndefined()
  expect(faultOf(square(100).slice(0, 4))).toContain('close the ring')
  expect(faultOf([at(0, 0), at(100, 0), at(0, 0)])).toContain('four points')
  expect(faultOf([at(0, 0), at(100, 100), at(100, 0), at(0, 100), at(0, 0)])).toContain('crosses itself')
  expect(faultOf([at(0, 0), at(100, 0), at(100, 50), at(50, 0), at(0, 50), at(0, 0)])).toContain('crosses itself')
  expect(faultOf([at(0, 0), at(100, 0), at(50, 0), at(50, 50), at(0, 0)])).toContain('crosses itself')
  expect(faultOf([at(0, 0), at(0, 0), at(100, 0), at(50, 50), at(0, 0)])).toContain('twice')
  expect(faultOf([at(0, 0), at(100, 0), at(100, 3), at(0, 3), at(0, 0)])).toContain('narrower')
  expect(
    faultOf([
      [90, 30],
      [95, 30],
      [95, 31],
      [90, 31],
      [90, 30],
    ]),
  ).toContain('larger')
  expect(faultOf(star(251))).toContain('500 points')
})

test('a ring crosses itself exactly where two of its sides do', () => {
  expect(crossesItself([at(0, 0), at(10, 0), at(10, 10), at(5, -1), at(0, 10), at(0, 0)])).toBe(true)
  expect(crossesItself([at(0, 0), at(10, 0), at(10, 10), at(5, 1), at(0, 10), at(0, 0)])).toBe(false)
})
