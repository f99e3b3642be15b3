import type { Case } from '../contract/case.ts'
import type { LiveChange } from '../contract/live.ts'
import type { LogRow } from '../contract/log.ts'
import { type CaseFace, changeOf, faceOf, LiveRow } from './live-row.ts'

/** States of cases before a row of the log. */
export type ReadBefore = (ids: readonly string[], seq: number) => Promise<Case[]>

/** Puts to each row of a case what the case was before it. `known`: faces of cases before the first row, which are read for the others and
 *  kept up to date with the rows. */
export async function liveRowsOf(
  rows: readonly LogRow[],
  readBefore: ReadBefore,
  known: Map<string, CaseFace> = new Map(),
): Promise<LiveRow[]> {
  const changes = rows.flatMap((row) => changeOf(row) ?? [])
  const strange = [...new Set(changes.flatMap(({ entity, entityId }) => (entity === 'case' ? [entityId] : [])))].filter(
    (id) => !known.has(id),
  )
  const first = changes[0]
  if (first && strange.length)
    for (const before of await readBefore(strange, first.seq)) known.set(before.id, faceOf(before))
  return changes.map((change) => liveRowOf(change, known))
}

function liveRowOf(change: LiveChange, known: Map<string, CaseFace>): LiveRow {
  if (change.entity !== 'case') return new LiveRow(change, undefined)
  const before = known.get(change.entityId)
  // Set anew, so that the map's order is that of the last change.
  known.delete(change.entityId)
  known.set(change.entityId, faceOf(change.state))
  return new LiveRow(change, before)
}

/** Keeps the faces that changed last. */
export function forgetOldest(known: Map<string, CaseFace>, most: number): void {
  for (const id of known.keys()) {
    if (known.size <= most) return
    known.delete(id)
  }
}
