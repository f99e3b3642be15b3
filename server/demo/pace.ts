import { placeInTime } from '../contract/working-time.ts'

/** A span of simulated minutes, and of real seconds that it never falls below: people must have time to look, and to be faster by hand. */
export interface Wait {
  minutes: readonly [from: number, to: number]
  atLeastSeconds?: readonly [from: number, to: number]
}

const LEAST: readonly [number, number] = [8, 15]
/** An emergency is not left lying. */
const HURRY = 0.3

/** Real milliseconds of a wait at a speed; `chance` in 0 … 1 says where in the span. */
export function waitMs(
  { minutes, atLeastSeconds = LEAST }: Wait,
  chance: number,
  { speed, urgent }: { speed: number; urgent: boolean },
): number {
  const within = ([from, to]: readonly [number, number]): number => from + (to - from) * chance
  const ms = Math.max((within(minutes) * 60_000) / speed, within(atLeastSeconds) * 1_000)
  return urgent ? Math.max(ms * HURRY, LEAST[0] * 1_000) : ms
}

/** By day; at the demo's own speed of 20 that is one in about 25 s. */
const SIMULATED_SECONDS_APART = 500
// A number of a case has four digits a day: 7,200 a day at the very most.
const LEAST_APART_MS = 12_000

const hourOf = (nowMs: number): number => placeInTime(new Date(nowMs).toISOString()).msOfDay / 3_600_000

/** How much of the day's bustle there is, by the hour of business time. Never so little that nothing happens for minutes: people look at a
 *  demo at night, too. */
function bustle(hour: number): number {
  if (hour < 6 || hour >= 22) return 0.4
  if (hour < 8 || hour >= 18) return 0.65
  return hour >= 12 && hour < 14 ? 0.75 : 1
}

/** Real milliseconds until the next report comes in. */
export function reportGapMs(chance: number, nowMs: number, speed: number): number {
  const apart = (SIMULATED_SECONDS_APART * 1_000 * (0.6 + 0.8 * chance)) / bustle(hourOf(nowMs)) / speed
  return Math.max(apart, LEAST_APART_MS)
}

export const isEvening = (nowMs: number): boolean => hourOf(nowMs) >= 18 || hourOf(nowMs) < 5

/** Cars of a demo drive so many times faster at most: more would not look like driving. */
const MOST_TIMES = 3

/** Real metres a second along the road. */
export const driveMetresPerSecond = (onFoot: boolean, speed: number): number =>
  ((onFoot ? 4.5 : 25) / 3.6) * Math.min(speed, MOST_TIMES)
