import { expect, test } from 'vitest'
import { ageBandOf, ageDaysOf, TRUST_AGES } from '../../../../server/contract/trust.ts'
import { sideFor, sumTrust, type TrustColumns, trustCells } from '../../../../server/insight/census/sum-trust.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-05-01T04:00:00Z')

/** Things by class, age in days, source and place. */
const columnsOf = (
  things: readonly (readonly [grade: string, days: number, source?: string, at?: readonly [number, number]])[],
): TrustColumns => {
  const texts = (of: readonly string[]) => {
    const words = [...new Set(of)]
    return { words, of: Uint16Array.from(of, (word) => words.indexOf(word)) }
  }
  return {
    count: things.length,
    lng: Float64Array.from(things, ([, , , at]) => at?.[0] ?? 93.785),
    lat: Float64Array.from(things, ([, , , at]) => at?.[1] ?? 31.886),
    changedMs: Float64Array.from(things, ([, days]) => NOW - days * DAY_MS),
    texts: {
      accuracy: texts(things.map(([grade]) => grade)),
      source: texts(things.map(([, , source = 'made:suo']) => source)),
    },
  }
}

test('things are counted by class, by age and by where they are from, each once', () => {
  const sum = sumTrust(
    columnsOf([
      ['A', 0],
      ['A', 90],
      ['B', 91, 'import:7'],
      ['C', 366, 'import:8'],
      ['', 1_096, 'person:1'],
      ['D', 1_095],
    ]),
    NOW,
  )
  expect(sum).toEqual({
    things: 6,
    // A word that is no class is none: nobody may take it for one.
    accuracy: { A: 2, B: 1, C: 1, none: 2 },
    ages: [2, 1, 2, 1],
    sources: { import: 2, hand: 1, made: 3 },
  })
})

test('an age is in whole days, and its band holds its border', () => {
  expect(ageDaysOf(NOW - 2.9 * DAY_MS, NOW)).toBe(2)
  expect(ageDaysOf(NOW + DAY_MS, NOW)).toBe(0)
  expect(TRUST_AGES.flatMap((days) => [ageBandOf(days), ageBandOf(days + 1)])).toEqual([0, 1, 1, 2, 2, 3])
})

test('a square has the class that half of its things have or are better than, and their middle age', () => {
  const cellOf = (...things: Parameters<typeof columnsOf>[0]) =>
    trustCells(columnsOf(things), NOW, { side: 1_600, lat: 31.9 })[0]?.properties
  expect(cellOf(['A', 1], ['B', 2], ['C', 3])).toMatchObject({ things: 3, median: 'B', ageDays: 2 })
  expect(cellOf(['A', 1], ['C', 9])).toMatchObject({ median: 'A', ageDays: 1 })
  expect(cellOf(['A', 1], ['', 2], ['', 2])).toMatchObject({ median: null })
  expect(cellOf(['C', 1], ['C', 5], ['A', 7], ['', 8])).toMatchObject({ median: 'C', ageDays: 5 })
})

test('squares hold each thing once, wherever the map stands, and are as wide as they say', () => {
  const things = Array.from(
    { length: 400 },
    (_, i) => ['B', i, 'import:1', [93.7 + (i % 20) * 3e-3, 31.8 + Math.floor(i / 20) * 3e-3]] as const,
  )
  const cells = trustCells(columnsOf(things), NOW, { side: 800, lat: 31.886 })
  expect(cells.reduce((sum, { properties }) => sum + properties.things, 0)).toBe(400)
  const ring = cells[0]?.geometry.coordinates[0] ?? []
  const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] = ring
  expect((north - south) * 111_195).toBeCloseTo(800, -1)
  expect(Math.abs((east - west) * 111_195 * Math.cos((31.886 * Math.PI) / 180) - 800)).toBeLessThan(4)
  // A part of the same things falls into the same squares.
  const some = trustCells(columnsOf(things.slice(0, 60)), NOW, { side: 800, lat: 31.81 })
  const rings = new Set(cells.map(({ geometry }) => JSON.stringify(geometry)))
  expect(some.every(({ geometry }) => rings.has(JSON.stringify(geometry)))).toBe(true)
})

test('a box has no more squares than are asked for, of the least side that does it', () => {
  const box = [93.7, 31.8, 93.8, 31.9] as const
  const wide = 0.1 * 111_195 * Math.cos((31.85 * Math.PI) / 180)
  const count = (side: number): number => (wide / side) * ((0.1 * 111_195) / side)
  for (const most of [4, 100, 600]) {
    const side = sideFor(box, most)
    expect([most, count(side) <= most, count(side / 2) > most]).toEqual([most, true, true])
  }
  expect(sideFor([-180, -85, 180, 85], 1)).toBeGreaterThan(100_000)
})
