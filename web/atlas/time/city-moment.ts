import { type Days, dayNumberOf, dayText, secondsOfDay } from '../../charts/day-number.ts'
import { dayOf } from '../../format.ts'

/** A moment that the city is looked at: minutes of Asia/Shanghai as a link shows them, 2026-11-03T08:00. */
export type Moment = string

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** +08:00 all year. */
const SHANGHAI_MS = 8 * HOUR_MS

export const msOf = (at: Moment): number => Date.parse(`${at}:00+08:00`)

export const momentAt = (ms: number): Moment => new Date(ms + SHANGHAI_MS).toISOString().slice(0, 16)

/** As the server is asked: in UTC, whose letter needs no escape in an address. */
export const instantOf = (at: Moment): string => `${new Date(msOf(at)).toISOString().slice(0, 16)}Z`

/** What a link says, where it is a minute that has been. */
export function readMoment(text: string | undefined, nowMs: number): Moment | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  const ms = msOf(text)
  return !Number.isNaN(ms) && momentAt(ms) === text && ms <= nowMs ? text : undefined
}

/** Where one can go: from the log's first row to now, in minutes. */
export interface Reach {
  firstMs: number
  lastMs: number
}

export const reachOf = (since: string | null | undefined, nowMs: number): Reach => {
  const lastMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
  const first = since ? Math.ceil(Date.parse(since) / MINUTE_MS) * MINUTE_MS : lastMs
  return { firstMs: Math.min(first, lastMs), lastMs }
}

export const within = (ms: number, { firstMs, lastMs }: Reach): Moment =>
  momentAt(Math.min(Math.max(ms, firstMs), lastMs))

/** Some hours on or back, on whole steps of the business day: from 08:20 an hour on is 09:00, a day on is the next midnight. */
export function stepMoment(at: Moment, hours: number, reach: Reach): Moment {
  const step = Math.abs(hours) * HOUR_MS
  const local = msOf(at) + SHANGHAI_MS
  const next = hours > 0 ? Math.floor(local / step) * step + step : Math.ceil(local / step) * step - step
  return within(next - SHANGHAI_MS, reach)
}

/** The full hour before now: where looking back begins. */
export const lastHour = (reach: Reach): Moment => stepMoment(momentAt(reach.lastMs), -1, reach)

/** The moment at which days of the heat map end: the midnight behind the last, or now. */
export const endOfDays = ({ last }: Days, nowMs: number): Moment =>
  momentAt(Math.min(secondsOfDay(last + 1) * 1000, Math.floor(nowMs / MINUTE_MS) * MINUTE_MS))

/** As many days, up to the moment: both maps end at one time. */
export function daysUntil({ first, last }: Days, at: Moment): Days {
  const until = dayNumberOf(dayOf(msOf(at) - 1))
  return { first: until - (last - first), last: until }
}

/** What the bar spans, the narrowest that holds the moment. */
export const SPANS = [2, 7, 30, 90] as const
export type Span = (typeof SPANS)[number] | 'all'

export function spanFor(at: Moment, { firstMs, lastMs }: Reach): Span {
  const days = SPANS.find((one) => msOf(at) >= lastMs - one * 24 * HOUR_MS)
  return days === undefined || lastMs - days * 24 * HOUR_MS < firstMs ? 'all' : days
}

export const reachOfSpan = (span: Span, { firstMs, lastMs }: Reach): Reach => ({
  firstMs: span === 'all' ? firstMs : Math.max(firstMs, lastMs - span * 24 * HOUR_MS),
  lastMs,
})

/** Where the axis is named, as shares of the bar: every few hours over two days, else days, months or quarters. */
export function ticksOf({ firstMs, lastMs }: Reach): { share: number; text: string }[] {
  const length = Math.max(1, lastMs - firstMs)
  const days = length / (24 * HOUR_MS)
  const local = (ms: number): string => momentAt(ms)
  const every = days <= 3 ? 6 : days <= 10 ? 24 : 24 * 7
  const at: number[] = []
  if (days <= 45) {
    for (let ms = msOf(stepMoment(local(firstMs), every, { firstMs, lastMs })); ms < lastMs; ms += every * HOUR_MS)
      at.push(ms)
  } else {
    const months = days <= 200 ? 1 : days <= 800 ? 3 : 12
    const first = dayText(dayNumberOf(local(firstMs).slice(0, 10)))
    for (let month = 1; ; month++) {
      const start = Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + month, 1) - SHANGHAI_MS
      if (start >= lastMs) break
      if (new Date(start + SHANGHAI_MS).getUTCMonth() % months === 0) at.push(start)
    }
  }
  return at
    .map((ms) => ({
      share: (ms - firstMs) / length,
      text:
        days <= 3 ? local(ms).slice(5).replace('T', ' ') : days <= 45 ? local(ms).slice(5, 10) : local(ms).slice(0, 7),
    }))
    .filter(({ share }) => share < 0.95)
}
