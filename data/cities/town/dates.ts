import type { Random } from './random.ts'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day in one of the years, YYYY-MM-DD; between April and October where ground that freezes must be dug. */
export function dateIn(chance: Random, fromYear: number, toYear: number, digging = false): string {
  const year = chance.int(fromYear, toYear)
  const month = digging ? chance.int(4, 10) : chance.int(1, 12)
  const day = chance.int(1, MONTH_DAYS[month - 1] ?? 28)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** So many months and days before a day, YYYY-MM-DD. */
export function monthsBefore(day: string, months: number, days: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const inMonth = Math.min(Number(day.slice(8)), 28)
  return new Date(Date.UTC(year, month - 1 - months, inMonth - days)).toISOString().slice(0, 10)
}
