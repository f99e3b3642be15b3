import { expect, test } from 'vitest'
import { cellOf } from '../../../../server/insight/spots/cell-grid.ts'
import { falseDiscoveryRates } from '../../../../server/insight/spots/false-discovery.ts'
import { findHotSpots, neighboursOf } from '../../../../server/insight/spots/find-hot-spots.ts'
import { giStar } from '../../../../server/insight/spots/gi-star.ts'
import { above, beyond } from '../../../../server/insight/spots/normal.ts'
import { dice } from '../../city/made-layers.ts'

const RULE = { bandCells: 1.5, leastCells: 30, leastEvents: 30 }
const field = (side: number) =>
  Array.from({ length: side * side }, (_, at) => cellOf(at % side, Math.floor(at / side)) ?? 0)

test('Gi* is what PySAL publishes for its six points within 15 of each other', () => {
  // esda/getisord.py, G_Local, example with transform='B', star=True (github.com/pysal/esda).
  const points = [
    ...([
      [10, 10],
      [20, 10],
      [40, 10],
      [15, 20],
      [30, 20],
      [30, 30],
    ] as const),
  ]
  const near = points.map(([x, y]) => points.flatMap(([x2, y2], at) => (Math.hypot(x2 - x, y2 - y) <= 15 ? [at] : [])))
  const published = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
  const found = giStar([2, 3, 3.2, 5, 8, 7], near)
  for (const [at, z] of published.entries()) expect(found[at]).toBeCloseTo(z, 8)
})

test('the false-discovery control rejects the four of fifteen that Benjamini and Hochberg (1995, §4) reject', () => {
  const chances = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719]
  const rates = falseDiscoveryRates([0.759, ...chances, null, 0.6528, 1])
  expect(rates.flatMap((q, at) => (q !== null && q <= 0.05 ? [at] : []))).toEqual([1, 2, 3, 4])
  expect(rates[13]).toBeNull()
  // Adjusted: 15/4 of the fourth; the ninth takes nobody's place behind it.
  expect([rates[4], rates[9]]).toEqual([expect.closeTo(0.035625, 10), expect.closeTo(0.0765, 10)])
})

test('a smaller chance is never told with more false discoveries than a larger one', () => {
  // 3/2 of 0.021 is less than 3/1 of 0.02, and holds for both.
  expect(falseDiscoveryRates([0.02, 0.5, 0.021])).toEqual([0.0315, 0.5, 0.0315].map((q) => expect.closeTo(q, 12)))
})

test('chances of a normal value are those of the tables', () => {
  expect(above(1.644854)).toBeCloseTo(0.05, 6)
  expect(beyond(2.575829)).toBeCloseTo(0.01, 6)
  expect([beyond(-1.959964), above(0)]).toEqual([expect.closeTo(0.05, 6), expect.closeTo(0.5, 6)])
  // Abramowitz & Stegun, table 26.2: Q(5) = 2.8665157e-7.
  expect(above(5) / 2.8665157e-7).toBeCloseTo(1, 5)
})

test('a heap of complaints is a hot spot, and chance alone makes none', () => {
  const [cells, random] = [field(20), dice(5)]
  const chance = new Map(cells.map((cell) => [cell, Math.floor(random() * 4)]))
  expect(findHotSpots(cells, chance, RULE).spots.filter(({ confidence }) => confidence !== 0)).toEqual([])
  for (const [east, north] of [
    [4, 4],
    [5, 4],
    [4, 5],
    [5, 5],
  ] as const)
    chance.set(cellOf(east, north) ?? 0, 14)
  const hot = findHotSpots(cells, chance, RULE).spots.filter(({ confidence }) => confidence === 99)
  expect(hot.map(({ cell }) => cell)).toContain(cellOf(4, 4))
  expect(hot.every(({ z }) => (z ?? 0) > 3)).toBe(true)
})

test('cells on the edge have fewer neighbours, and each is its own', () => {
  const near = neighboursOf(field(3), 1.5)
  expect([near[0]?.length, near[1]?.length, near[4]?.length]).toEqual([4, 6, 9])
  expect(near.every((of, at) => of.includes(at))).toBe(true)
})

test('the band is a circle, and a middle on its rim is within', () => {
  const middle = 4 * 9 + 4
  const near = (bandCells: number) => neighboursOf(field(9), bandCells)[middle]?.length
  // So many lattice points lie within 1, √2, 2 and 3 of one of them (OEIS A000328).
  expect([1, Math.SQRT2, 2, 3].map(near)).toEqual([5, 9, 13, 29])
})

test('a place that is left alone among many complaints is a cold spot, by the chance after the control', () => {
  const [cells, random] = [field(20), dice(11)]
  const counts = new Map(cells.map((cell) => [cell, 3 + Math.floor(random() * 4)]))
  for (let east = 8; east < 13; east++) for (let north = 8; north < 13; north++) counts.set(cellOf(east, north) ?? 0, 0)
  const { spots } = findHotSpots(cells, counts, RULE)
  expect(spots.find(({ cell }) => cell === cellOf(10, 10))).toMatchObject({ confidence: -99, neighbours: 9 })
  const told = (level: number, from: number, to: number) => {
    const said = spots.filter(({ confidence }) => Math.abs(confidence) === level)
    return said.length > 0 && said.every(({ q }) => q !== null && q > from && q <= to)
  }
  expect([told(99, -1, 0.01), told(95, 0.01, 0.05), told(90, 0.05, 0.1), told(0, 0.1, 1)]).toEqual(Array(4).fill(true))
  expect(spots.every(({ z, confidence }) => confidence === 0 || Math.sign(z ?? 0) === Math.sign(confidence))).toBe(true)
})

test('of too few cells, too few events, or cells all alike nothing is said', () => {
  const all = (count: number) => new Map(field(10).map((cell) => [cell, count]))
  expect(findHotSpots(field(5), all(9), RULE)).toMatchObject({ why: 'too-few-cells' })
  const onOne = (count: number) => findHotSpots(field(10), new Map([[field(10)[0] ?? 0, count]]), RULE).why
  expect([onOne(29), onOne(30)]).toEqual(['too-few-events', null])
  const alike = findHotSpots(field(10), all(3), RULE)
  expect([alike.why, alike.spots[0]]).toEqual([
    'all-alike',
    expect.objectContaining({ z: null, q: null, confidence: 0 }),
  ])
})
