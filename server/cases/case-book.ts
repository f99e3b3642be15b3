import type { Case } from '../contract/case.ts'
import { compactCase } from '../contract/compact-case.ts'
import type { LogEntry } from '../contract/log.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import type { Tx } from '../store/store.ts'
import { addCases, lastNumberOf, replaceCase, type SeenCase, seenCases } from './case-store.ts'

/** A step that is to be written down: who, when, why, and the whole state after it. */
export interface BookedStep extends Pick<LogEntry, 'at' | 'actor' | 'kind' | 'reason'> {
  after: Case
}

/** The cases that one transaction works on. Steps are gathered and written together, so that 500 cost not 500 times what one does; whoever reads
 *  here sees them at once. */
export interface CaseBook {
  readonly tx: Tx
  /** How many are booked. */
  readonly steps: number
  /** As it stands with the steps that are booked; undefined where there is none. `seq` is that of the table until it is written. */
  read(id: string): Promise<SeenCase | undefined>
  /** Brings many in one read; `read` then has them. */
  fetch(ids: readonly string[]): Promise<void>
  /** Returns which of the booked steps it is: 0, 1 … */
  step(step: BookedStep): number
  /** The next number of the day of an instant, YYYYMMDD-NNNN; without holes, since a transaction that fails gives its numbers back. */
  nextNumber(at: string): Promise<string>
  /** Appends the steps to the log and puts down the states. Returns the log row of the first. Nothing may be booked after. Throws Error when a
   *  state is no longer the one that was read, and so undoes the transaction. */
  write(): Promise<number>
}

const HIGHEST_NUMBER = 9_999

export function openCaseBook(tx: Tx): CaseBook {
  /** As the table has it: undefined for a case that is new. */
  const standing = new Map<string, SeenCase | undefined>()
  const booked = new Map<string, { state: Case; step: number }>()
  const steps: BookedStep[] = []
  const numbers = new Map<string, number>()

  const fetch = async (ids: readonly string[]): Promise<void> => {
    const unread = [...new Set(ids)].filter((id) => !standing.has(id))
    if (!unread.length) return
    const found = await seenCases(tx.db, tx.city, unread)
    for (const id of unread) standing.set(id, found.get(id))
  }

  return {
    tx,
    get steps() {
      return steps.length
    },
    fetch,
    async read(id) {
      if (!standing.has(id)) await fetch([id])
      const stood = standing.get(id)
      const now = booked.get(id)
      return now ? { state: now.state, seq: stood?.seq ?? 0 } : stood
    },
    step(step) {
      const index = steps.push(step) - 1
      booked.set(step.after.id, { state: step.after, step: index })
      return index
    },
    async nextNumber(at) {
      const day = dateOf(placeInTime(at).day).replaceAll('-', '')
      const next = (numbers.get(day) ?? (await lastNumberOf(tx.db, tx.city, day))) + 1
      if (next > HIGHEST_NUMBER) throw new RangeError(`${day} has no number left: a number has four digits`)
      numbers.set(day, next)
      return `${day}-${String(next).padStart(4, '0')}`
    },
    async write() {
      const first = await tx.append(steps.map(entryOf))
      const states = [...booked.values()].map(({ state, step }) => ({ state, seq: first + step }))
      await addCases(
        tx,
        states.filter(({ state }) => !standing.get(state.id)),
      )
      for (const next of states) {
        const was = standing.get(next.state.id)
        // The city is locked while this runs, so nobody can have come between; a caller who read elsewhere would be found out here.
        if (was && !(await replaceCase(tx, next, was.seq)))
          throw new Error(`case ${next.state.id} is not as it was read`)
      }
      return first
    },
  }
}

const entryOf = ({ at, actor, kind, reason, after }: BookedStep): LogEntry => ({
  ...{ at, actor, kind, reason, entity: 'case', entityId: after.id },
  after: compactCase(after),
})
