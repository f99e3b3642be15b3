import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** What is kept for a number of days and then deleted. */
export interface Retention {
  /** As the log has it: `complainants`, `original-photos`, `positions`. */
  name: string
  days: number
  /** The keys of what is past its days, in batches; `before` is an ISO instant. Reads only, and may hand out a key that is gone meanwhile. */
  due(db: Db, city: string, before: string): AsyncIterable<string[]>
  /** Deletes a batch and returns how many there were. */
  purge(tx: Tx, ids: readonly string[]): Promise<number>
}
