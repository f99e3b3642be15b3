import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { describe, inject, onTestFinished } from 'vitest'
import type { EngineName } from '../../server/store/engine.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'
import { freshDatabase } from './fresh-database.ts'

/** Where a store can be opened, more than once and by more than one process. Gone when the test is over. */
export interface Place {
  engine: EngineName
  dataDir: string
  databaseUrl: string | undefined
  /** A store here, closed when the test is over. */
  open(): Promise<Store>
  /** Runs a statement behind the store's back, as a forger would. */
  tamper(sql: string): Promise<void>
}

/** Runs one suite on SQLite and on PostgreSQL; without PostgreSQL that half is skipped (and the set-up has said so, or failed). */
export function onEachEngine(suite: (place: () => Promise<Place>, engine: EngineName) => void): void {
  describe('on sqlite', () => suite(() => newPlace('sqlite'), 'sqlite'))
  onPostgres(suite)
}

/** For what only several processes on one database can do. */
export function onPostgres(suite: (place: () => Promise<Place>, engine: EngineName) => void): void {
  describe.skipIf(!inject('postgresUrl'))('on postgresql', () => suite(() => newPlace('postgresql'), 'postgresql'))
}

/** Told what is to be done when a place or a city is not needed any more. */
export type WhenOver = (close: () => Promise<void>) => void

/** `whenOver`: the test's own end, unless several tests look at one place. */
export async function newPlace(engine: EngineName, whenOver: WhenOver = onTestFinished): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-test-'))
  const server = engine === 'postgresql' ? inject('postgresUrl') : undefined
  const database = server ? await freshDatabase(server) : undefined
  const open: Store[] = []
  whenOver(async () => {
    await Promise.all(open.map((store) => store.close()))
    await database?.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    engine,
    dataDir,
    databaseUrl: database?.url,
    async open() {
      const store = await openStore({ dataDir, databaseUrl: database?.url })
      open.push(store)
      return store
    },
    tamper: (sql) => (database ? runOnPostgres(database.url, sql) : runOnSqlite(join(dataDir, 'gridkeeper.db'), sql)),
  }
}

async function runOnPostgres(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function runOnSqlite(file: string, sql: string): Promise<void> {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}
