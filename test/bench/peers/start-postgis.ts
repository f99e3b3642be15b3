import pg from 'pg'
import { findPostgres } from '../../support/find-postgres.ts'
import { startCluster } from '../../support/postgres-cluster.ts'
import type { Ground } from '../city/ground.ts'
import { parentOf } from '../measure/process-cpu.ts'
import { loadTable } from './load-table.ts'
import { missing } from './peer.ts'

/** A PostgreSQL with PostGIS of our own and the ground's things in its table `things`. */
export interface PostGis {
  url: string
  version: string
  /** Its first process, above all others of it. */
  pid: number
  stop(): Promise<void>
}

/** Everything in memory, no compiling of a query that takes milliseconds, no second process for a tile: what made it fastest here. */
const TUNING = {
  shared_buffers: '1GB',
  effective_cache_size: '2GB',
  work_mem: '64MB',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
  autovacuum: 'off',
}

/** Undefined, and said aloud, where it is not installed. */
export async function startPostGis(ground: Ground): Promise<PostGis | undefined> {
  const bin = findPostgres()
  if (!bin) return missing('PostgreSQL', 'postgresql-15-postgis-3')
  const cluster = await startCluster(bin)
  try {
    await query(cluster.url, ...Object.entries(TUNING).map(([name, value]) => `alter system set ${name} = '${value}'`))
    // The size of the shared memory is read at a start only.
    await cluster.kill()
    await cluster.start()
    const made = query(cluster.url, 'create extension postgis')
    if (
      !(await made.then(
        () => true,
        () => false,
      ))
    ) {
      await cluster.stop()
      return missing('PostGIS', 'postgresql-15-postgis-3')
    }
    await loadTable(cluster.url, ground)
    return { url: cluster.url, ...(await about(cluster.url)), stop: () => cluster.stop() }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Its versions, and its first process, which is the parent of the one that answers. */
async function about(url: string): Promise<Pick<PostGis, 'version' | 'pid'>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ postgres: string; postgis: string; pid: number }>(
      "select current_setting('server_version') postgres, postgis_lib_version() postgis, pg_backend_pid() pid",
    )
    const { postgres = '', postgis = '', pid = 0 } = rows[0] ?? {}
    return { version: `PostgreSQL ${postgres.split(' ')[0]}, PostGIS ${postgis}`, pid: parentOf(pid) }
  } finally {
    await client.end()
  }
}
