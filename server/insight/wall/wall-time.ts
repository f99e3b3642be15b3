import { DAY_MS, dateOf, instantAt, placeInTime } from '../../contract/working-time.ts'

/** The beginnings, in Unix ms, of the business day and month that an instant lies in, and of the day before. */
export interface WallTime {
  nowMs: number
  today: number
  yesterday: number
  month: number
}

export function wallTime(now: Date): WallTime {
  const { day } = placeInTime(now.toISOString())
  const today = Date.parse(instantAt(day, 0))
  const dayOfMonth = Number(dateOf(day).slice(8))
  return { nowMs: now.getTime(), today, yesterday: today - DAY_MS, month: today - (dayOfMonth - 1) * DAY_MS }
}
