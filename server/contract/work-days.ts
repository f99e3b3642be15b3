import type { WorkCalendar } from './working-time.ts'

const DAY_MS = 86_400_000

/** The working days of a year, for jumping over weeks in one step. */
export interface YearDays {
  /** 1 January, in days since 1970-01-01. */
  first: number
  /** Whether the holidays of the year are known. */
  known: boolean
  /** Working days before the nth day of the year, one entry more than days. */
  before: Uint16Array
  /** Working days, as days of the year from 0. */
  list: Uint16Array
}

const kept = new WeakMap<WorkCalendar, Map<number, YearDays>>()

export function daysOfYear(calendar: WorkCalendar, year: number): YearDays {
  let years = kept.get(calendar)
  if (!years) {
    years = new Map()
    kept.set(calendar, years)
  }
  const known = years.get(year)
  if (known) return known
  const read = readYear(calendar, year)
  years.set(year, read)
  return read
}

function readYear(calendar: WorkCalendar, year: number): YearDays {
  const first = Date.UTC(year, 0, 1) / DAY_MS
  const length = Date.UTC(year + 1, 0, 1) / DAY_MS - first
  const before = new Uint16Array(length + 1)
  const list: number[] = []
  let known = true
  for (let day = 0; day < length; day++) {
    const date = new Date((first + day) * DAY_MS)
    const said = calendar.isWorkday(date.toISOString().slice(0, 10))
    known &&= said !== undefined
    before[day] = list.length
    if (said ?? (date.getUTCDay() > 0 && date.getUTCDay() < 6)) list.push(day)
  }
  before[length] = list.length
  return { first, known, before, list: Uint16Array.from(list) }
}
