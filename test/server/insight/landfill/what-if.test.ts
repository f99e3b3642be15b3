import { expect, test } from 'vitest'
import { seeded } from '../../../../server/insight/day-plan/seeded.ts'
import { backTest } from '../../../../server/insight/landfill/back-test.ts'
import { nextAlarm } from '../../../../server/insight/landfill/next-alarm.ts'
import { surveyVolume } from '../../../../server/insight/landfill/survey-volume.ts'
import {
  compareLandfill,
  type LandfillState,
  timesVolume,
  UnknownInput,
} from '../../../../server/insight/landfill/what-if.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2025-01-01T00:00:00+08:00')
const NOW_MS = START + 360 * DAY_MS
const steady = (perDay: number) =>
  Array.from({ length: 13 }, (_, month) => ({
    atMs: START + month * 30 * DAY_MS,
    filledM3: 50_000 + month * 30 * perDay,
  }))
const state = (of: Partial<LandfillState> = {}): LandfillState => ({
  ...{ capacityM3: 80_800, surveys: steady(50), tonnesPerDay: 40, compaction: 0.8, coverShare: 0.2, ...of },
})

test('ten tonnes a day that go elsewhere make a quarter of forty less, and a third more days', () => {
  const compared = compareLandfill(state(), { elsewhereTpd: 10 }, NOW_MS)
  expect(compared?.asIs.daysLeft.p50).toBeCloseTo(256, 6)
  expect(compared?.changedM3PerDay).toBeCloseTo(37.5, 9)
  expect(compared?.changed?.daysLeft.p50).toBeCloseTo(256 / 0.75, 6)
  expect(compared?.daysGained).toBeCloseTo(256 / 0.75 - 256, 6)
})

test('days left count from now and not from the last survey, and the day is one of the calendar here', () => {
  const later = compareLandfill(state(), {}, NOW_MS + 100 * DAY_MS)?.asIs
  expect(later?.daysLeft.p50).toBeCloseTo(156, 6)
  // 256 days from midnight here on the 27th of December, which is still the 26th in UTC.
  expect(later?.fullOn.p50).toBe('2026-09-09')
  expect(compareLandfill(state(), {}, NOW_MS + 400 * DAY_MS)?.asIs).toMatchObject({
    ...{ daysLeft: { p10: 0, p50: 0, p90: 0 }, fullOn: { p50: '2026-09-09' } },
  })
})

test('denser packing and less soil shrink the volume of the same tonnes', () => {
  expect(timesVolume(state(), { compaction: 1 })).toBeCloseTo(0.8, 12)
  // Waste is 0.8 of the volume: under a tenth of soil the same waste is 0.8 ÷ 0.9 of it.
  expect(timesVolume(state(), { coverShare: 0.1 })).toBeCloseTo(0.8 / 0.9, 12)
  expect(timesVolume(state(), { elsewhereTpd: 20, compaction: 1, coverShare: 0.2 })).toBeCloseTo(0.4, 12)
  expect(timesVolume(state(), {})).toBe(1)
})

test('nothing comes in when all goes elsewhere; what is not known is not guessed', () => {
  expect(compareLandfill(state(), { elsewhereTpd: 40 }, NOW_MS)).toMatchObject({ changed: null, daysGained: null })
  expect(() => timesVolume(state({ tonnesPerDay: null }), { elsewhereTpd: 1 })).toThrow(UnknownInput)
  expect(() => timesVolume(state({ compaction: null }), { compaction: 1 })).toThrow(UnknownInput)
})

test('the spread goes along with the volume: days stretch by the same factor at every quantile', () => {
  const dice = seeded(7)
  let filled = 50_000
  const surveys = Array.from({ length: 20 }, (_, month) => {
    filled += 30 * (30 + 40 * dice())
    return { atMs: START + month * 30 * DAY_MS, filledM3: filled }
  })
  const half = compareLandfill(
    state({ surveys, capacityM3: filled + 20_000 }),
    { elsewhereTpd: 20 },
    surveys.at(-1)?.atMs ?? 0,
  )
  const { asIs, changed } = half ?? {}
  for (const quantile of ['p10', 'p50', 'p90'] as const)
    expect(changed?.daysLeft[quantile]).toBeGreaterThan((asIs?.daysLeft[quantile] ?? 0) * 1.9)
  expect(changed?.daysLeft.p10).toBeLessThan(changed?.daysLeft.p50 ?? 0)
})

test('a what-if is answered within 50 ms', () => {
  const began = performance.now()
  compareLandfill(state(), { elsewhereTpd: 10, compaction: 0.9, coverShare: 0.1 }, NOW_MS)
  expect(performance.now() - began).toBeLessThan(50)
})

test('the back-test foretells each survey from those before it, and holds four of five of what is foretold', () => {
  expect(backTest(steady(50).slice(0, 4))).toMatchObject({ tries: 0, heldPercent: null })
  const linear = backTest(steady(50))
  expect(linear).toMatchObject({ tries: 9, held: 9, heldPercent: 100 })
  expect(linear.meanErrorPercent).toBeLessThan(0.001)
  let [tries, held] = [0, 0]
  for (let seed = 1; seed <= 60; seed++) {
    const dice = seeded(seed)
    const normal = () => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
    let filled = 10_000
    const surveys = Array.from({ length: 30 }, (_, month) => {
      filled += 1_500 + 300 * normal()
      return { atMs: START + month * 30 * DAY_MS, filledM3: filled }
    })
    const one = backTest(surveys)
    tries += one.tries
    held += one.held
  }
  expect(held / tries).toBeGreaterThan(0.75)
  expect(held / tries).toBeLessThan(0.85)
})

test('a back-test tells by how much the middle was off, of what came in meanwhile', () => {
  // 1,500 m³ each of four months, then 3,000: half of what came was not foretold.
  const surveys = [...steady(50).slice(0, 4), { atMs: START + 120 * DAY_MS, filledM3: 57_500 }]
  expect(backTest(surveys)).toEqual({ tries: 1, held: 0, heldPercent: 0, meanErrorM3: 1_500, meanErrorPercent: 50 })
})

const grid = (rows: number, columns: number, height: (x: number, y: number) => number | null) =>
  Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_, x) => height(x, y)))
const flat = (rows: number, columns: number) => grid(rows, columns, () => 4500)

test('volumes between two surveys are exact on solids with plane faces', () => {
  // A slab of 3 m on 40 × 20 m; a wedge from 0 to 8 m; a roof with its ridge at 4 m along the middle.
  expect(surveyVolume({ cellM: 10, before: flat(3, 5), after: grid(3, 5, () => 4503) })).toMatchObject({
    netM3: 2_400,
    areaM2: 800,
  })
  expect(surveyVolume({ cellM: 10, before: flat(3, 5), after: grid(3, 5, (x) => 4500 + x * 2) }).fillM3).toBeCloseTo(
    3_200,
    6,
  )
  const roof = grid(3, 5, (x) => 4500 + (2 - Math.abs(x - 2)) * 2)
  expect(surveyVolume({ cellM: 10, before: flat(3, 5), after: roof }).fillM3).toBeCloseTo((40 * 4 * 20) / 2, 6)
})

test('what is filled and what is cut are told apart where they meet within a square', () => {
  // A plane that tips over the middle: on each side a wedge of 20 × 20 m up to 3 m.
  for (const tilt of [grid(3, 5, (x) => 4500 + (x - 2) * 1.5), grid(5, 3, (_, y) => 4500 + (y - 2) * 1.5)]) {
    const { fillM3, cutM3, netM3 } = surveyVolume({
      cellM: 10,
      before: tilt.map((row) => row.map(() => 4500)),
      after: tilt,
    })
    expect([fillM3, cutM3]).toEqual([expect.closeTo(600, 6), expect.closeTo(600, 6)])
    expect(netM3).toBeCloseTo(0, 9)
  }
  // It meets nothing inside a square: x = 0.5 of 10 m; ½ · 35 · 3.5 · 10 filled, ½ · 5 · 0.5 · 10 cut.
  const within = surveyVolume({ cellM: 10, before: flat(2, 5), after: grid(2, 5, (x) => 4500 + x - 0.5) })
  expect([within.fillM3, within.cutM3]).toEqual([expect.closeTo(612.5, 6), expect.closeTo(12.5, 6)])
})

test('a hole in a survey is told, and a grid of another size refused', () => {
  const after = grid(3, 3, (x, y) => (x === 0 && y === 0 ? null : 4501))
  expect(surveyVolume({ cellM: 10, before: flat(3, 3), after })).toMatchObject({ missing: 1, netM3: 300, areaM2: 300 })
  expect(() => surveyVolume({ cellM: 10, before: flat(3, 3), after: flat(3, 4) })).toThrow(RangeError)
  // What no square tells is not 0.
  const blind = grid(3, 3, (x, y) => (x === 1 && y === 1 ? null : 4501))
  expect(() => surveyVolume({ cellM: 10, before: flat(3, 3), after: blind })).toThrow(RangeError)
})

test('a cone of 30 m on a grid of 1 m is right to 1 in 1,000', () => {
  const cone = (x: number, y: number) => 4500 + Math.max(0, 12 * (1 - Math.hypot(x - 50, y - 50) / 30))
  const { fillM3, cutM3 } = surveyVolume({ cellM: 1, before: flat(101, 101), after: grid(101, 101, cone) })
  const exact = (Math.PI * 30 ** 2 * 12) / 3
  expect(Math.abs(fillM3 - exact) / exact).toBeLessThan(0.001)
  expect(cutM3).toBe(0)
})

test('what grows too cold is raised below its limit and over only well above it; put out by hand it is over', () => {
  const rule = { limit: 500, clearBy: 50, side: 'below' as const, quiet: false }
  let alarm: Parameters<typeof nextAlarm>[0]
  const events = [900, 500, 499, 510, 549, 550, 499, 20].map((value, index) => {
    const next = nextAlarm(alarm, { atMs: index * 1000, value }, { ...rule, quiet: index === 7 })
    alarm = next.alarm
    return next.event
  })
  expect(events).toEqual([null, null, 'raise', null, null, 'clear', 'raise', 'clear'])
})

test('a value that trembles at its limit is one excursion', () => {
  const rule = { limit: 10, clearBy: 0.5, side: 'above' as const, quiet: false }
  let alarm: Parameters<typeof nextAlarm>[0]
  const events = [9, 10, 10.1, 9.8, 10.2, 9.6, 9.5, 9.9, 10.3].map((value, index) => {
    const next = nextAlarm(alarm, { atMs: index * 1000, value }, rule)
    alarm = next.alarm
    return next.event
  })
  expect(events).toEqual([null, null, 'raise', null, null, null, 'clear', null, 'raise'])
  expect(nextAlarm(alarm, { atMs: 2000, value: 0 }, rule).event).toBeNull()
})
