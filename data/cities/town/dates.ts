import type { Random } from './random.ts'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day in one of the years, YYYY-MM-DD; between April and October where ground that freezes must be dug. */
export function dateIn(chance: Random, fromYear: number, toYear: number, digging = false): string {
  const year = chance.int(fromYear, toYear)
  const month = digging ? chance.int(4, 10) : chance.int(1, 12)
  const day = chance.int(1, MONTH_DAYS[month - 1] ?? 28)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
