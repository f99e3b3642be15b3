import type { LogEntry, LogRow } from '../contract/log.ts'
import type { Head } from './append-to-log.ts'
import type { EngineName } from './engine.ts'
import type { Verdict } from './hash-chain.ts'
import type { Db, Schema, WritableDb } from './schema.ts'
import type { OnKey } from './write-rows.ts'

/** One transaction in one city. While it lasts no other writes to that city; what is thrown in it undoes all of it. */
export interface Tx {
  readonly city: string
  readonly db: WritableDb
  /** Appends to the city's log and returns the seq of the first entry; the others follow without a hole. */
  append(entries: readonly LogEntry[]): Promise<number>
  /** Writes many rows of a state table fast; all have the same columns. A row whose key is there fails or replaces that one. */
  write<T extends keyof Schema>(table: T, rows: readonly Schema[T][], onKey: OnKey): Promise<void>
}

export interface Store {
  readonly engine: EngineName
  /** Reads only. */
  readonly db: Db
  /** Runs `work` alone in the city (6-digit area code); resolves with its answer when the commit is on disk. Inside, read with `tx.db`: the
   *  store's own `db` does not see the transaction, and another transaction in the same city would wait for this one for ever. */
  transaction<T>(city: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Rows behind `after`, oldest first. */
  readLog(of: { city: string; after: number; limit?: number }): Promise<LogRow[]>
  head(city: string): Promise<Head>
  /** Hands over every row behind `after` once and in order, as it comes, in batches; resolves when the signal aborts or the store closes. */
  follow(
    city: string,
    after: number,
    onRows: (rows: LogRow[]) => void | Promise<void>,
    signal: AbortSignal,
  ): Promise<void>
  /** Reads the whole log and names the first row that is not as it was written; `onRows` hears now and then how many were read. */
  verify(city: string, onRows?: (rows: number) => void): Promise<Verdict>
  /** Ends the followers, waits for running transactions, closes the files or connections. */
  close(): Promise<void>
}
