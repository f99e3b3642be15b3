import { setTimeout } from 'node:timers/promises'
import type { LogRow } from '../contract/log.ts'
import type { OnFault } from './engine.ts'
import type { Wakes } from './wakes.ts'

interface Needs {
  read: (of: { city: string; after: number; limit: number }) => Promise<LogRow[]>
  wakes: Wakes
  pollMs: number | undefined
  onFault: OnFault
}

const BATCH = 1_000
const LONGEST_PAUSE_MS = 5_000

/** Hands every row behind `after` to `onRows`, once, in order, in batches of at most 1,000, the next batch when the last is done with;
 *  ends when the signal aborts. A wake-up only says 'look': what is new is told by `seq`, which is given under the city's lock, so a
 *  row that commits late has a late seq. A failing read is tried again for ever, a failing `onRows` ends it with that error. */
export async function followLog(
  { read, wakes, pollMs, onFault }: Needs,
  { city, after, onRows }: { city: string; after: number; onRows: (rows: LogRow[]) => void | Promise<void> },
  signal: AbortSignal,
): Promise<void> {
  let last = after
  let pauseMs = 100
  while (!signal.aborted) {
    const seen = wakes.count(city)
    let rows: LogRow[]
    try {
      rows = await read({ city, after: last, limit: BATCH })
      pauseMs = 100
    } catch (error) {
      if (signal.aborted) return
      onFault(`following the log of ${city}`, error)
      await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      continue
    }
    if (signal.aborted) return
    if (rows.length) await onRows(rows)
    last = rows.at(-1)?.seq ?? last
    if (rows.length < BATCH) await wakes.wait(city, seen, signal, pollMs)
  }
}
