import pg from 'pg'

// Any number that no other program on the database uses: 'gridkeep' in ASCII, cut to what a signed 8-byte integer holds.
const LOCK = '7453289023846344560'

/** Runs `work` while no other node does the same on this database, so that two that start at once both find a finished schema. A lock of a
 *  session of its own: when the node dies, so does its lock. */
export async function holdMigrationLock(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'gridkeeper migration' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await work()
  } finally {
    await client.end()
  }
}
