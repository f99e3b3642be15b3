import type { CaseFact } from '../../contract/case-fact.ts'
import { FactColumns } from './fact-columns.ts'

/** Cases that changed since a row of the log: how they stood then; undefined for one that was not there. */
export type ReadChangedFacts = (at: number) => AsyncIterable<Map<string, CaseFact | undefined>>

// A page of a report asks for the same instant several times.
const PASTS_KEPT = 2

/** The cases of the city as columns, following the log. */
export class EvaluationMemory {
  /** Last row of the log that is in the columns. */
  seq = 0
  private readonly now = new FactColumns()
  private readonly pasts = new Map<number, Promise<FactColumns>>()
  private readonly readChanged: ReadChangedFacts

  constructor(readChanged: ReadChangedFacts) {
    this.readChanged = readChanged
  }

  async load(pages: AsyncIterable<readonly CaseFact[]>, seq: number): Promise<void> {
    for await (const page of pages) for (const fact of page) this.now.put(fact)
    this.seq = seq
  }

  apply(facts: Iterable<CaseFact>, seq: number): void {
    for (const fact of facts) this.now.put(fact)
    this.seq = seq
  }

  /** The columns as they are; not to be kept over an await, for they change. */
  get columns(): FactColumns {
    return this.now
  }

  /** The columns as they were when the log ended at `seq`. */
  at(seq: number): Promise<FactColumns> {
    if (seq >= this.seq) return Promise.resolve(this.now)
    const kept = this.pasts.get(seq)
    if (kept) return kept
    const past = this.goBack(seq)
    this.pasts.set(seq, past)
    past.catch(() => this.pasts.delete(seq))
    for (const oldest of this.pasts.keys()) {
      if (this.pasts.size <= PASTS_KEPT) break
      this.pasts.delete(oldest)
    }
    return past
  }

  /** Forked first: what comes while the log is read is then not in the copy twice, it is put back by what the log says. */
  private async goBack(seq: number): Promise<FactColumns> {
    const past = this.now.fork()
    for await (const changed of this.readChanged(seq)) {
      for (const [id, fact] of changed) {
        if (fact) past.put(fact)
        else past.forget(id)
      }
    }
    return past
  }
}
