import type { LandfillFigure } from '../../server/contract/wall.ts'

/** Unix ms, m³ of room. */
export type Point = [ms: number, m3: number]

/** What a landfill's curve is drawn of, and the span of time from edge to edge. */
export interface LandfillSeries {
  curve: Point[]
  likely: Point[]
  /** Between the fast end and the slow end; empty where nothing is foreseen. */
  fan: { at: number; low: number; high: number }[]
  from: number
  to: number
  /** Upper end of the axis, m³, and the distance of its lines. */
  top: number
  step: number
}

const DAY_MS = 86_400_000
/** A landfill is as old as it is: the past is shown over as long as what is foreseen, two years at least. */
const LEAST_PAST_DAYS = 730
/** Behind the day on which it is surely full. */
const MARGIN = 0.03

/** @param untilMs the span reaches at least so far */
export function landfillSeries(
  { curve, forecast, asOf }: Pick<LandfillFigure, 'curve' | 'forecast' | 'asOf'>,
  untilMs = 0,
): LandfillSeries {
  const nowMs = Date.parse(asOf)
  const foreseenMs = Math.max(nowMs, ...forecast.map(({ at }) => Date.parse(at)))
  const endMs = Math.max(foreseenMs, untilMs)
  const longest = Math.max(LEAST_PAST_DAYS * DAY_MS, foreseenMs - nowMs)
  const past = curve.map(({ at, m3 }): Point => [Date.parse(at), m3]).filter(([ms]) => ms >= nowMs - longest)
  const from = past[0]?.[0] ?? nowMs
  const fan = forecast.map(({ at, p10, p90 }) => ({
    ...{ at: Date.parse(at), low: Math.max(0, Math.min(p10, p90)), high: Math.max(0, p10, p90) },
  }))
  const likely = forecast.map(({ at, p50 }): Point => [Date.parse(at), Math.max(0, p50)])
  const { top, step } = axisOf(Math.max(0, ...past.map(([, m3]) => m3), ...fan.map(({ high }) => high)))
  return { curve: past, likely: untilEmpty(likely), fan, from, to: endMs + (endMs - from) * MARGIN, top, step }
}

/** A line that has reached the ground does not run on along it. */
function untilEmpty(points: Point[]): Point[] {
  const empty = points.findIndex(([, m3]) => m3 <= 0)
  return empty < 0 ? points : points.slice(0, empty + 1)
}

/** Round lines, four at most. */
export function axisOf(most: number): { top: number; step: number } {
  if (most <= 0) return { top: 1, step: 1 }
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power
  return { top: Math.ceil(most / step) * step, step }
}

export interface DayTick {
  days: number
  /** 0 … 1 from edge to edge. */
  at: number
  /** Of the three the one that is told first. */
  isLikely: boolean
}

/** P10, P50 and P90 along the axis, counted from now; ends that would touch the middle one are not written. */
export function dayTicks(
  { daysLeft }: Pick<LandfillFigure, 'daysLeft'>,
  { from, to }: Pick<LandfillSeries, 'from' | 'to'>,
  nowMs: number,
  /** Room of a label as a share of the width. */
  room = 0.09,
): DayTick[] {
  const { p10, p50, p90 } = daysLeft
  const tick = (days: number | null, isLikely: boolean): DayTick[] =>
    days === null ? [] : [{ days: Math.floor(days), at: (nowMs + days * DAY_MS - from) / (to - from), isLikely }]
  const [likely] = tick(p50, true)
  return [...tick(p10, false), ...tick(p50, true), ...tick(p90, false)].filter(
    ({ at, isLikely }) => at >= 0 && at <= 1 && (isLikely || !likely || Math.abs(at - likely.at) >= room),
  )
}

/** Beginnings of half-years, as 2025-01, between the edges, thinned to four. */
export function halfYears({ from, to }: Pick<LandfillSeries, 'from' | 'to'>): { label: string; at: number }[] {
  const first = new Date(from).getUTCFullYear()
  const last = new Date(to).getUTCFullYear()
  const months = Array.from({ length: (last - first + 1) * 2 }, (_, half) => {
    const [year, month] = [first + Math.floor(half / 2), half % 2 ? '07' : '01']
    return { label: `${year}-${month}`, at: (Date.parse(`${year}-${month}-01T00:00:00+08:00`) - from) / (to - from) }
  }).filter(({ at }) => at >= 0 && at <= 1)
  const step = Math.ceil(months.length / 4)
  return months.filter((_, index) => index % step === 0)
}
