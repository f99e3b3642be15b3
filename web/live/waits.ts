import { PULSE_MS } from '../../server/contract/live.ts'

/** How patient a listener is, in ms. */
export interface Waits {
  /** For an answer to begin. */
  answer: number
  /** For anything at all once it has: two pulses and a bit. */
  silence: number
  /** Before the first try after a good stream, and at most. */
  first: number
  longest: number
  /** Before a refused one asks again: somebody may have signed in elsewhere. */
  refused: number
}

export const WAITS: Waits = {
  answer: 15_000,
  silence: 2 * PULSE_MS + 5_000,
  first: 500,
  longest: 30_000,
  refused: 60_000,
}

/** How long to wait before the next try, after so many in a row that failed. Spread by chance: a server that comes back is not met by every
 *  screen of a bureau in one second. `chance`: 0 … 1. */
export function waitBefore(
  failures: number,
  { first, longest }: Pick<Waits, 'first' | 'longest'>,
  chance: number,
): number {
  const most = Math.min(longest, first * 2 ** Math.min(failures, 20))
  return most / 2 + (most / 2) * chance
}

/** Retry-After in ms, within reason; undefined where it says nothing. */
export function askedWait(header: string | null, longest: number): number | undefined {
  const seconds = Number(header ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, Math.max(longest, 60_000)) : undefined
}
