import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { findPostgres, installPostgres, versionOf } from './find-postgres.ts'
import { type Cluster, startCluster } from './postgres-cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test may make databases; null when there is no PostgreSQL here. */
    postgresUrl: string | null
  }
}

let cluster: Cluster | undefined

/** Before the tests that need PostgreSQL: TEST_DATABASE_URL, or a server of our own from the programs found or installed. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('postgresUrl', await provide())
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
}

async function provide(): Promise<string | null> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    console.log(`PostgreSQL for the tests: TEST_DATABASE_URL, ${await greeting(given)}`)
    return given
  }
  const bin = findPostgres() ?? installPostgres()
  if (bin) {
    cluster = await startCluster(bin)
    console.log(`PostgreSQL for the tests: ${versionOf(bin)} from ${bin}, a throw-away server at ${cluster.url}`)
    return cluster.url
  }
  const missing =
    'PostgreSQL is not installed: install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL.'
  if (process.env.CI === 'true') throw new Error(missing)
  console.warn(`\n!! ${missing}\n!! Everything that runs on it is SKIPPED; SQLite alone is tested.\n`)
  return null
}

async function greeting(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string }>('select version()')
    return rows[0]?.version ?? ''
  } finally {
    await client.end()
  }
}
