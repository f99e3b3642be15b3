import type { Db } from './schema.ts'

export type EngineName = 'sqlite' | 'postgresql'

/** Hears of faults that the store heals by itself (a lost connection), so that they can be logged. */
export type OnFault = (doing: string, error: unknown) => void

/** All that differs between the two engines. */
export interface Engine {
  name: EngineName
  /** Cannot write: the only way to change anything is a transaction. */
  reader: Db
  writer: Db
  /** Tells the other processes on the same database that a city's log grew. Returns at once. */
  announce(city: string): void
  /** Calls back with a city whose log may have grown elsewhere, or with nothing when any may have. */
  listen(onGrowth: (city?: string) => void): Promise<void>
  /** How often a follower looks without having been woken, in ms; absent where no other process can write. */
  pollMs?: number
  close(): Promise<void>
}
