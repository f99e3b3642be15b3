import type { LngLat } from '../../contract/geo.ts'
import type { LightingNight, LightingYear, SwitchOffsets } from '../../contract/lighting.ts'
import { sunOn } from '../../contract/sun.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** When it is dark, Unix ms: `from` dusk to dawn of the next day. */
export interface Night {
  date: string
  sunsetMs: number | null
  sunriseMs: number | null
  /** Equal where the sun stays up. */
  fromMs: number
  toMs: number
}

/** The night behind the noon of a day. Where the sun does not set, or not rise, the middle of its day or night stands in: a polar night is dark
 *  from noon to noon, a polar day never. @param date YYYY-MM-DD of the business calendar */
export function nightOf(date: string, at: LngLat): Night {
  const [today, tomorrow] = [sunOn(date, at), sunOn(nextDay(date), at)]
  const midnightMs = (today.noonMs + tomorrow.noonMs) / 2
  const fromMs = today.setMs ?? (today.polar === 'night' ? today.noonMs : midnightMs)
  const toMs = tomorrow.riseMs ?? (tomorrow.polar === 'night' ? tomorrow.noonMs : midnightMs)
  return { date, sunsetMs: today.setMs, sunriseMs: tomorrow.riseMs, fromMs, toMs: Math.max(fromMs, toMs) }
}

/** When the lamps burn that night. @param offsets minutes behind sunset and sunrise; without a night they stay off */
export function burningIn(
  { fromMs, toMs }: Night,
  { onMinutes, offMinutes }: SwitchOffsets,
): [onMs: number, offMs: number] {
  if (toMs === fromMs) return [fromMs, fromMs]
  const onMs = fromMs + onMinutes * MINUTE_MS
  return [onMs, Math.max(onMs, toMs + offMinutes * MINUTE_MS)]
}

/** Every night of a year at a place, by the date of its evening. */
export function nightsOfYear(year: number, at: LngLat): Night[] {
  const nights: Night[] = []
  for (let date = `${year}-01-01`; date.startsWith(`${year}-`); date = nextDay(date)) nights.push(nightOf(date, at))
  return nights
}

export function lightingYear(year: number, at: LngLat, offsets: SwitchOffsets): LightingYear {
  const nights = nightsOfYear(year, at).map((night): LightingNight => {
    const [onMs, offMs] = burningIn(night, offsets)
    const burns = offMs > onMs
    return {
      ...{ date: night.date, sunset: isoOf(night.sunsetMs), sunrise: isoOf(night.sunriseMs) },
      ...{ on: burns ? isoOf(onMs) : null, off: burns ? isoOf(offMs) : null, hours: (offMs - onMs) / HOUR_MS },
    }
  })
  return { year, at, offsets, nights, hours: nights.reduce((sum, { hours }) => sum + hours, 0) }
}

/** The last night that is over. @param todayDate of the business calendar, at `nowMs` */
export function lastNight(nowMs: number, todayDate: string, at: LngLat): Night {
  for (let date = todayDate, tries = 0; tries < 3; date = dayBefore(date), tries++) {
    const night = nightOf(date, at)
    if (night.toMs <= nowMs) return night
  }
  return nightOf(dayBefore(todayDate), at)
}

const moved = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
const nextDay = (date: string): string => moved(date, 1)
const dayBefore = (date: string): string => moved(date, -1)
const isoOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
