import { type Drift, fitDrift, inOrder, type Survey } from './fit-drift.ts'
import { fasterBy, studentT90 } from './spread.ts'

export interface LandfillSeries {
  capacityM3: number
  /** In any order; the opening counts as a survey of nothing. */
  surveys: readonly Survey[]
  /** By the weighbridge, t a day, and how densely it is packed, t/m³, where they are known. */
  tonnesPerDay: number | null
  compaction: number | null
}

/** `drift-of-surveys`: a Wiener process with drift is fitted to the surveyed volumes, and the day is the first on which it reaches the capacity,
 *  with Student's t for the unknown mean and variance. `weighed-input`: with fewer than four surveys, tonnes a day over the compaction, of
 *  which the spread is assumed. */
export type LandfillMethod = 'drift-of-surveys' | 'weighed-input'

/** With one chance in ten less, with one in ten more; null: not within a hundred years. */
export interface Quantiles {
  p10: number | null
  p50: number | null
  p90: number | null
}

export interface LandfillForecast {
  method: LandfillMethod
  m3PerDay: number
  /** The last survey, from which the days count. */
  fromMs: number
  remainingM3: number
  days: Quantiles
  /** Remaining m³ so many days behind the last survey; p10 is the fast end, as in `days`. */
  remainingAfter(days: number): { p10: number; p50: number; p90: number }
}

const DAY_MS = 86_400_000
const LONGEST_DAYS = 36_525
/** What was tipped ten years ago says little of what is tipped now. */
const WINDOW_DAYS = 5 * 365.25
const LEAST_SURVEYS = 4
/** Assumed where the surveys do not tell it: what a small county weighs in differs from year to year by some 15 % (1 σ, log-normal), and what it is
 *  packed to is known no better. */
const ASSUMED_SPREAD = 0.2

/** When a landfill is full (P10, S5): a pure function of its surveys, for wall and planner alike. Assumed: the mean daily volume stays as it was
 *  over the last five years; what comes in one month is independent of another; a survey errs by less than months differ; the waste does
 *  not settle and cover soil is part of the surveyed volume. Undefined with nothing to reckon from, or when nothing comes in. */
export function forecastLandfill(series: LandfillSeries): LandfillForecast | undefined {
  const surveys = inOrder(series.surveys)
  const last = surveys.at(-1)
  if (!last) return undefined
  const remaining = Math.max(0, series.capacityM3 - last.filledM3)
  const lately = surveys.filter(({ atMs }) => last.atMs - atMs <= WINDOW_DAYS * DAY_MS)
  const drift = lately.length >= LEAST_SURVEYS ? fitDrift(lately) : undefined
  if (drift) return { method: 'drift-of-surveys', ...base(last, remaining), ...byDrift(drift, remaining) }
  const perDay = weighed(series) ?? fitDrift(surveys)?.perDay
  if (perDay === undefined || !(perDay > 0)) return undefined
  return { method: 'weighed-input', ...base(last, remaining), ...byRate(perDay, remaining) }
}

const base = (last: Survey, remainingM3: number) => ({ fromMs: last.atMs, remainingM3 })

function byDrift(drift: Drift, remaining: number) {
  const { perDay, variance, freedom, days } = drift
  const reach = studentT90(freedom) ** 2 * variance
  return {
    m3PerDay: perDay,
    days: daysToReach(remaining, perDay, reach, days),
    remainingAfter(ahead: number) {
      const half = Math.sqrt(reach * (ahead + ahead ** 2 / days))
      const middle = remaining - perDay * ahead
      return fan(middle - half, middle, middle + half)
    },
  }
}

/** Days t at which `perDay`·t ± √(reach·(t + t²/known)) is the room: the two roots of one square. The walk goes on from the last survey with
 *  variance t, and its mean is known from `known` days with variance t²/known. */
function daysToReach(room: number, perDay: number, reach: number, known: number): Quantiles {
  if (room === 0) return { p10: 0, p50: 0, p90: 0 }
  const a = perDay ** 2 - reach / known
  const b = 2 * perDay * room + reach
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * room ** 2))
  return {
    p10: b > 0 ? within((2 * room ** 2) / (b + root)) : null,
    p50: perDay > 0 ? within(room / perDay) : null,
    // With so little known, it may as well never be full.
    p90: perDay > 0 && a > 0 ? within((b + root) / (2 * a)) : null,
  }
}

function byRate(perDay: number, remaining: number) {
  const faster = fasterBy(ASSUMED_SPREAD)
  return {
    m3PerDay: perDay,
    days: {
      p10: within(remaining / (perDay * faster)),
      p50: within(remaining / perDay),
      p90: within((remaining * faster) / perDay),
    },
    remainingAfter: (ahead: number) =>
      fan(remaining - perDay * faster * ahead, remaining - perDay * ahead, remaining - (perDay / faster) * ahead),
  }
}

const weighed = ({ tonnesPerDay, compaction }: LandfillSeries): number | undefined =>
  tonnesPerDay !== null && compaction !== null && compaction > 0 ? tonnesPerDay / compaction : undefined

const within = (days: number): number | null => (days <= LONGEST_DAYS ? days : null)
const fan = (p10: number, p50: number, p90: number) => ({
  p10: Math.max(0, p10),
  p50: Math.max(0, p50),
  p90: Math.max(0, p90),
})
