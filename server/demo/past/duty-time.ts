import { addWorkMinutes, MINUTE_MS, placeInTime, type WorkCalendar } from '../../contract/working-time.ts'

/** Hours of the day in which somebody is there, "08:00" to "18:00"; over midnight when the end is the smaller. */
export interface DutyHours {
  from: string
  to: string
}

const DAY_MINUTES = 1_440
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The instant (Unix ms) at which so many minutes of duty have passed; a demo's people are there every day. */
export function afterDuty({ from, to }: DutyHours, fromMs: number, minutes: number): number {
  const [open, close] = [minuteOf(from), minuteOf(to)]
  const length = (close - open + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES
  const minute = placeInTime(new Date(fromMs).toISOString()).msOfDay / MINUTE_MS
  const since = (minute - open + DAY_MINUTES) % DAY_MINUTES
  const isOn = since < length
  const beganMs = fromMs + (isOn ? -since : DAY_MINUTES - since) * MINUTE_MS
  const done = (isOn ? since : 0) + minutes
  const days = Math.floor(done / length)
  return Math.round(beganMs + (days * DAY_MINUTES + done - days * length) * MINUTE_MS)
}

/** So many minutes of working time after an instant, in Unix ms. */
export const afterWork = (calendar: WorkCalendar, fromMs: number, minutes: number): number =>
  Date.parse(addWorkMinutes(calendar, new Date(fromMs).toISOString(), minutes).at)
