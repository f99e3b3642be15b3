const SHANGHAI = '+08:00'
const two = (n: number): string => String(n).padStart(2, '0')

export interface MonthSpan {
  from: string
  to: string
  /** 1 … 12. */
  month: number
}

/** The last month that is over, of a day in Shanghai as YYYY-MM-DD: a month that runs is not compared with one that is whole. */
export function lastMonth(day: string): MonthSpan {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
  const begin = (of: { year: number; month: number }): string => `${of.year}-${two(of.month)}-01T00:00:00${SHANGHAI}`
  return { from: begin(before), to: begin({ year, month }), month: before.month }
}
