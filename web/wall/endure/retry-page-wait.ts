const FIRST_MS = 3_000
const LONGEST_MS = 60_000

/** How long a wall that cannot show its page waits before it looks again, ms. `tries`: in vain so far. Spread by `chance` (0 … 1), so that the
 *  screens of a bureau do not meet a server that comes back in one second. */
export function retryPageWait(tries: number, chance: number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 10))
  return most / 2 + (most / 2) * chance
}
