/** Holidays and the working days that make up for them (调休), as the State Council's yearly notices give them. */
const HOLIDAYS: readonly (readonly [from: string, to: string])[] = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-08', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-02-28', '2025-03-02'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]

const MADE_UP_FOR: ReadonlySet<string> = new Set([
  ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
])

/** New year by both calendars, the lamp festival, the horse races in August: much rubbish, many fires. */
const FESTIVALS: readonly (readonly [from: string, to: string])[] = [
  ['2024-02-08', '2024-02-14'],
  ['2024-02-23', '2024-02-25'],
  ['2024-08-08', '2024-08-12'],
  ['2025-01-27', '2025-01-31'],
  ['2025-02-27', '2025-03-04'],
  ['2025-08-08', '2025-08-12'],
  ['2026-02-15', '2026-02-22'],
  ['2026-08-08', '2026-08-12'],
]

const within = (ranges: readonly (readonly [string, string])[], date: string) =>
  ranges.some(([from, to]) => from <= date && date <= to)

/** `date` is YYYY-MM-DD in business time. From 2027 on only weekends are known. */
export const isWorkingDate = (date: string, weekday: number): boolean =>
  MADE_UP_FOR.has(date) || (weekday >= 1 && weekday <= 5 && !within(HOLIDAYS, date))

export const isFestival = (date: string): boolean => within(FESTIVALS, date)
