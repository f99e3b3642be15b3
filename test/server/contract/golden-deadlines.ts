import { readFileSync } from 'node:fs'
import type { Limit } from '../../../server/contract/clock.ts'
import {
  type BusinessCalendar,
  CalendarYear,
  makeCalendar,
  type Periods,
} from '../../../server/contract/work-calendar.ts'

export const EIGHT: Periods = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
]
export const SIX: Periods = [
  ['09:00', '12:00'],
  ['15:00', '18:00'],
]
const NINE_TO_FIVE: Periods = [['09:00', '17:00']]

const years = [2024, 2025, 2026].map((year) =>
  CalendarYear.parse(
    JSON.parse(readFileSync(new URL(`../../../data/rules/calendars/${year}.json`, import.meta.url), 'utf8')),
  ),
)
/** The shipped calendars with these hours. */
export const calendarOf = (periods: Periods = EIGHT): BusinessCalendar => makeCalendar(years, periods)

export const minute = (value: number): Limit => ({ value, unit: 'minute' })
export const hour = (value: number): Limit => ({ value, unit: 'hour' })
export const workHours = (value: number): Limit => ({ value, unit: 'work-hour' })
export const workDays = (value: number): Limit => ({ value, unit: 'work-day' })

/** Asia/Shanghai as people write it, to the minute. */
export const shanghai = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()

export interface Golden {
  from: string
  limit: Limit
  due: string
  /** The reckoning by hand. */
  why: string
  hours?: Periods
  beyond?: true
}

const row = (from: string, limit: Limit, due: string, why: string, more: Partial<Golden> = {}): Golden => ({
  ...{ from, limit, due, why },
  ...more,
})

/** Reckoned by hand from the notices of the State Council; weekdays from a printed calendar. */
export const GOLDEN: readonly Golden[] = [
  row('2026-11-02 09:00', workHours(2), '2026-11-02 11:00', 'Mon, within the morning'),
  row('2026-11-02 11:00', workHours(2), '2026-11-02 15:00', '1 h until 12, lunch, 1 h from 14'),
  row('2026-11-02 08:00', workHours(4), '2026-11-02 12:00', 'the morning exactly: 12:00, not 14:00'),
  row('2026-11-02 12:30', workHours(1), '2026-11-02 15:00', 'at lunch: begins at 14'),
  row('2026-11-02 07:00', workHours(1), '2026-11-02 09:00', 'before work: begins at 8'),
  row('2026-11-02 18:00', workHours(1), '2026-11-03 09:00', 'as work ends: tomorrow 8–9'),
  row('2026-11-02 22:15', workHours(4), '2026-11-03 12:00', 'at night: tomorrow morning, all of it'),
  row('2026-11-02 17:30', workHours(1), '2026-11-03 08:30', '30 min today, 30 min tomorrow'),
  row('2026-11-02 08:00', workDays(1), '2026-11-02 18:00', 'a whole day ends on its day'),
  row('2026-11-02 10:00', workDays(1), '2026-11-03 10:00', '2 + 4 h, then 2 h'),
  row('2026-11-02 14:00', workDays(1), '2026-11-03 12:00', '4 h afternoon, 4 h morning'),
  row('2026-11-06 16:00', workDays(1), '2026-11-09 16:00', 'Fri 2 h, weekend, Mon 6 h'),
  row('2026-11-06 17:45', workHours(0.5), '2026-11-09 08:15', 'Fri 15 min, Mon 15 min'),
  row('2026-11-07 10:00', workHours(4), '2026-11-09 12:00', 'Sat: Monday morning'),
  row('2026-11-08 23:59', workDays(2), '2026-11-10 18:00', 'Sun night: Mon and Tue'),
  row('2026-11-02 09:00', workDays(5), '2026-11-09 09:00', 'Mon 7 h, Tue–Fri 32 h, Mon 1 h'),
  row('2026-11-02 08:00', workDays(20), '2026-11-27 18:00', 'four weeks of five days'),
  row('2026-11-02 08:01', workHours(0.25), '2026-11-02 08:16', 'a quarter of an hour'),
  row('2026-11-02 11:59', workHours(0.5), '2026-11-02 14:29', '1 min, lunch, 29 min'),
  row('2026-11-05 15:20', workDays(3), '2026-11-10 15:20', 'Thu 160 min, Fri 480, Mon 480, Tue 320'),
  row('2024-09-29 17:30', workHours(4), '2024-09-30 11:30', 'Sun worked for 国庆: 30 min, Mon 3 h 30'),
  row('2024-09-29 17:30', workDays(1), '2024-09-30 17:30', 'Sun 30 min, Mon 7 h 30'),
  row('2024-09-30 17:00', workHours(2), '2024-10-08 09:00', '1 h, 国庆 1–7 Oct, 1 h on Tue'),
  row('2024-09-30 18:00', workDays(1), '2024-10-08 18:00', 'all of the first day after 国庆'),
  row('2024-10-03 10:00', workHours(4), '2024-10-08 12:00', 'in the holiday: the morning after it'),
  row('2024-10-11 16:00', workDays(1), '2024-10-12 16:00', 'Fri 2 h, Sat worked for 国庆 6 h'),
  row('2024-10-12 17:00', workHours(2), '2024-10-14 09:00', 'worked Sat 1 h, Sun off, Mon 1 h'),
  row('2024-09-28 09:00', workHours(1), '2024-09-29 09:00', 'Sat off, Sun worked'),
  row('2024-09-27 15:00', workDays(2), '2024-09-30 15:00', 'Fri 3 h, Sun 8 h, Mon 5 h'),
  row('2024-09-29 08:00', workDays(7), '2024-10-12 18:00', '29, 30 Sep, 8, 9, 10, 11, 12 Oct'),
  row('2025-01-24 17:00', workHours(2), '2025-01-26 09:00', 'Fri 1 h, Sat off, Sun worked for 春节'),
  row('2025-01-27 16:00', workDays(1), '2025-02-05 16:00', 'Mon 2 h, 春节 28 Jan–4 Feb, Wed 6 h'),
  row('2025-01-27 18:30', workHours(4), '2025-02-05 12:00', 'the evening before 春节'),
  row('2025-02-07 10:00', workDays(2), '2025-02-10 10:00', 'Fri 6 h, worked Sat 8 h, Mon 2 h'),
  row('2025-01-28 00:00', workHours(0.5), '2025-02-05 08:30', 'midnight of 除夕'),
  row('2026-02-13 14:00', workDays(1), '2026-02-14 12:00', 'Fri 4 h, Sat worked for 春节 4 h'),
  row('2026-02-14 17:00', workHours(4), '2026-02-24 11:00', '1 h, 春节 15–23 Feb, Tue 3 h'),
  row('2026-02-20 12:00', workDays(1), '2026-02-24 18:00', 'in 春节: all of Tue'),
  row('2026-02-27 17:00', workDays(1), '2026-02-28 17:00', 'Fri 1 h, Sat worked for 春节 7 h'),
  row('2026-02-28 17:30', workHours(1), '2026-03-02 08:30', 'worked Sat 30 min, Mon 30 min'),
  row('2024-02-09 15:00', workDays(1), '2024-02-18 15:00', '除夕 2024 is worked: 3 h, Sun 18 worked 5 h'),
  row('2024-02-03 10:00', workHours(4), '2024-02-04 12:00', 'Sat off, Sun worked for 春节'),
  row('2024-04-30 16:30', workHours(4), '2024-05-06 10:30', '1 h 30, 劳动节 1–5 May, 2 h 30'),
  row('2024-04-27 09:00', workDays(1), '2024-04-28 18:00', 'Sat off, Sun worked for 劳动节'),
  row('2024-04-03 17:00', workHours(2), '2024-04-07 09:00', '清明 4–6 Apr, Sun 7 worked'),
  row('2024-06-07 17:00', workHours(2), '2024-06-11 09:00', 'weekend and 端午 on Mon'),
  row('2024-09-13 14:00', workDays(2), '2024-09-18 12:00', 'Fri 4 h, worked Sat 8 h, 中秋 15–17, Wed 4 h'),
  row('2026-09-18 17:00', workDays(1), '2026-09-20 17:00', 'Fri 1 h, Sat off, Sun worked for 国庆 7 h'),
  row('2026-09-30 10:00', workDays(1), '2026-10-08 10:00', 'Wed 6 h, 国庆, Thu 2 h'),
  row('2025-09-30 17:00', workHours(4), '2025-10-09 11:00', '1 h, 国庆 and 中秋 1–8 Oct, Thu 3 h'),
  row('2024-12-31 17:00', workHours(2), '2025-01-02 09:00', '1 h, 元旦, 1 h'),
  row('2025-12-31 16:00', workDays(1), '2026-01-04 16:00', '2 h, 元旦 1–3 Jan, Sun worked 6 h'),
  row('2026-12-31 14:00', workHours(4), '2026-12-31 18:00', 'ends with the year: the next is not needed'),
  row('2026-12-31 17:00', workHours(2), '2027-01-01 09:00', 'a year without a calendar: Fri assumed worked', {
    beyond: true,
  }),
  row('2027-03-05 17:00', workHours(2), '2027-03-08 09:00', 'begins there: the weekend is known all the same', {
    beyond: true,
  }),
  row('2024-10-02 23:45', minute(30), '2024-10-03 00:15', 'around the clock, in 国庆, over midnight'),
  row('2024-10-02 23:45', hour(24), '2024-10-03 23:45', 'around the clock'),
  row('2024-02-28 20:00', hour(24), '2024-02-29 20:00', 'around the clock into 29 Feb'),
  row('2025-12-31 23:50', hour(1), '2026-01-01 00:50', 'around the clock over new year'),
  row('2026-12-31 23:50', hour(1), '2027-01-01 00:50', 'around the clock: no calendar is needed'),
  row('2026-11-07 03:00', hour(2), '2026-11-07 05:00', 'around the clock on a Saturday night'),
  row('2026-11-02 10:00', workDays(1), '2026-11-03 10:00', '6 h day: 2 + 3 h, then 1 h', { hours: SIX }),
  row('2026-11-02 11:30', workHours(2), '2026-11-02 16:30', '6 h day: 30 min, then 90 from 15', { hours: SIX }),
  row('2026-11-06 16:00', workDays(2), '2026-11-10 16:00', '6 h days: Fri 2, Mon 6, Tue 4', { hours: SIX }),
  row('2024-09-29 17:30', workDays(7), '2024-10-14 17:30', '0.5 + 6 × 6 h by Sat 12, Mon 5.5', { hours: SIX }),
  row('2026-11-02 13:00', workHours(6), '2026-11-03 12:00', '6 h day: 15–18, 9–12', { hours: SIX }),
  row('2026-11-02 16:00', workHours(2), '2026-11-03 10:00', '9 to 5 without a break', { hours: NINE_TO_FIVE }),
]
