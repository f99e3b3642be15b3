/** Days are counted as whole numbers since 1970-01-01 in Shanghai, so that stepping through time is adding. */
const DAY_SECONDS = 86_400
/** +08:00 all year. */
const SHANGHAI_SECONDS = 8 * 3600

export const dayNumberAt = (unixSeconds: number): number => Math.floor((unixSeconds + SHANGHAI_SECONDS) / DAY_SECONDS)
export const secondsOfDay = (dayNumber: number): number => dayNumber * DAY_SECONDS - SHANGHAI_SECONDS

export const dayNumberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / (DAY_SECONDS * 1000))
export const dayText = (dayNumber: number): string =>
  new Date(dayNumber * DAY_SECONDS * 1000).toISOString().slice(0, 10)

/** Whole days, both included, as an address says them. */
export interface DayRange {
  from: string
  to: string
}

/** Whole days, both included. */
export interface Days {
  first: number
  last: number
}

export const daysOf = ({ from, to }: DayRange): Days => ({ first: dayNumberOf(from), last: dayNumberOf(to) })
export const rangeOfDays = ({ first, last }: Days): DayRange => ({ from: dayText(first), to: dayText(last) })
export const lengthOf = ({ first, last }: Days): number => last - first + 1

/** Unix seconds, the end excluded. */
export const secondsOf = ({ first, last }: Days): { from: number; to: number } => ({
  from: secondsOfDay(first),
  to: secondsOfDay(last + 1),
})

export const yearDays = (year: number): Days => ({
  first: dayNumberOf(`${year}-01-01`),
  last: dayNumberOf(`${year}-12-31`),
})
export const yearOf = (dayNumber: number): number => Number(dayText(dayNumber).slice(0, 4))
