import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { GROUNDS, type GroundName } from './tiles/ground.ts'
import type { Served } from './tiles/serve-tiles.ts'
import { median, type ReadCpu, type Shot, shoot } from './tiles/shoot.ts'

const ROUNDS = 3
const SECONDS = 3

/** The kinds of request that take turns in each round. All are held against the first, one buffer that never leaves the processor's
 *  cache; `ready-made` is a bare server too, with as many buffers as there are tiles, and so what a tile server could reach at best. */
const KINDS = ['ceiling', 'ready-made', 'uncached', 'cached', 'cached, packed', 'not modified'] as const
type Kind = (typeof KINDS)[number]

interface Row {
  ground: GroundName
  kind: Kind
  requestsPerSecond: number
  /** Requests per second against the ceiling's. */
  ofCeiling: number
  cpuMilliseconds: number
  /** The ceiling's processor time against this one's: steadier where other programs share the machine. */
  ofCeilingCpu: number
}

export interface TileFigures {
  node: string
  cores: number
  /** Load of the machine over a minute, at the begin: more than 1 means that others ran too. */
  load: number
  grounds: { ground: GroundName; things: number; tiles: number; meanBytes: number; loadSeconds: number }[]
  rows: Row[]
}

/** Measures how fast tiles are answered, over HTTP by the real server, and prints a table. The load generator and the server
 *  share the machine's cores, so only ratios of one run mean anything. */
export async function tiles(): Promise<TileFigures> {
  const figures: TileFigures = {
    node: process.version,
    cores: cpus().length,
    load: loadavg()[0] ?? 0,
    grounds: [],
    rows: [],
  }
  console.log(
    `Tiles: medians of ${ROUNDS} rounds of ${SECONDS} s, taking turns. The load generator shares the ${figures.cores} cores (load before: ${figures.load.toFixed(1)}).`,
  )
  for (const ground of Object.keys(GROUNDS) as GroundName[]) await measure(ground, figures)
  return figures
}

async function measure(ground: GroundName, figures: TileFigures): Promise<void> {
  const path = fileURLToPath(new URL('./tiles/serve-tiles.ts', import.meta.url))
  const child = fork(path, [ground], { execArgv: ['--import', 'tsx'], serialization: 'json' })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the server under load ended with ${code}`)
  })
  failed.catch(() => undefined)
  try {
    const served = (await Promise.race([next(child), failed])) as Served
    const meanBytes = Math.round(served.tiles.reduce((sum, { bytes }) => sum + bytes, 0) / served.tiles.length)
    const { things, loadSeconds } = served
    figures.grounds.push({ ground, things, tiles: served.tiles.length, meanBytes, loadSeconds })
    console.log(
      `\n${ground}: ${things} things loaded in ${loadSeconds.toFixed(1)} s, ${served.tiles.length} tiles of ${(meanBytes / 1000).toFixed(1)} kB`,
    )
    const rows = rowsOf(ground, await Promise.race([roundsOf(served, child), failed]))
    figures.rows.push(...rows)
    print(rows)
  } finally {
    child.disconnect()
  }
}

const next = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0]

async function roundsOf(served: Served, child: ChildProcess): Promise<Record<Kind, Shot[]>> {
  const readCpu: ReadCpu = async () => {
    const answer = next(child)
    child.send('cpu')
    const { cpu } = (await answer) as { cpu: NodeJS.CpuUsage }
    return (cpu.user + cpu.system) / 1000
  }
  const fire = (
    port: number,
    status: number,
    headersOf: (tile: Served['tiles'][number]) => Record<string, string> = () => ({}),
  ) =>
    shoot(
      port,
      served.tiles.map((tile) => ({ path: tile.path, headers: headersOf(tile) })),
      { seconds: SECONDS, status, readCpu },
    )
  const kinds: Record<Kind, () => Promise<Shot>> = {
    ceiling: () => shoot(served.ceiling, [{ path: '/' }], { seconds: SECONDS, status: 200, readCpu }),
    'ready-made': () => fire(served.ceiling, 200),
    uncached: () => fire(served.uncached, 200),
    cached: () => fire(served.cached, 200),
    'cached, packed': () => fire(served.cached, 200, () => ({ 'accept-encoding': 'gzip' })),
    'not modified': () => fire(served.cached, 304, ({ etag }) => ({ 'if-none-match': etag })),
  }
  const shots = Object.fromEntries(KINDS.map((kind) => [kind, [] as Shot[]])) as Record<Kind, Shot[]>
  // A round before the first, not counted: code gets compiled, caches get filled.
  for (let round = 0; round <= ROUNDS; round++)
    for (const kind of KINDS) {
      const shot = await kinds[kind]()
      if (round > 0) shots[kind].push(shot)
    }
  return shots
}

function rowsOf(ground: GroundName, shots: Record<Kind, Shot[]>): Row[] {
  const middle = (kind: Kind) => ({
    requestsPerSecond: median(shots[kind].map((shot) => shot.requestsPerSecond)),
    cpuMilliseconds: median(shots[kind].map((shot) => shot.cpuMilliseconds)),
  })
  const ceiling = middle('ceiling')
  return KINDS.map((kind) => {
    const own = middle(kind)
    return {
      ground,
      kind,
      ...own,
      ofCeiling: own.requestsPerSecond / ceiling.requestsPerSecond,
      ofCeilingCpu: ceiling.cpuMilliseconds / own.cpuMilliseconds,
    }
  })
}

function print(rows: Row[]): void {
  console.log('                    requests/s   of ceiling   CPU ms/request   of ceiling by CPU')
  for (const { kind, requestsPerSecond, ofCeiling, cpuMilliseconds, ofCeilingCpu } of rows)
    console.log(
      [
        kind.padEnd(18),
        requestsPerSecond.toFixed(0).padStart(12),
        ofCeiling.toFixed(2).padStart(12),
        cpuMilliseconds.toFixed(3).padStart(16),
        ofCeilingCpu.toFixed(2).padStart(19),
      ].join(' '),
    )
}
