import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Engine, OnFault } from './engine.ts'
import { migrate } from './migrate.ts'
import { holdMigrationLock } from './migration-lock.ts'
import { listenToLog, makeAnnouncer } from './notify.ts'
import { offerGeoView } from './offer-geo-view.ts'
import type { Schema } from './schema.ts'

// int8 (20) and numeric (1700) come as text, since they can exceed a double; here they are a seq, a count and milliseconds.
const NUMERIC_TYPES = new Set([20, 1700])
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    NUMERIC_TYPES.has(oid) ? Number : pg.types.getTypeParser(oid, format as 'text'),
}

// A node that lost its power holds the city's lock until the server notices; TCP alone may take two hours.
const LONGEST_IDLE_IN_TRANSACTION_MS = 60_000

// The slow look of a follower, for the wake-up that was lost with a connection or with the node that should have sent it.
const POLL_MS = 2_000

export async function openPostgres(databaseUrl: string, onFault: OnFault): Promise<Engine> {
  const pool = (max: number, onConnect: string) => {
    const made = new pg.Pool({
      connectionString: databaseUrl,
      application_name: 'gridkeeper',
      max,
      types,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      onConnect: async (client) => {
        // The pool listens only while a connection is idle: one lost in the middle of a transaction would end this process.
        client.on('error', (error) => onFault('a connection was lost', error))
        await client.query(onConnect)
      },
    })
    made.on('error', () => undefined)
    return made
  }
  const writers = pool(8, `set idle_in_transaction_session_timeout = ${LONGEST_IDLE_IN_TRANSACTION_MS}`)
  const readers = pool(8, 'set default_transaction_read_only = on')
  const writer = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: writers }) })
  const reader = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: readers }) })
  const close = async () => {
    await reader.destroy()
    await writer.destroy()
  }
  try {
    await holdMigrationLock(databaseUrl, async () => {
      await migrate(writer, 'postgresql')
      await offerGeoView(writer)
    })
  } catch (error) {
    await close()
    throw error
  }
  const announcer = makeAnnouncer(writers, onFault)
  let stopListening: (() => Promise<void>) | undefined
  return {
    name: 'postgresql',
    reader,
    writer,
    pollMs: POLL_MS,
    announce: announcer.announce,
    async listen(onGrowth) {
      stopListening = await listenToLog(databaseUrl, onGrowth, onFault)
    },
    async close() {
      await stopListening?.()
      await announcer.settled()
      await close()
    },
  }
}
