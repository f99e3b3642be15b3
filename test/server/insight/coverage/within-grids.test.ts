import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import type { CoverageRule } from '../../../../server/contract/rule.ts'
import { coverCity } from '../../../../server/insight/coverage/cover-city.ts'
import { findGapsIn } from '../../../../server/insight/coverage/find-gaps.ts'
import { GridGround } from '../../../../server/insight/coverage/grid-ground.ts'
import { proposeSites } from '../../../../server/insight/coverage/propose-sites.ts'
import { layOutStreets, type Street } from '../../../../server/insight/coverage/street-map.ts'
import { at, box, ORIGIN, rule, street, things } from './made-streets.ts'

const run = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const WITHIN: CoverageRule['within'] = { layer: 'unit-grids', reading: { zh: '建成区', en: 'Built-up area' } }
const ROAD = street('国道', [
  [0, 0],
  [3000, 0],
])
const TOWN = [box(437, -200, 700, 200), box(700, -200, 1263, 200)].map((ring) => [ring])
const none = new Float64Array(0)

const groundOf = (streets: readonly Street[], grids: readonly (readonly LngLat[][])[], places: LngLat[]) => {
  const map = layOutStreets(streets, ORIGIN)
  const ground = new GridGround(grids, map.toPlane)
  return {
    ...{ origin: ORIGIN, streets, areas: [], ways: undefined, nowMs: 0 },
    blocks: { count: 0, lng: none, lat: none, population: none },
    things: { bins: things(places) },
    gridStretches: grids.length > 0 ? map.parts.map((part) => ground.stretchesOf(part)) : undefined,
  }
}
const setOf = (one: CoverageRule) => ({
  ...{ id: 'made', name: { zh: '规', en: 'R' }, layer: 'bins', standing: true, validFrom: null, version: 0 },
  rules: [one],
})
const cover = (ground: ReturnType<typeof groundOf>, one: CoverageRule) =>
  run(coverCity({ ground, sets: [setOf(one)], quality: {}, toleranceMetres: 6 }))

const stretchesOf = (line: readonly (readonly [number, number])[], grids = TOWN, of: Partial<Street> = {}) =>
  [...(groundOf([street('路', line, of)], grids, []).gridStretches?.[0] ?? [])].map(
    (metres) => Math.round(metres * 10) / 10,
  )

test('a rule for built-up ground holds to the metre where the unit grids end, and tells what it leaves out', () => {
  const within = cover(groundOf([ROAD], TOWN, [at(800, 6)]), rule({ within: WITHIN, maxMetres: 200 }))
  const spans = within.gaps.map(({ side, from, to }) => [side, from, to])
  for (const [i, [side, from, to]] of [
    [1, 437, 800],
    [1, 800, 1263],
    [-1, 437, 1263],
  ].entries()) {
    expect(spans[i]?.[0]).toBe(side)
    expect(Math.abs((spans[i]?.[1] ?? 0) - (from ?? 0))).toBeLessThan(0.1)
    expect(Math.abs((spans[i]?.[2] ?? 0) - (to ?? 0))).toBeLessThan(0.1)
  }
  expect(spans).toHaveLength(3)
  const [found] = within.rules
  expect(found).toMatchObject({ gaps: 3, roads: 1, things: 1, leftOut: { why: 'outside-unit-grids', roads: 1 } })
  expect(found?.checkedMetres).toBeCloseTo(2 * 826, 0)
  expect(found?.gapMetres).toBeCloseTo(2 * 826, 0)
  expect(found?.leftOut?.metres).toBeCloseTo(2 * (3000 - 826), 0)
  expect(within.roads[0]?.leftOutMetres).toBeCloseTo(2 * (3000 - 826), 0)
})

test('a rule that says nothing of grids holds along the whole road, and so does any where the city has none', () => {
  const everywhere = cover(groundOf([ROAD], TOWN, []), rule({ maxMetres: 200 }))
  expect(everywhere.rules).toMatchObject([{ leftOut: null }])
  expect(everywhere.rules[0]?.gapMetres).toBeCloseTo(6000, 0)
  const without = cover(groundOf([ROAD], [], []), rule({ within: WITHIN, maxMetres: 200 }))
  expect(without.rules).toMatchObject([{ leftOut: null }])
  expect(without.rules[0]?.checkedMetres).toBeCloseTo(6000, 0)
})

test('the edge of the town counts as the end of a road does: what stands behind it neither helps nor harms', () => {
  const held = (places: LngLat[]) =>
    cover(groundOf([ROAD], TOWN, places), rule({ within: WITHIN, maxMetres: 420, minMetres: 30 }))
  expect(held([at(850, 6), at(850, -6)]).gaps).toEqual([])
  expect(held([at(430, 6), at(850, 6), at(850, -6), at(1270, 6)])).toMatchObject({
    ...{ gaps: [], rules: [{ things: 2, closerPairs: 0 }] },
  })
})

test('a road that nowhere runs through a grid is not asked for anything, and is no road of the rule', () => {
  const rural = street('乡道', [
    [0, 900],
    [500, 900],
  ])
  const found = cover(groundOf([ROAD, rural], TOWN, []), rule({ within: WITHIN }))
  expect(found.gaps.every(({ part }) => part === 0)).toBe(true)
  expect(found.rules).toMatchObject([{ roads: 1, leftOut: { roads: 2 } }])
  expect(found.roads.find(({ id }) => id === '乡道')).toMatchObject({ checkedMetres: 0, passShare: null, gaps: 0 })
})

test('a slanting road is in the town as far as its middle or a kerb is; grids side by side are one ground', () => {
  // At 45° the kerb 5 m to the left comes to a line across the middle 5 m sooner.
  const slant: [number, number][] = [
    [337, -100],
    [937, 500],
  ]
  const [from = 0, to = 0] = stretchesOf(slant)
  expect(Math.abs(from - (100 * Math.SQRT2 - 5))).toBeLessThan(0.1)
  expect(Math.abs(to - (300 * Math.SQRT2 + 5))).toBeLessThan(0.1)
  expect(
    stretchesOf([
      [0, 0],
      [3000, 0],
    ]),
  ).toEqual([437, 1263])
})

test('a road along the edge of the town is of it with both sides; one a road’s width off is not', () => {
  expect(
    stretchesOf([
      [437, 200],
      [1263, 200],
    ]),
  ).toEqual([0, 826])
  expect(
    stretchesOf([
      [437, 204.9],
      [1263, 204.9],
    ]),
  ).toEqual([0, 826])
  expect(
    stretchesOf([
      [437, 205.1],
      [1263, 205.1],
    ]),
  ).toEqual([])
})

test('a sliver between two grids is no end of the town, ten metres are; a hole in a grid is outside', () => {
  const apart = (metres: number) => [[box(0, -50, 300, 50)], [box(300 + metres, -50, 900, 50)]]
  const line: [number, number][] = [
    [0, 0],
    [900, 0],
  ]
  expect(stretchesOf(line, apart(0.4))).toEqual([0, 900])
  expect(stretchesOf(line, apart(10))).toEqual([0, 300, 310, 900])
  expect(stretchesOf(line, [[box(0, -50, 900, 50), box(400, -20, 500, 20)]])).toEqual([0, 400, 500, 900])
})

test('a ring road half in the town keeps its gap over the place where it was begun to be drawn', () => {
  const gaps = findGapsIn([], [0, 100, 500, 600], { length: 600, closed: true }, 150)
  expect(gaps).toEqual([{ from: 500, to: 700, before: -1, after: -1 }])
  const stood = findGapsIn([{ metres: 60, thing: 7 }], [0, 100, 500, 600], { length: 600, closed: true }, 150)
  expect(stood).toEqual([{ from: 500, to: 660, before: -1, after: 7 }])
  expect(findGapsIn([], [0, 100, 500, 600], { length: 600, closed: false }, 150)).toEqual([])
})

test('new sites are proposed in the town alone', () => {
  const task = { goal: 'close', quality: {}, toleranceMetres: 6, stepMetres: 5, limitSeconds: 1 } as const
  const ground = groundOf([ROAD], TOWN, [])
  const found = run(proposeSites({ ...task, ground, set: setOf(rule({ within: WITHIN, maxMetres: 200 })) }, undefined))
  expect(found.sites).toHaveLength(2 * 4)
  expect(found.sites.every(({ alongMetres }) => alongMetres > 437 && alongMetres < 1263)).toBe(true)
  expect(found).toMatchObject({ after: 0, proved: true })
})
