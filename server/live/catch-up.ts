import type { LogRow } from '../contract/log.ts'
import type { Audience } from './audience.ts'
import { liveRowsOf, type ReadBefore } from './case-faces.ts'
import type { LiveRow } from './live-row.ts'
import type { RecentRows } from './recent-rows.ts'
import { framesFor, joined } from './rooms.ts'
import type { Stream } from './stream.ts'

export interface CatchUpNeeds {
  recent: RecentRows
  /** Rows of the log behind `after`, oldest first. */
  readLog: (of: { after: number; limit: number }) => Promise<LogRow[]>
  readBefore: ReadBefore
}

/** Rows of the log read, or written, at once. */
const PAGE = 500

/** Tells a stream every row behind `from`: from the log those that are no longer kept written, then the kept ones; `onLevel` is called in the
 *  same turn as the last look at what is kept, so that no row can come between. Ends early when the stream is closed. */
export async function catchUp(
  needs: CatchUpNeeds,
  { stream, audience, from }: { stream: Stream; audience: Audience; from: number },
  onLevel: () => void,
): Promise<void> {
  for (let at = from; !stream.closed; await stream.hasRoom()) {
    const kept = needs.recent.since(at)
    const { rows, upTo } = kept ? partOf(kept, at) : await readBack(needs, at)
    tell(stream, audience, rows)
    if (kept && kept.length === rows.length) return onLevel()
    at = upTo
  }
}

interface Part {
  rows: readonly LiveRow[]
  /** The last row of the log that it covers: the rows of which no topic is about are not among `rows`. */
  upTo: number
}

function partOf(kept: readonly LiveRow[], at: number): Part {
  const rows = kept.slice(0, PAGE)
  return { rows, upTo: rows.at(-1)?.seq ?? at }
}

async function readBack({ readLog, readBefore }: CatchUpNeeds, after: number): Promise<Part> {
  const page = await readLog({ after, limit: PAGE })
  const last = page.at(-1)
  if (!last) throw new RangeError(`the log has no row behind ${after}`)
  return { rows: await liveRowsOf(page, readBefore), upTo: last.seq }
}

function tell(stream: Stream, audience: Audience, rows: readonly LiveRow[]): void {
  const frames = framesFor(rows, audience)
  if (frames.length && !stream.closed) stream.outlet.write(joined(frames))
}
