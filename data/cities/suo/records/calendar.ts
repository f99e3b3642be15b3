import year2024 from '../../../rules/calendars/2024.json' with { type: 'json' }
import year2025 from '../../../rules/calendars/2025.json' with { type: 'json' }
import year2026 from '../../../rules/calendars/2026.json' with { type: 'json' }

/** Holidays and the working days that make up for them (调休), as the State Council's yearly notices give them. */
const NATIONAL = [year2024, year2025, year2026].flatMap(({ holidays }) => holidays)

const HOLIDAYS: readonly (readonly [from: string, to: string])[] = [
  ...NATIONAL.map(({ from, to }) => [from, to] as const),
  // The Tibetan new year: days off in the region alone.
  ['2025-02-28', '2025-03-02'],
]

const MADE_UP_FOR: ReadonlySet<string> = new Set(NATIONAL.flatMap(({ workdays }): string[] => workdays))

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
