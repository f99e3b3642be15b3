import { isWorkingDate } from './calendar.ts'

/** Business time is Asia/Shanghai, which has had no summer time since 1991: a fixed offset is exact for all dates here.
 *  A day is its number since 1970-01-01 in business time; an instant is a number of milliseconds since 1970 UTC. */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The periods in which the clock of an ordinary case runs, in minutes of the day (STANDARDS 1.3: 8–12 and 14–18). */
const WORK_PERIODS = [
  [480, 720],
  [840, 1080],
] as const

export const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
/** 0 is Sunday. */
export const weekdayOf = (day: number): number => new Date(day * DAY_MS).getUTCDay()
export const monthOf = (day: number): number => new Date(day * DAY_MS).getUTCMonth() + 1
export const dayOfInstant = (ms: number): number => Math.floor((ms + OFFSET_MS) / DAY_MS)
export const minuteOfDay = (ms: number): number => Math.floor(((ms + OFFSET_MS) % DAY_MS) / MINUTE_MS)
export const instantAt = (day: number, minutes: number): number =>
  day * DAY_MS - OFFSET_MS + Math.round(minutes * 60) * 1000
/** ISO with +08:00, to the second: sorts as text in the order of time. */
export const isoOf = (ms: number): string => `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+08:00`

const working = new Map<number, boolean>()
export function isWorkingDay(day: number): boolean {
  const known = working.get(day)
  if (known !== undefined) return known
  const answer = isWorkingDate(dateOf(day), weekdayOf(day))
  working.set(day, answer)
  return answer
}

/** The instant `minutes` of working time after `from`; outside the periods the clock stands. */
export function afterWorking(from: number, minutes: number): number {
  let left = minutes
  let start = (from - instantAt(dayOfInstant(from), 0)) / MINUTE_MS
  for (let day = dayOfInstant(from); ; day++, start = 0) {
    if (!isWorkingDay(day)) continue
    for (const [open, close] of WORK_PERIODS) {
      const begin = Math.max(start, open)
      if (begin >= close) continue
      if (left <= close - begin) return instantAt(day, begin + left)
      left -= close - begin
    }
  }
}

export const afterMinutes = (from: number, minutes: number): number => from + Math.round(minutes * 60) * 1000
