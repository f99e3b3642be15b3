/** A moment by both clocks of a screen, ms: the one that is set, and the one that only runs. */
export interface Moment {
  wall: number
  steady: number
}

/** Less is the ordinary drift of a clock that is kept right by the network, or a busy page. */
const JUMP_MS = 2_000

/** How far the clock was set between two looks, ms, backwards below zero; 0 where it was not. */
export function clockJump(before: Moment, now: Moment): number {
  const by = now.wall - before.wall - (now.steady - before.steady)
  return Math.abs(by) > JUMP_MS ? by : 0
}

/** A page that only works hard misses no more; the stream finds out for itself whether it was cut off for a shorter while. */
const SLEEP_MS = 120_000

/** Whether the screen slept between two looks: timers stood still, and all that was heard is old. */
export const didSleep = (before: Moment, now: Moment): boolean =>
  Math.max(now.steady - before.steady, now.wall - before.wall) > SLEEP_MS
