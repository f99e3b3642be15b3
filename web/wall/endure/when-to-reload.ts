/** What decides whether a wall loads its page anew. Durations are of a clock that never jumps, in ms. */
export interface ReloadFacts {
  /** Unix ms, by the screen's own clock: only for the hour of the night. */
  now: number
  /** Since the page was opened. */
  upMs: number
  /** Since another build was seen on the server; undefined: it is the same. */
  otherBuildMs: number | undefined
  /** Whether every file of the page that would be loaded can be had at this moment. */
  whole: boolean
  /** Somebody has to see an emergency. */
  emergency: boolean
  /** Since the last thing that happened in the city. */
  sinceNewsMs: number
  /** This screen's own share of the hour, 0 … 1: the screens of a bureau do not go dark together. */
  chance: number
}

/** So long nothing has happened: nobody is looking at something that just changed. */
export const QUIET_MS = 10_000
/** A city may never be quiet; an old page is to be gone by then. */
export const BUSY_MOST_MS = 10 * 60_000
/** An emergency holds the page longer, but not for ever: whoever forgot to acknowledge it must not keep an old page alive. */
export const EMERGENCY_MOST_MS = 60 * 60_000
/** One night is skipped by a page that was opened in it. */
const NIGHT_UP_MS = 12 * 3_600_000
/** Business time, UTC+8. By the demo's and the literature's hours of complaint the fewest come between three and five. */
const NIGHT_FROM_MS = 3.5 * 3_600_000
const NIGHT_SPREAD_MS = 30 * 60_000
const NIGHT_LONG_MS = 60 * 60_000
const ZONE_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** Why the page is to be loaded anew at this moment; undefined: not now. Never while a file of the next page is missing. */
export function whenToReload(facts: ReloadFacts): 'build' | 'night' | undefined {
  const { whole, emergency, sinceNewsMs, otherBuildMs } = facts
  if (!whole) return undefined
  const isQuiet = !emergency && sinceNewsMs >= QUIET_MS
  if (otherBuildMs !== undefined) {
    const most = emergency ? EMERGENCY_MOST_MS : BUSY_MOST_MS
    return isQuiet || otherBuildMs >= most ? 'build' : undefined
  }
  return isQuiet && isNight(facts) ? 'night' : undefined
}

function isNight({ now, upMs, chance }: ReloadFacts): boolean {
  const ofDay = (now + ZONE_MS) % DAY_MS
  const from = NIGHT_FROM_MS + chance * NIGHT_SPREAD_MS
  return upMs >= NIGHT_UP_MS && ofDay >= from && ofDay < from + NIGHT_LONG_MS
}
