import { Case } from '../contract/case.ts'
import { compactCase } from '../contract/compact-case.ts'
import type { LogEntry } from '../contract/log.ts'
import type { Tx } from '../store/store.ts'
import { keepCases } from './case-store.ts'

/** A step of a case that happened in the past: the whole state after it. */
export interface PastCase {
  at: string
  /** A verb in the past: `case-received`, `case-closed`. */
  kind: string
  entityId: string
  after: unknown
}

type By = Pick<LogEntry, 'actor' | 'reason'>

/** Brings in steps that happened, oldest first: each is in the log, the table keeps the last of each case. Throws, and so undoes the
 *  transaction, when a state is no Case or is of another id. */
export async function recordCases(tx: Tx, steps: readonly PastCase[], by: By): Promise<void> {
  const entries = steps.map((step) => caseEntryOf(step, by))
  const firstSeq = await tx.append(entries.map(loggedCase))
  await keepLastCases(
    tx,
    entries.map((entry, index) => ({ ...entry, seq: firstSeq + index })),
  )
}

/** A step as it goes into the log, its state checked. */
export function caseEntryOf({ at, kind, entityId, after }: PastCase, by: By) {
  const state = Case.parse(after)
  if (state.id !== entityId) throw new RangeError(`${kind} of ${entityId} carries the state of ${state.id}`)
  return { ...by, at, kind, entity: 'case' as const, entityId, after: state } satisfies LogEntry
}

/** The entry as the log keeps it: its state without what is as its default says. */
export const loggedCase = <E extends Omit<LogEntry, 'after'> & { after: Case }>(entry: E): LogEntry => ({
  ...entry,
  after: compactCase(entry.after),
})

/** Keeps the last state of each case of entries that are in the log. */
export async function keepLastCases(tx: Tx, entries: readonly { after: Case; seq: number }[]): Promise<void> {
  const last = new Map(entries.map(({ after: state, seq }) => [state.id, { state, seq }]))
  await keepCases(tx, [...last.values()])
}
