import type { HeatColumns } from '../../map/read-heat.ts'

const HOUR_MS = 3_600_000
/** Of a scene's seconds so many stand before the first hour; and its last part is the whole picture, standing still. */
const LEAD_MS = 1_500
const STILL_SHARE = 0.2
/** A scene that is held plays again after so long. */
const PAUSE_MS = 180_000

/** The hours of a time-lapse, oldest first; the last is the one that runs. Unix ms. */
export interface Lapse {
  from: number
  hours: number
}

/** The last so many hours with the running one. Whole hours of business time, which is whole hours of UTC. */
export const lapseOf = (now: number, hours: number): Lapse => ({
  from: Math.floor(now / HOUR_MS) * HOUR_MS - (hours - 1) * HOUR_MS,
  hours,
})

/** Which hour is shown, 0 … hours − 1, so long after the scene began; it plays once, and stays at the last. */
export function hourShown({ hours }: Lapse, elapsedMs: number, seconds: number): number {
  const playing = seconds * 1_000 * (1 - STILL_SHARE) - LEAD_MS
  const step = Math.floor(((elapsedMs - LEAD_MS) / Math.max(1, playing)) * hours)
  return Math.min(hours - 1, Math.max(0, step))
}

/** When a scene that began at `since` (Unix ms) began to play for the last time: at once, and while it is held again and again, with a long rest
 *  between. */
export function playedSince(since: number, now: number, seconds: number): number {
  const turn = seconds * 1_000 + PAUSE_MS
  return since + Math.floor(Math.max(0, now - since) / turn) * turn
}

/** How many came in each hour. */
export function countsOf({ from, hours }: Lapse, { at, count }: Pick<HeatColumns, 'at' | 'count'>): number[] {
  const counts = Array.from({ length: hours }, () => 0)
  for (let row = 0; row < count; row++) {
    const hour = Math.floor(((at[row] as number) * 1_000 - from) / HOUR_MS)
    if (hour >= 0 && hour < hours) counts[hour] = (counts[hour] ?? 0) + 1
  }
  return counts
}

/** Unix ms at which an hour of it begins. */
export const beginOf = ({ from }: Lapse, hour: number): number => from + hour * HOUR_MS
/** Unix seconds after its last hour. */
export const endOf = ({ from, hours }: Lapse): number => (from + hours * HOUR_MS) / 1_000

/** The points as they were known at the end of an hour. */
export function pointsUpTo(columns: HeatColumns, lapse: Lapse, hour: number): HeatColumns {
  const until = beginOf(lapse, hour + 1) / 1_000
  let count = columns.count
  while (count > 0 && (columns.at[count - 1] as number) >= until) count--
  return { ...columns, count, at: columns.at.subarray(0, count) }
}
