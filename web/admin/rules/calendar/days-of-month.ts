import type { BusinessCalendar, DayKind } from '../../../../server/contract/work-calendar.ts'

export interface DayCell {
  /** YYYY-MM-DD */
  date: string
  day: number
  /** 0 is Monday. */
  weekday: number
  /** Row within the month, from 0. */
  week: number
  kind: DayKind['kind']
  name?: DayKind['name']
}

/** The days of a month (0 … 11), each as it is worked. */
export function daysOfMonth(year: number, month: number, calendar: Pick<BusinessCalendar, 'day'>): DayCell[] {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const first = weekdayOf(year, month, 1)
  return Array.from({ length }, (_, at) => {
    const day = at + 1
    const date = new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
    const { kind, name } = calendar.day(date)
    return { date, day, weekday: weekdayOf(year, month, day), week: Math.floor((first + at) / 7), kind, name }
  })
}

const weekdayOf = (year: number, month: number, day: number): number =>
  (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7
