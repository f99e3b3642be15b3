import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { assetsOfLayer } from '../../server/assets/asset-store.ts'
import { canonicalJson } from '../../server/store/canonical-json.ts'
import { openStore } from '../../server/store/open-store.ts'
import { statesAt } from '../../server/store/state-at.ts'
import type { Store } from '../../server/store/store.ts'
import { SUO } from '../support/entries.ts'
import { findPostgres } from '../support/find-postgres.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { startCluster } from '../support/postgres-cluster.ts'
import { startWriter } from '../support/start-writer.ts'

/** What the rounds of one engine came to. */
export interface CrashFigures {
  engine: string
  rounds: number
  /** In how many of them the database server was killed, with all its backends, and not the application. */
  serverKills: number
  /** In how many the application was killed before it had opened the store. */
  killedAtStart: number
  /** Transactions that were acknowledged before a kill. */
  acknowledged: number
  /** Those of them that were not there afterwards. */
  lost: number
  /** Transactions of which a part is there. */
  torn: number
  /** There, though the kill came before the acknowledgement: allowed, and counted to show that the kills hit. */
  inDoubt: number
  /** Logs whose chain does not hold, and things whose state is not what the log says. */
  brokenChains: number
  strayStates: number
  seconds: number
}

type Ground = { dataDir: string; databaseUrl: string | undefined; settled(): Promise<void>; clear(): Promise<void> }

// So many kills hit the same store, before a new one is begun: recovery on what was recovered, and the creation of the schema.
const ROUNDS_PER_STORE = 5
const SERVER_KILL_EVERY = 4
const KILL_AT_START_EVERY = 5

/** Kills processes that write with SIGKILL at random moments, `rounds` times on each engine (both at once), and looks each time whether
 *  everything that was acknowledged is there. It shows what survives a crash of the process, not a power cut: what the system had taken
 *  but not put on disk outlives a process. PostgreSQL is left out where its programs are not installed. */
export async function crash({ rounds }: { rounds: number }): Promise<CrashFigures[]> {
  const runs = [crashSqlite(rounds)]
  const bin = findPostgres()
  if (bin) runs.push(crashPostgres(rounds, bin))
  else console.warn('PostgreSQL is not installed: its rounds are left out')
  return Promise.all(runs)
}

const crashSqlite = (rounds: number) =>
  crashRounds('sqlite', rounds, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-crash-'))
    return {
      dataDir,
      databaseUrl: undefined,
      settled: () => Promise.resolve(),
      clear: () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })),
    }
  })

async function crashPostgres(rounds: number, bin: string): Promise<CrashFigures> {
  const cluster = await startCluster(bin)
  const ground = async () => {
    const database = await freshDatabase(cluster.url)
    return {
      dataDir: tmpdir(),
      databaseUrl: database.url,
      settled: () => untilAlone(database.url),
      clear: () => database.drop(),
    }
  }
  return crashRounds('postgresql', rounds, ground, cluster).finally(() => cluster.stop())
}

/** Waits until nobody else is connected: a backend outlives the application that was killed, and ends what it was about to commit. What is
 *  read before that would be two moments of one store. */
async function untilAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const others = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  while ((await client.query(`${others} and backend_type = 'client backend'`)).rowCount) await setTimeout(5)
  await client.end()
}

async function crashRounds(
  engine: string,
  rounds: number,
  begin: () => Promise<Ground>,
  server?: { kill(): Promise<void>; start(): Promise<void> },
): Promise<CrashFigures> {
  const started = performance.now()
  const figures: CrashFigures = {
    ...{ engine, rounds, serverKills: 0, killedAtStart: 0, acknowledged: 0, lost: 0, torn: 0, inDoubt: 0 },
    ...{ brokenChains: 0, strayStates: 0, seconds: 0 },
  }
  for (let done = 0; done < rounds; ) {
    const ground = await begin()
    const acknowledged = new Set<string>()
    const present = new Set<string>()
    for (let here = 0; here < ROUNDS_PER_STORE && done < rounds; here += 1, done += 1) {
      const writer = startWriter(ground, { writers: 4 })
      if (server && done % SERVER_KILL_EVERY === SERVER_KILL_EVERY - 1) {
        await writer.opened
        await setTimeout(20 + Math.random() * 500)
        await server.kill()
        figures.serverKills += 1
        await writer.ended
        await server.start()
      } else {
        if (done % KILL_AT_START_EVERY === 0) await setTimeout(100 + Math.random() * 900)
        else await writer.opened.then(() => setTimeout(20 + Math.random() * 500))
        writer.child.kill('SIGKILL')
        await writer.ended
      }
      if (!writer.lines.includes('open')) figures.killedAtStart += 1
      for (const line of writer.lines) if (line.startsWith('ack ')) acknowledged.add(line.slice(4))
      await ground.settled()
      const store = await openStore(ground)
      await examine(store, acknowledged, present, figures).finally(() => store.close())
    }
    figures.acknowledged += acknowledged.size
    figures.inDoubt += [...present].filter((actor) => !acknowledged.has(actor)).length
    await ground.clear()
  }
  figures.seconds = Math.round((performance.now() - started) / 100) / 10
  return figures
}

/** Adds to the figures what is wrong in a store, and to `present` the transactions that are there. */
async function examine(
  store: Store,
  acknowledged: ReadonlySet<string>,
  present: Set<string>,
  figures: CrashFigures,
): Promise<void> {
  const verdict = await store.verify(SUO)
  if (!verdict.ok) figures.brokenChains += 1
  const groups = await store.db
    .selectFrom('log')
    .select(({ fn }) => ['actor', fn.countAll<number>().as('rows')])
    .where('city', '=', SUO)
    .groupBy('actor')
    .execute()
  for (const { actor, rows } of groups) {
    present.add(actor)
    if (Number(rows) !== (actor.endsWith('-0') ? 2 : 4)) figures.torn += 1
  }
  for (const actor of acknowledged) if (!present.has(actor)) figures.lost += 1
  figures.strayStates += await countStrays(store)
}

/** Things whose state in the table is not the last one in the log, either way. */
async function countStrays(store: Store): Promise<number> {
  const replayed = new Map<string, string>()
  const { seq } = await store.head(SUO)
  for await (const page of statesAt(store.db, { city: SUO, entity: 'asset', seq })) {
    for (const { entityId, after } of page) replayed.set(entityId, canonicalJson(after))
  }
  let strays = 0
  for await (const page of assetsOfLayer(store.db, SUO, 'streetlights')) {
    for (const asset of page) {
      if (replayed.get(asset.id) !== canonicalJson(asset)) strays += 1
      replayed.delete(asset.id)
    }
  }
  return strays + replayed.size
}
