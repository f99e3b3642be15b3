import { groundOf } from './city/ground.ts'
import { type Child, startChild } from './measure/child.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { type Options, withUsual } from './measure/options.ts'
import { printProfile } from './measure/print-profile.ts'
import { printTable, rounded } from './measure/table.ts'
import { takeTurns } from './measure/take-turns.ts'
import { checkPeer } from './peers/check-peer.ts'
import { NO_PEERS, openPeers, type Peers } from './peers/open-peers.ts'
import { type GrowthRow, measureGrowth } from './tiles/growth.ts'
import { kindsOf } from './tiles/kinds.ts'
import type { Served } from './tiles/serve-tiles.ts'
import { measureZooms, type ZoomRow } from './tiles/zooms.ts'

export interface TileRow {
  kind: string
  requestsPerSecond: number
  cpuMilliseconds: number
  /** Requests per second against the ceiling's. */
  ofCeiling: number
  /** The ceiling's processor time against this one's: steadier where other programs share the machine. */
  ofCeilingCpu: number
  /** The same against the tiles themselves, ready-made: 600 buffers do not stay in the processor's cache as the ceiling's one does. */
  ofReadyCpu: number
  /** How many times as many requests the uncached server answers, and how many times less processor time it takes; of peers. */
  ours?: number
  oursCpu?: number
}

export interface TileFigures {
  machine: Machine
  peers: string[]
  things: number
  tiles: number
  meanBytes: number
  rows: TileRow[]
  zooms: ZoomRow[]
  growth: GrowthRow[]
}

/** A sample of the tiles on which peers are held to be honest. */
const CHECKED = 24

/** Measures how fast tiles are answered, over HTTP by the real server and by its peers, and prints a table. The load generator and the
 *  servers share the machine's cores, so only ratios of one run mean anything. The
 *  demonstration district is measured without peers, for they have no clusters, and in one size. */
export async function tiles(options: Partial<Options> = {}): Promise<TileFigures> {
  const all = withUsual(options)
  const cangshan = all.city === 'cangshan'
  const about = machine()
  const figures = await againstPeers(about, { ...all, peers: all.peers && !cangshan })
  return { ...figures, growth: cangshan ? [] : await measureGrowth(all.assets, all.rounds, all.seconds) }
}

async function againstPeers(
  about: Machine,
  { assets, rounds, seconds, peers: wanted, city, profile }: Options,
): Promise<Omit<TileFigures, 'growth'>> {
  const peers = wanted ? await openPeers(await groundOf(assets)) : NO_PEERS
  try {
    const child = await startChild<Served>(new URL('./tiles/serve-tiles.ts', import.meta.url), [`${assets}`, city])
    try {
      const { ready } = child
      for (const peer of peers.list) await checkPeer(peer, ready.uncached, ready.layer, sampleOf(ready.tiles))
      const meanBytes = Math.round(ready.tiles.reduce((sum, { bytes }) => sum + bytes, 0) / ready.tiles.length)
      console.log(
        `Tiles of ${ready.things} things: ${ready.tiles.length} at z13–z16, ${rounded(meanBytes / 1000)} kB on average; ` +
          `medians of ${rounds} rounds of ${seconds} s, taking turns. ${words(about)}`,
      )
      for (const { name, version } of peers.list) console.log(`${name}: ${version}; its tiles hold the same things`)
      const rows = await measure(child, peers, rounds, seconds)
      print(rows)
      if (profile) await printProfile(child, 'Uncached', kindsOf(child, [], seconds).uncached)
      const zooms = await measureZooms(child, rounds)
      const versions = peers.list.map(({ version }) => version)
      const { things } = ready
      return { machine: about, peers: versions, things, tiles: ready.tiles.length, meanBytes, rows, zooms }
    } finally {
      await child.stop()
    }
  } finally {
    await peers.stop()
  }
}

const sampleOf = <T>(tiles: readonly T[]): T[] => tiles.filter((_, at) => at % Math.ceil(tiles.length / CHECKED) === 0)

async function measure(child: Child<Served>, peers: Peers, rounds: number, seconds: number): Promise<TileRow[]> {
  const shots = await takeTurns(kindsOf(child, peers.list, seconds), rounds)
  const { ceiling, uncached, 'ready-made': ready } = shots
  return Object.entries(shots).map(([kind, shot]) => ({
    kind,
    ...shot,
    ofCeiling: shot.requestsPerSecond / (ceiling?.requestsPerSecond ?? 0),
    ofCeilingCpu: (ceiling?.cpuMilliseconds ?? 0) / shot.cpuMilliseconds,
    ofReadyCpu: (ready?.cpuMilliseconds ?? 0) / shot.cpuMilliseconds,
    ...(peers.list.some(({ name }) => name === kind)
      ? {
          ours: (uncached?.requestsPerSecond ?? 0) / shot.requestsPerSecond,
          oursCpu: shot.cpuMilliseconds / (uncached?.cpuMilliseconds ?? 0),
        }
      : {}),
  }))
}

const print = (rows: TileRow[]): void =>
  printTable(
    [
      '',
      'requests/s',
      'of ceiling',
      'CPU ms/request',
      'of ceiling by CPU',
      'of ready-made by CPU',
      'uncached is',
      'by CPU',
    ],
    rows.map((row) => [
      row.kind,
      row.requestsPerSecond,
      row.ofCeiling,
      row.cpuMilliseconds,
      row.ofCeilingCpu,
      row.ofReadyCpu,
      row.ours ? `${rounded(row.ours)}×` : '',
      row.oursCpu ? `${rounded(row.oursCpu)}×` : '',
    ]),
  )
