import { z } from 'zod'
import { Text } from './layer.ts'
import { origin, RuleId } from './rule.ts'
import type { WorkCalendar } from './working-time.ts'

const versioned = { version: z.number().int().positive(), validFrom: z.string() }

/** HH:MM, 24:00 for midnight at the end of the day. */
export const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'give a time as 08:00' })
const DayOfYear = z.iso.date()

/** Periods of a working day, in order and apart from each other. */
export const Periods = z
  .array(z.tuple([TimeOfDay, TimeOfDay]))
  .min(1)
  .max(6)
  .refine((periods) => isInOrder(periods.flat()), { error: 'give the periods in order, each from early to late' })
export type Periods = z.infer<typeof Periods>

const isInOrder = (times: readonly string[]): boolean =>
  times.every((time, at) => at === 0 || (times[at - 1] ?? '') < time)

/** The hours that a bureau keeps. */
export const WorkingHours = z.strictObject({ ...versioned, periods: Periods })
export type WorkingHours = z.infer<typeof WorkingHours>

/** Hours to choose from. */
export const HoursPreset = z.strictObject({ id: RuleId, name: Text, periods: Periods, ...origin })
export type HoursPreset = z.infer<typeof HoursPreset>

/** Days off, and the days that are worked in their place (调休), as the State Council's notice of a year gives them. A bureau may add local ones. */
export const Holiday = z
  .strictObject({ name: Text, from: DayOfYear, to: DayOfYear, workdays: z.array(DayOfYear).max(10) })
  .refine(({ from, to }) => from <= to, { error: 'a holiday ends before it begins', path: ['to'] })
export type Holiday = z.infer<typeof Holiday>

const holidays = z.array(Holiday).min(1).max(30)
export const CalendarYear = z.strictObject({
  year: z.number().int().min(1992).max(2100),
  ...versioned,
  holidays,
  ...origin,
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** `shift`: a weekend day that is worked (调休). */
export interface DayKind {
  kind: 'workday' | 'weekend' | 'holiday' | 'shift'
  /** Of the holiday, or of that which a shift makes up for. */
  name?: Text
  /** Whether the holidays of its year are known. */
  known: boolean
}

/** A work calendar that can also say why. */
export interface BusinessCalendar extends WorkCalendar {
  day(date: string): DayKind
}

/** Years later in the list replace earlier ones of the same year. A notice may name days of the year before or after. */
export function makeCalendar(years: readonly CalendarYear[], periods: Periods): BusinessCalendar {
  const known = new Map(years.map((year) => [String(year.year), year]))
  const off = new Map<string, Text>()
  const shifts = new Map<string, Text>()
  for (const { holidays } of known.values())
    for (const { name, from, to, workdays } of holidays) {
      for (const date of datesBetween(from, to)) off.set(date, name)
      for (const date of workdays) shifts.set(date, name)
    }
  const day = (date: string): DayKind => {
    const isKnown = known.has(date.slice(0, 4))
    const shift = shifts.get(date)
    if (shift) return { kind: 'shift', name: shift, known: isKnown }
    const holiday = off.get(date)
    if (holiday) return { kind: 'holiday', name: holiday, known: isKnown }
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
    return { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'workday', known: isKnown }
  }
  return {
    day,
    isWorkday(date) {
      const { kind, known: isKnown } = day(date)
      return isKnown ? kind === 'workday' || kind === 'shift' : undefined
    },
    hours: periods.map(([from, to]) => [minutesOfDay(from), minutesOfDay(to)] as const),
  }
}

const minutesOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function datesBetween(from: string, to: string): string[] {
  const dates: string[] = []
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += 86_400_000)
    dates.push(new Date(ms).toISOString().slice(0, 10))
  return dates
}
