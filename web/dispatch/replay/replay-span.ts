const SHANGHAI_MS = 8 * 3_600_000
const LONGEST_MS = 24 * 3_600_000
/** A working day, when nothing else is said. */
const FIRST_MS = 8 * 3_600_000

/** As the server gives tracks at once. */
export const MOST_CREWS = 20

/** A span as the fields of the form hold it, business time: 2026-05-01, 08:00, 16:00. A `to` that is not behind `from` is of the day after. */
export interface SpanDraft {
  day: string
  from: string
  to: string
}

/** The last eight hours up to an instant (Unix ms). */
export function spanBefore(now: number): SpanDraft {
  const words = (ms: number): string => new Date(ms + SHANGHAI_MS).toISOString()
  const [from, to] = [words(now - FIRST_MS), words(now)]
  return { day: from.slice(0, 10), from: from.slice(11, 16), to: to.slice(11, 16) }
}

/** Its two instants in Unix ms; undefined for what is no span of at most 24 hours. */
export function spanOf({ day, from, to }: SpanDraft): { from: number; to: number } | undefined {
  const [begun, ended] = [Date.parse(`${day}T${from}:00+08:00`), Date.parse(`${day}T${to}:00+08:00`)]
  if (Number.isNaN(begun) || Number.isNaN(ended)) return undefined
  const end = ended > begun ? ended : ended + LONGEST_MS
  return { from: begun, to: end }
}
