import type { Case } from '../contract/case.ts'
import { CASE_LIFE } from '../contract/case-life.ts'
import type { TrackEvent, TrackEventKind } from '../contract/track.ts'
import type { WorkRow } from './track-store.ts'

const OF_CASE: ReadonlyMap<string, TrackEventKind> = new Map<string, TrackEventKind>([
  [CASE_LIFE.dispatch.kind, 'dispatched'],
  [CASE_LIFE.reassign.kind, 'dispatched'],
  [CASE_LIFE.take.kind, 'taken'],
  [CASE_LIFE['finish-stage'].kind, 'stage-done'],
  [CASE_LIFE['send-back'].kind, 'sent-back'],
  [CASE_LIFE['feed-back'].kind, 'handled'],
  [CASE_LIFE.fail.kind, 'reworked'],
])
/** By these a case leaves the crew that had it. */
export const LEAVING: readonly string[] = [CASE_LIFE.reassign.kind, CASE_LIFE['send-back'].kind]

/** What the log calls that which is marked on a track. */
export const TRACK_KINDS: readonly string[] = [...OF_CASE.keys(), 'fence-entered', 'fence-left']

/** What happened to each of these crews, in the order of the log. `had`: the crews that cases had before the first row; kept up to date. `sees`: whether
 *  the asker may know of a case. */
export function addTrackEvents(
  events: ReadonlyMap<string, TrackEvent[]>,
  rows: readonly WorkRow[],
  had: Map<string, string>,
  sees: (of: Case) => boolean,
): void {
  for (const row of rows) {
    if (row.is === 'crossing') {
      const { crewId, fenceId, inside, at } = row.state
      const kind = inside ? 'fence-entered' : 'fence-left'
      events.get(crewId)?.push({ at, kind, fenceId, caseId: null, number: null, location: null })
      continue
    }
    const { id, number, location, crewId } = row.state
    const before = had.get(id)
    if (crewId === null) had.delete(id)
    else had.set(id, crewId)
    const kind = OF_CASE.get(row.kind)
    if (!kind || !sees(row.state)) continue
    const event = { at: row.at, caseId: id, number, fenceId: null, location }
    const isLost = LEAVING.includes(row.kind) && before !== undefined && before !== crewId
    if (isLost) events.get(before)?.push({ ...event, kind: kind === 'sent-back' ? 'sent-back' : 'taken-away' })
    if (crewId !== null && kind !== 'sent-back') events.get(crewId)?.push({ ...event, kind })
  }
}
