/** One hour of the day and what came in it. */
export interface HourBar {
  hour: number
  count: number
  /** 0 … 1 of the busiest hour. */
  share: number
}

/** The day begins for most at six. */
const MORNING = 6
const SHANGHAI_MS = 8 * 3_600_000

/** Of each hour of the day what came, of all sources together. */
export const hoursOf = (sources: readonly { hours: readonly number[] }[]): number[] =>
  Array.from({ length: 24 }, (_, hour) => sources.reduce((sum, { hours }) => sum + (hours[hour] ?? 0), 0))

/** The hours of the day in business time from the morning, or the first in which something came before it, to the one that runs at `now` (Unix ms). */
export function barsUntil(hours: readonly number[], now: number): HourBar[] {
  const running = new Date(now + SHANGHAI_MS).getUTCHours()
  const early = hours.findIndex((count) => count > 0)
  const first = Math.min(running, MORNING, early === -1 ? MORNING : early)
  const most = Math.max(1, ...hours)
  return Array.from({ length: running - first + 1 }, (_, i) => {
    const count = hours[first + i] ?? 0
    return { hour: first + i, count, share: count / most }
  })
}
