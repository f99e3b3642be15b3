import { expect, test } from 'vitest'
import { seeded } from '../../../../server/insight/day-plan/seeded.ts'
import { fitDrift } from '../../../../server/insight/landfill/fit-drift.ts'
import { forecastLandfill, type LandfillSeries } from '../../../../server/insight/landfill/forecast.ts'
import { studentT90 } from '../../../../server/insight/landfill/spread.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2024-01-01T00:00:00+08:00')
const series = (of: Partial<LandfillSeries>): LandfillSeries => ({
  ...{ capacityM3: 120_000, surveys: [], tonnesPerDay: null, compaction: null },
  ...of,
})
const every = (days: number, count: number, filled: (day: number) => number) =>
  Array.from({ length: count }, (_, index) => ({
    atMs: START + index * days * DAY_MS,
    filledM3: filled(index * days),
  }))

test('the day at which a linear series is full is off by less than 2 %', () => {
  for (const [perDay, filled] of [
    [27.5, 90_000],
    [3, 119_000],
    [400, 20_000],
  ] as const) {
    const surveys = every(30, 13, (day) => filled - 360 * perDay + perDay * day)
    const { days, method } = forecastLandfill(series({ surveys })) ?? { days: {} }
    const truth = (120_000 - filled) / perDay
    expect(method).toBe('drift-of-surveys')
    for (const day of Object.values(days)) expect(Math.abs((day ?? 0) / truth - 1)).toBeLessThan(0.02)
  }
})

/** What the months bring is drawn from a gamma-like lot, and a survey errs by a tenth of a month. */
function simulated(seed: number) {
  const dice = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
  const [perDay, spread] = [20 + 40 * dice(), 0.1 + 0.4 * dice()]
  const daily = () => Math.max(0, perDay * (1 + spread * Math.sqrt(30) * normal()))
  const count = 6 + Math.floor(dice() * 24)
  const days = (count - 1) * 30
  let filled = 30_000
  const surveys = [{ atMs: START, filledM3: filled }]
  for (let day = 1; day <= days; day++) {
    filled += daily()
    if (day % 30 === 0)
      surveys.push({ atMs: START + day * DAY_MS, filledM3: filled + 0.1 * spread * 30 * perDay * normal() })
  }
  const capacityM3 = filled + perDay * (100 + 900 * dice())
  let left = 0
  for (; filled < capacityM3; left++) filled += daily()
  return { left, forecast: forecastLandfill(series({ capacityM3, surveys })) }
}

test('P10 to P90 holds the day on which 500 simulated landfills are full in 75 to 85 of 100', () => {
  const found = Array.from({ length: 500 }, (_, index) => simulated(index + 1))
  const share = (holds: (of: ReturnType<typeof simulated>) => boolean) => found.filter(holds).length / found.length
  const before = share(({ left, forecast }) => left < (forecast?.days.p10 ?? Number.POSITIVE_INFINITY))
  const behind = share(({ left, forecast }) => left > (forecast?.days.p90 ?? Number.POSITIVE_INFINITY))
  expect(1 - before - behind).toBeGreaterThanOrEqual(0.75)
  expect(1 - before - behind).toBeLessThanOrEqual(0.85)
  // And neither end carries all of what is outside.
  for (const end of [before, behind]) expect(end).toBeGreaterThan(0.05)
})

test('Student’s t is as the tables have it', () => {
  for (const [freedom, value] of [
    [1, 3.078],
    [2, 1.886],
    [3, 1.638],
    [5, 1.476],
    [10, 1.372],
    [30, 1.31],
  ] as const)
    expect(Math.abs(studentT90(freedom) / value - 1)).toBeLessThan(0.005)
})

test('with too few surveys it is reckoned from what is weighed in, and says so', () => {
  const surveys = [
    { atMs: Date.parse('2013-07-01T00:00:00+08:00'), filledM3: 0 },
    { atMs: START, filledM3: 104_800 },
  ]
  const told = forecastLandfill(series({ surveys, tonnesPerDay: 21.5, compaction: 0.78 }))
  expect(told).toMatchObject({ method: 'weighed-input', remainingM3: 15_200, fromMs: START })
  expect(told?.days.p50).toBeCloseTo(15_200 / (21.5 / 0.78), 6)
  expect(told?.days.p10).toBeLessThan(told?.days.p50 ?? 0)
  // Nothing weighed: what came in since the opening.
  expect(forecastLandfill(series({ surveys }))?.days.p50).toBeCloseTo(
    ((15_200 / 104_800) * (START - (surveys[0]?.atMs ?? 0))) / DAY_MS,
    6,
  )
})

test('surveys weigh by the days between them, and those of more than five years ago do not weigh', () => {
  const at = (day: number, filledM3: number) => ({ atMs: START + day * DAY_MS, filledM3 })
  // 10 m³ a day for ten days, 20 for ninety: 1,900 in a hundred.
  const unlike = [at(0, 50_000), at(5, 50_050), at(10, 50_100), at(100, 51_900)]
  expect(forecastLandfill(series({ surveys: unlike }))?.m3PerDay).toBeCloseTo(19, 9)
  const old = [at(-4_000, 1_000), at(-3_000, 40_000)]
  expect(forecastLandfill(series({ surveys: [...old, ...unlike] }))).toEqual({
    ...forecastLandfill(series({ surveys: unlike })),
    remainingAfter: expect.any(Function),
  })
  // Of steps that differ by their days alone nothing is left to chance.
  const even = [at(0, 50_000), at(5, 50_100), at(10, 50_200), at(100, 52_000)]
  const { p10, p90 } = forecastLandfill(series({ surveys: even }))?.days ?? {}
  expect((p90 ?? 0) - (p10 ?? 1)).toBeCloseTo(0, 6)
})

test('a step counts for its days: the same surprise in a long one is the smaller chance', () => {
  const at = (day: number, filledM3: number) => ({ atMs: START + day * DAY_MS, filledM3 })
  // Off by 100 m³ in 90 days, and by 100 in 10: m⁶ a day by hand, ((100² ÷ 10) + (100² ÷ 90) + 0) ÷ 2.
  const drift = fitDrift([at(0, 0), at(10, 300), at(100, 2_000), at(200, 4_000)])
  expect(drift).toMatchObject({ perDay: 20, freedom: 2, days: 200 })
  expect(drift?.variance).toBeCloseTo((1_000 + 10_000 / 90) / 2, 9)
})

test('what says nothing of the day is not given one', () => {
  expect(forecastLandfill(series({}))).toBeUndefined()
  expect(forecastLandfill(series({ surveys: every(30, 1, () => 5) }))).toBeUndefined()
  const shrinking = forecastLandfill(series({ surveys: every(30, 6, (day) => 90_000 - day) }))
  expect(shrinking?.days).toMatchObject({ p50: null, p90: null })
  const wild = forecastLandfill(series({ surveys: every(30, 6, (day) => 50_000 + (day % 60 ? 900 : 0) + day) }))
  expect(wild?.days.p90).toBeNull()
  expect(wild?.days.p10).toBeGreaterThan(0)
})

test('a full landfill has no day left, and the fan goes down to nothing', () => {
  const full = forecastLandfill(series({ surveys: every(30, 6, (day) => 119_900 + day) }))
  expect(full).toMatchObject({ remainingM3: 0, days: { p10: 0, p50: 0, p90: 0 } })
  const told = forecastLandfill(series({ surveys: every(30, 8, (day) => 60_000 + 25 * day + (day % 60 ? 200 : 0)) }))
  const [p10 = 0, p50 = 0, p90 = 0] = [told?.days.p10 ?? 0, told?.days.p50 ?? 0, told?.days.p90 ?? 0]
  expect(told?.remainingAfter(p10).p10).toBeCloseTo(0, 3)
  expect(told?.remainingAfter(p50).p50).toBeCloseTo(0, 3)
  expect(told?.remainingAfter(p90).p90).toBeCloseTo(0, 3)
  expect(told?.remainingAfter(p50).p90).toBeGreaterThan(0)
})
