import { ABSOLUTE_HOURS, IDLE_MINUTES, type Means } from '../contract/session.ts'

/** Whether a session has run out: nothing came for too long, or it is too old. A wall's never does; it is revoked. */
export function isOver(
  { means, madeMs, seenMs }: { means: Means; madeMs: number; seenMs: number },
  nowMs: number,
): boolean {
  if (means === 'pairing') return false
  return nowMs - seenMs >= IDLE_MINUTES * 60_000 || nowMs - madeMs >= ABSOLUTE_HOURS * 3_600_000
}
