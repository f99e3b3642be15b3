import { daysOfYear } from './work-days.ts'

/** When a bureau works. Read once per year and kept, so it never changes: other hours or a new year are another object. */
export interface WorkCalendar {
  /** Of a date as YYYY-MM-DD; undefined where the holidays of its year are not known: Monday to Friday is assumed then. */
  isWorkday(date: string): boolean | undefined
  /** Periods of a working day in minutes of the day, in order, apart from each other: [[480, 720], [840, 1080]]. */
  hours: readonly (readonly [from: number, to: number])[]
}

/** An instant as ISO in UTC; `beyondCalendar`: days of a year without a calendar were reckoned with. */
export interface Reached {
  at: string
  beyondCalendar: boolean
}

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
/** Business time is Asia/Shanghai: +08:00 all year, without summer time since 1991. The machine's zone plays no part. */
export const SHANGHAI_MS = 8 * 3_600_000

/** Days since 1970-01-01 and milliseconds since midnight, both in business time. Throws RangeError for what is no instant. */
export function placeInTime(instant: string): { day: number; msOfDay: number } {
  const local = Date.parse(instant) + SHANGHAI_MS
  if (Number.isNaN(local)) throw new RangeError(`"${instant}" is no instant`)
  const day = Math.floor(local / DAY_MS)
  return { day, msOfDay: local - day * DAY_MS }
}

/** Throws RangeError for an instant that ISO cannot say. */
export const instantAt = (day: number, msOfDay: number): string =>
  new Date(day * DAY_MS + Math.round(msOfDay) - SHANGHAI_MS).toISOString()

export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()

/** Length of a working day. Throws RangeError for a calendar without hours: no deadline would ever come. */
export function minutesOfWorkday({ hours }: WorkCalendar): number {
  let minutes = 0
  for (const [from, to] of hours) minutes += to - from
  if (!(minutes > 0)) throw new RangeError('a working day has hours')
  return minutes
}

/** The first instant at which `minutes` of working time have passed since `from`: the end of a period, not the start of the next; `from`
 *  itself for 0. Negative: the last instant that has as many before `from`. Throws RangeError when a century does not do. */
export function addWorkMinutes(calendar: WorkCalendar, from: string, minutes: number): Reached {
  const start = placeInTime(from)
  // Whole milliseconds: a rest of 1e-9 at the end of a day would be due the morning after.
  const ms = Math.round(minutes * MINUTE_MS)
  if (ms === 0) return { at: instantAt(start.day, start.msOfDay), beyondCalendar: false }
  const perDay = minutesOfWorkday(calendar) * MINUTE_MS
  const begun = yearOf(start.day)
  let year = begun
  let days = daysOfYear(calendar, year)
  let left = workedInYear(calendar, start, perDay) + ms
  let beyondCalendar = !days.known
  while (ms > 0 ? left > days.list.length * perDay : left < 0) {
    if (ms > 0) left -= days.list.length * perDay
    year += ms > 0 ? 1 : -1
    if (Math.abs(year - begun) > 100) throw new RangeError('the deadline lies beyond all calendars')
    days = daysOfYear(calendar, year)
    if (ms < 0) left += days.list.length * perDay
    beyondCalendar ||= !days.known
  }
  const nth = ms > 0 ? Math.ceil(left / perDay) - 1 : Math.floor(left / perDay)
  const msOfDay = timeAfter(calendar, left - nth * perDay, ms > 0)
  return { at: instantAt(days.first + (days.list[nth] ?? 0), msOfDay), beyondCalendar }
}

/** Minutes of working time from `from` to `to`; negative when `to` is before. */
export function workMinutesBetween(calendar: WorkCalendar, from: string, to: string): number {
  const start = placeInTime(from)
  const end = placeInTime(to)
  const perDay = minutesOfWorkday(calendar) * MINUTE_MS
  const sign = end.day < start.day ? -1 : 1
  const [early, late] = sign < 0 ? [end, start] : [start, end]
  let worked = workedInYear(calendar, late, perDay) - workedInYear(calendar, early, perDay)
  for (let year = yearOf(early.day); year < yearOf(late.day); year++)
    worked += daysOfYear(calendar, year).list.length * perDay
  return (sign * worked) / MINUTE_MS || 0
}

/** Milliseconds of working time in the year up to an instant of it. */
function workedInYear(
  calendar: WorkCalendar,
  { day, msOfDay }: { day: number; msOfDay: number },
  perDay: number,
): number {
  const { first, before } = daysOfYear(calendar, yearOf(day))
  const done = before[day - first] ?? 0
  const worksToday = (before[day - first + 1] ?? 0) > done
  return done * perDay + (worksToday ? workedInDay(calendar, msOfDay) : 0)
}

function workedInDay({ hours }: WorkCalendar, msOfDay: number): number {
  let worked = 0
  for (const [from, to] of hours) worked += Math.max(0, Math.min(msOfDay, to * MINUTE_MS) - from * MINUTE_MS)
  return worked
}

/** The time of a working day at which so much of it is worked: the first such, or the last. */
function timeAfter({ hours }: WorkCalendar, worked: number, first: boolean): number {
  let left = worked
  for (const [from, to] of hours) {
    const length = (to - from) * MINUTE_MS
    if (first ? left <= length : left < length) return from * MINUTE_MS + left
    left -= length
  }
  throw new RangeError('a working day is not that long')
}
