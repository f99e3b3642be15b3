import type { Failures } from './failure-store.ts'

/** So many may fail before anybody waits: a person mistypes, and a bureau's people come from one address. */
export const FREE_TRIES = { login: 5, address: 30 }
const FIRST_WAIT_MS = 30_000
/** At 48 tries a day a password of 10 characters is out of reach, and its owner is locked out by nobody for longer. */
const LONGEST_WAIT_MS = 30 * 60_000
const FORGOTTEN_AFTER_MS = 24 * 3_600_000

/** How long to wait before the next try: nothing at first, then twice as long each time. 0 when it may be now. */
export function waitAfter({ failures, lastMs }: Failures, free: number, nowMs: number): number {
  if (failures < free || nowMs - lastMs >= FORGOTTEN_AFTER_MS) return 0
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - free), LONGEST_WAIT_MS)
  return Math.max(0, lastMs + wait - nowMs)
}

export const oneMore = ({ failures, lastMs }: Failures, nowMs: number): Failures => ({
  failures: nowMs - lastMs >= FORGOTTEN_AFTER_MS ? 1 : failures + 1,
  lastMs: nowMs,
})
