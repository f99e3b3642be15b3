/** Losses further back than this have nothing to do with the present one. */
const RECENT_MS = 60_000
/** So many losses in a minute are answered at once; a machine that goes on losing is given time. */
const AT_ONCE = 4
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/** How long to wait before the map is mounted again, in ms. `losses` are the instants of all losses so far, the present one included. */
export function redrawWait(losses: readonly number[], now: number): number {
  const recent = losses.filter((at) => now - at < RECENT_MS).length
  if (recent <= AT_ONCE) return 0
  return Math.min(FIRST_WAIT_MS * 2 ** (recent - AT_ONCE - 1), LONGEST_WAIT_MS)
}
