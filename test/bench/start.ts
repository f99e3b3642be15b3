import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../support/find-postgres.ts'
import { startCluster } from '../support/postgres-cluster.ts'
import type { Answers } from './measure/answer-parent.ts'
import { startChild } from './measure/child.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { median } from './measure/median.ts'
import { type Options, withUsual } from './measure/options.ts'
import { printShares } from './measure/print-profile.ts'
import { printTable } from './measure/table.ts'
import { fillStore } from './start/fill-store.ts'
import type { Start } from './start/start-server.ts'

const START = new URL('./start/start-server.ts', import.meta.url)

export interface StartRow extends Start {
  engine: string
  /** The first start on this store, or the median of the later ones, which find what the first one left. */
  start: 'first' | 'later'
}

export interface StartFigures {
  machine: Machine
  rows: StartRow[]
}

/** Measures how long the whole server takes from its beginning until it is ready, from a store with so many things. */
export async function start(options: Partial<Options> = {}): Promise<StartFigures> {
  const { assets, rounds, peers, profile } = withUsual(options)
  const about = machine()
  const rows = [...(await onSqlite(assets, rounds, profile)), ...(peers ? await onPostgres(assets, rounds) : [])]
  console.log(
    `Start with ${assets} things; later starts, which find a snapshot, are medians of ${rounds}. ${words(about)}`,
  )
  printTable(
    ['', 'start', 'until ready, s', 'CPU s', 'of it before the store was open', 'things'],
    rows.map((row) => [row.engine, row.start, row.wall, row.cpu, row.cpuBefore, `${row.things}`]),
  )
  return { machine: about, rows }
}

async function onSqlite(assets: number, rounds: number, profile: boolean): Promise<StartRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-start-'))
  try {
    await fillStore({ dataDir }, assets)
    const rows = await startsOf('SQLite', [dataDir], rounds)
    if (profile) await printStart(dataDir)
    return rows
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function onPostgres(assets: number, rounds: number): Promise<StartRow[]> {
  const bin = findPostgres()
  if (!bin) {
    console.warn('\n!! PostgreSQL is not installed and is LEFT OUT. Debian: apt-get install postgresql\n')
    return []
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-start-'))
  const cluster = await startCluster(bin)
  try {
    await fillStore({ dataDir, databaseUrl: cluster.url }, assets)
    return await startsOf('PostgreSQL', [dataDir, cluster.url], rounds)
  } finally {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startsOf(engine: string, place: string[], rounds: number): Promise<StartRow[]> {
  const first = await startOnce(place)
  const later: Start[] = []
  for (let round = 0; round < rounds; round++) later.push(await startOnce(place))
  const middle = (of: (start: Start) => number) => median(later.map(of))
  return [
    { engine, start: 'first', ...first },
    {
      ...{ engine, start: 'later', things: first.things },
      ...{ wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu), cpuBefore: middle((one) => one.cpuBefore) },
    },
  ]
}

async function printStart(dataDir: string): Promise<void> {
  const child = await startChild(START, [dataDir, '', 'profile'])
  printShares('Start from SQLite', await child.ask<Answers['profile']>('profile'))
  await child.ask('close')
  await child.stop()
}

async function startOnce(place: string[]): Promise<Start> {
  const child = await startChild<Start>(START, place)
  await child.ask('close')
  await child.stop()
  return child.ready
}
