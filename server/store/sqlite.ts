import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { lockDataDir } from './data-dir-lock.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

/** One file in the data folder, which this process then holds alone. A commit is on disk when it is acknowledged: WAL with
 *  synchronous=FULL syncs at every commit, and fullfsync is what makes that true on macOS (elsewhere it does nothing). */
export async function openSqlite(dataDir: string): Promise<Engine> {
  const unlock = lockDataDir(dataDir)
  try {
    const file = join(dataDir, 'gridkeeper.db')
    const writer = open(file, false)
    await migrate(writer.db, 'sqlite')
    // Its own connection, so that readers go on between the statements of a long import; it cannot write.
    const reader = open(file, true)
    return {
      name: 'sqlite',
      reader: reader.db,
      writer: writer.db,
      announce: () => undefined,
      listen: () => Promise.resolve(),
      async close() {
        // The writer last: the last connection to close writes the WAL back into the file.
        await reader.close()
        await writer.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function open(file: string, readonly: boolean) {
  const database = new Database(file, { readonly, timeout: 5_000 })
  if (!readonly) {
    // Before the first page is written. 8 kB: a log row of 800 bytes packs better, and loading 100,000 takes a third less than with 4 kB.
    database.pragma('page_size = 8192')
    database.pragma('journal_mode = wal')
    database.pragma('journal_size_limit = 67108864')
  }
  database.pragma('synchronous = full')
  database.pragma('fullfsync = on')
  database.pragma('checkpoint_fullfsync = on')
  database.pragma('foreign_keys = on')
  database.pragma('cache_size = -65536')
  const db = new Kysely<Schema>({ dialect: new WholeStepsDialect({ database: keepStatements(database) }) })
  return {
    db,
    async close() {
      await db.destroy()
      // Kysely closes only what it has used.
      database.close()
    },
  }
}

/** Runs each step of the migrations in one transaction, as SQLite can and Kysely does not assume: a process killed at its first start
 *  would else leave half a schema that no later start gets past. */
class WholeStepsDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new WholeStepsAdapter()
  }
}

class WholeStepsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

// The most lately used; one that inserts 500 rows takes some 150 kB.
const KEPT_STATEMENTS = 64

/** Kysely prepares every statement anew; an insert of 500 rows takes longer to parse than to run. Also begins with the write lock, so that
 *  a transaction never fails half way for want of it. */
function keepStatements(database: Database.Database) {
  const kept = new Map<string, Database.Statement>()
  return {
    close: () => {
      database.close()
    },
    prepare(sql: string): Database.Statement {
      const known = kept.get(sql)
      const statement = known ?? database.prepare(sql === 'begin' && !database.readonly ? 'begin immediate' : sql)
      if (known) kept.delete(sql)
      else if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value ?? '')
      kept.set(sql, statement)
      return statement
    },
  }
}
