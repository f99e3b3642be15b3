import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { planeAround } from '../../../../server/contract/local-plane.ts'
import { type Blocks, checkService } from '../../../../server/insight/coverage/check-service.ts'
import { WalkNet, type WalkWays } from '../../../../server/insight/coverage/walk-net.ts'
import { at, ORIGIN } from './made-streets.ts'

const toPlane = planeAround(ORIGIN)

/** Ways between places, given in metres; places met twice are one joint. */
function waysOf(lines: readonly (readonly [number, number])[][]): WalkWays {
  const joints = new Map<string, number>()
  const joint = (place: readonly [number, number] | undefined): number => {
    const key = String(place)
    if (!joints.has(key)) joints.set(key, joints.size)
    return joints.get(key) ?? 0
  }
  const from = Uint32Array.from(lines, (line) => joint(line[0]))
  const to = Uint32Array.from(lines, (line) => joint(line.at(-1)))
  const lengthOf = (line: readonly (readonly [number, number])[]): number =>
    line.reduce((sum, [x, y], i) => {
      const [u, v] = line[i - 1] ?? [x, y]
      return sum + Math.hypot(x - u, y - v)
    }, 0)
  const places = lines.flat().map(([x, y]) => at(x, y))
  let start = 0
  return {
    ...{ joints: joints.size, from, to, metres: Float64Array.from(lines, lengthOf) },
    start: Uint32Array.from([0, ...lines.map((line) => (start += line.length))]),
    lng: Float64Array.from(places, ([lng]) => lng),
    lat: Float64Array.from(places, ([, lat]) => lat),
  }
}

const blocksAt = (...of: [east: number, north: number, people: number][]): Blocks => {
  const places = of.map(([x, y]): LngLat => at(x, y))
  return {
    count: of.length,
    lng: Float64Array.from(places, ([lng]) => lng),
    lat: Float64Array.from(places, ([, lat]) => lat),
    population: Float64Array.from(of, ([, , people]) => people),
  }
}

/** Two streets side by side, 100 m apart, joined at their east end alone. */
const WAYS = waysOf([
  [
    [0, 0],
    [400, 0],
  ],
  [
    [400, 0],
    [400, 100],
  ],
  [
    [400, 100],
    [0, 100],
  ],
])

const metresOf = (measure: 'walk' | 'radius', toilets: LngLat[], blocks: Blocks): number[] =>
  [...checkService({ measure, maxMetres: 300 }, toilets, blocks, { toPlane, net: new WalkNet(WAYS, toPlane) })].map(
    (metres) => Math.round(metres),
  )

test('the way to a toilet is gone by the streets, though it is near across the yards', () => {
  const toilet = [at(100, 0)]
  const blocks = blocksAt([380, 0, 10], [395, 100, 20], [100, 100, 40], [100, 20, 80])
  expect(metresOf('walk', toilet, blocks)).toEqual([280, 405, 700, 20])
  expect(metresOf('radius', toilet, blocks)).toEqual([280, 311, 100, 20])
})

test('to a block the nearest of several counts, on its own street or by either end; beyond three times the limit nobody says', () => {
  expect(metresOf('walk', [at(0, 0), at(300, 100)], blocksAt([100, 100, 1], [390, 0, 1], [10, 0, 1]))).toEqual([
    200, 210, 10,
  ])
  expect(metresOf('walk', [at(0, 0)], blocksAt([0, 100, 1]))).toEqual([900])
  expect(metresOf('walk', [at(0, -10)], blocksAt([0, 100, 1]))).toEqual([Number.POSITIVE_INFINITY])
  expect(metresOf('walk', [], blocksAt([0, 100, 1]))).toEqual([Number.POSITIVE_INFINITY])
})
