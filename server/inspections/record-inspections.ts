import { Inspection } from '../contract/inspection.ts'
import type { LogEntry } from '../contract/log.ts'
import type { Tx } from '../store/store.ts'
import { keepInspections } from './inspection-store.ts'

/** A step of an inspection that happened in the past: the whole state after it. */
export interface PastInspection {
  at: string
  /** A verb in the past: `inspection-made`, `hazard-rectified`. */
  kind: string
  entityId: string
  after: unknown
}

type By = Pick<LogEntry, 'actor' | 'reason'>

/** Brings in steps that happened, oldest first: each is in the log, the table keeps the last of each inspection. Throws, and so undoes the
 *  transaction, when a state is no Inspection or is of another id. */
export async function recordInspections(tx: Tx, steps: readonly PastInspection[], by: By): Promise<void> {
  const entries = steps.map((step) => inspectionEntryOf(step, by))
  const firstSeq = await tx.append(entries)
  await keepLastInspections(
    tx,
    entries.map((entry, index) => ({ ...entry, seq: firstSeq + index })),
  )
}

/** A step as it goes into the log, its state checked. */
export function inspectionEntryOf({ at, kind, entityId, after }: PastInspection, by: By) {
  const state = Inspection.parse(after)
  if (state.id !== entityId) throw new RangeError(`${kind} of ${entityId} carries the state of ${state.id}`)
  return { ...by, at, kind, entity: 'inspection' as const, entityId, after: state } satisfies LogEntry
}

/** Keeps the last state of each inspection of entries that are in the log. */
export async function keepLastInspections(
  tx: Tx,
  entries: readonly { after: Inspection; seq: number }[],
): Promise<void> {
  const last = new Map(entries.map(({ after: state, seq }) => [state.id, { state, seq }]))
  await keepInspections(tx, [...last.values()])
}
