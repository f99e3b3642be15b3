import { MINUTE_MS, SHANGHAI_MS } from './working-time.ts'

/** From and to a time of day in business time, as 08:00; over midnight where it ends before it begins. */
export interface Shift {
  from: string
  to: string
}

const MINUTES_OF_DAY = 1_440
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const minuteOfDay = (nowMs: number): number => Math.floor((nowMs + SHANGHAI_MS) / MINUTE_MS) % MINUTES_OF_DAY

/** Whether a shift ("08:00" to "18:00") is on; one over midnight ends on the day after. */
export function isInShift({ from, to }: Shift, nowMs: number): boolean {
  const [begin, end, now] = [minutesOf(from), minutesOf(to), minuteOfDay(nowMs)]
  return begin <= end ? now >= begin && now < end : now >= begin || now < end
}

/** Minutes until a shift that is on ends: from 1 to 1440. */
export const minutesLeft = ({ to }: Shift, nowMs: number): number =>
  ((minutesOf(to) - minuteOfDay(nowMs) + MINUTES_OF_DAY - 1) % MINUTES_OF_DAY) + 1
