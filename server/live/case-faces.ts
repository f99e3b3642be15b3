import type { Case } from '../contract/case.ts'
import type { Crew } from '../contract/crew.ts'
import type { Crossing } from '../contract/geofence.ts'
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
  const told = rows.flatMap((row) => {
    const change = changeOf(row)
    return change ? { change, row } : []
  })
  const ids = new Set(told.flatMap(({ row }) => (row.entity === 'case' ? row.entityId : [])))
  const strange = [...ids].filter((id) => !known.has(id))
  const [first] = told
  if (first && strange.length)
    for (const before of await readBefore(strange, first.row.seq)) known.set(before.id, faceOf(before))
  return told.map(({ change, row }) => {
    if (change.entity === 'crew') return new LiveRow(change, { crew: (row.after ?? undefined) as Crew | undefined })
    if (change.entity === 'crossing') return new LiveRow(change, { crew: crewOfCrossing(row.after as Crossing) })
    return change.entity === 'case' ? caseRowOf(change, known) : new LiveRow(change)
  })
}

const crewOfCrossing = ({ crewId, areas, contractor }: Crossing) => ({ id: crewId, areas, contractor })

function caseRowOf(change: Extract<LiveChange, { entity: 'case' }>, known: Map<string, CaseFace>): LiveRow {
  const before = known.get(change.entityId)
  // Set anew, so that the map's order is that of the last change.
  known.delete(change.entityId)
  known.set(change.entityId, faceOf(change.state))
  return new LiveRow(change, { before })
}

/** Keeps the faces that changed last. */
export function forgetOldest(known: Map<string, CaseFace>, most: number): void {
  for (const id of known.keys()) {
    if (known.size <= most) return
    known.delete(id)
  }
}
