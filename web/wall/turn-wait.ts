import type { WallFigures } from '../../server/contract/wall.ts'

/** Whoever asks in time by itself need not be told to. */
const ASKED_ANYWAY_MS = 30_000
/** The page's clock and the server's go on in steps. */
const AFTER_MS = 20
const LEAST_MS = 250

/** How long until figures are wrong by time alone, ms; undefined: not before they are asked for anyway. `sinceMs`: since they came. By their own
 *  instants, not by the clock of the screen. */
export function turnWait({ at, turnsAt }: Pick<WallFigures, 'at' | 'turnsAt'>, sinceMs: number): number | undefined {
  if (turnsAt === null) return undefined
  const wait = Date.parse(turnsAt) - Date.parse(at) - sinceMs
  return wait > ASKED_ANYWAY_MS ? undefined : Math.max(LEAST_MS, wait + AFTER_MS)
}
