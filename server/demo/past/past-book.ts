import { keepAssets } from '../../assets/asset-store.ts'
import type { BookedStep, CaseBook } from '../../cases/case-book.ts'
import { addCases, lastNumberOf, type SeenCase } from '../../cases/case-store.ts'
import { keepLastCases, loggedCase } from '../../cases/record-cases.ts'
import type { Asset } from '../../contract/asset.ts'
import type { Case } from '../../contract/case.ts'
import type { Inspection } from '../../contract/inspection.ts'
import type { LogEntry } from '../../contract/log.ts'
import { dateOf, placeInTime } from '../../contract/working-time.ts'
import { keepLastInspections } from '../../inspections/record-inspections.ts'
import type { Tx } from '../../store/store.ts'

type Thing =
  | { entity: 'asset'; after: Asset }
  | { entity: 'inspection'; after: Inspection }
  | { entity: 'photo'; after: { id: string } }
type Row = Omit<LogEntry, 'entity' | 'entityId' | 'after'> & Thing

/** A book of cases in which other things are written down between the steps: the log's time never goes back, so that cases, inspections and things
 *  of the same weeks go into it together. */
export interface PastBook extends CaseBook {
  /** Returns which of the rows it is. */
  row(row: Row): number
  /** Done once the rows are in the log; `first` is the log row of row 0. */
  afterwards(work: (first: number) => Promise<void>): void
}

/** `open`: the cases that it may find, as they stand. */
export function openPastBook(tx: Tx, open: ReadonlyMap<string, Case>): PastBook {
  const states = new Map(open)
  const entries: (LogEntry & { at: string })[] = []
  const cases = new Map<string, { after: Case; index: number; isNew: boolean }>()
  const works: ((first: number) => Promise<void>)[] = []
  const numbers = new Map<string, number>()
  return {
    tx,
    get steps() {
      return entries.length
    },
    read: (id) => Promise.resolve(seen(states.get(id))),
    fetch: () => Promise.resolve(),
    async nextNumber(at) {
      const day = dateOf(placeInTime(at).day).replaceAll('-', '')
      const next = (numbers.get(day) ?? (await lastNumberOf(tx.db, tx.city, day))) + 1
      numbers.set(day, next)
      return `${day}-${String(next).padStart(4, '0')}`
    },
    step({ after, ...step }: BookedStep) {
      const index = entries.push(loggedCase({ ...step, entity: 'case' as const, entityId: after.id, after })) - 1
      const isNew = cases.get(after.id)?.isNew ?? !states.has(after.id)
      cases.set(after.id, { after, index, isNew })
      states.set(after.id, after)
      return index
    },
    row: (row) => entries.push({ ...row, entityId: row.after.id }) - 1,
    afterwards: (work) => void works.push(work),
    async write() {
      const first = await tx.append(entries)
      const placed = [...cases.values()].map(({ after, index, isNew }) => ({ after, seq: first + index, isNew }))
      await addCases(
        tx,
        placed.flatMap(({ after: state, seq, isNew }) => (isNew ? [{ state, seq }] : [])),
      )
      await keepLastCases(
        tx,
        placed.filter(({ isNew }) => !isNew),
      )
      const lastOf = <T extends { id: string }>(entity: LogEntry['entity']) =>
        new Map(
          entries.flatMap((entry, i) =>
            entry.entity === entity ? [[entry.entityId, { after: entry.after as T, seq: first + i }]] : [],
          ),
        )
      await keepAssets(
        tx,
        [...lastOf<Asset>('asset').values()].map(({ after: state, seq }) => ({ state, seq })),
      )
      await keepLastInspections(tx, [...lastOf<Inspection>('inspection').values()])
      for (const work of works) await work(first)
      return first
    },
  }
}

/** Nobody asks here which row brought it: the city is nobody else's while its past is made. */
const seen = (state: Case | undefined): SeenCase | undefined => state && { state, seq: 0 }
