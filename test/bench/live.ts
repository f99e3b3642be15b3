import { setTimeout } from 'node:timers/promises'
import { type FaultFigures, listenUnderFaults } from '../server/live/under-faults.ts'
import { openListeners } from './live/open-listeners.ts'
import type { ServedLive, Way } from './live/serve-live.ts'
import { startChild } from './measure/child.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { printTable } from './measure/table.ts'
import { takeTurns } from './measure/take-turns.ts'

export interface LiveOptions {
  /** Screens on one node, each hearing 10 events a second. */
  clients: number
  faults: number
  seconds: number
  rounds: number
}

export interface LiveRow {
  way: Way
  /** Of one core, in percent. */
  cpu: number
  /** Events that reached each listener in a second. */
  perSecond: number
  /** Microseconds of processor time for an event and a listener; 0 where nobody listens. */
  cpuMicroseconds: number
}

export interface LiveFigures {
  machine: Machine
  clients: number
  rows: LiveRow[]
  /** Our processor time against that of raw writes of the same events. */
  ratio: number
  faults: FaultFigures | undefined
}

const USUAL: LiveOptions = { clients: 2_000, faults: 5_000, seconds: 8, rounds: 3 }

/** Measures what it costs to tell many screens, against raw writes of the same events, and listens through a network that breaks. */
export async function live(options: Partial<LiveOptions> = {}): Promise<LiveFigures> {
  const { clients, faults, seconds, rounds } = { ...USUAL, ...options }
  const about = machine()
  const rows = await measure({ clients, seconds, rounds })
  // Of as many events: a busy machine may not make all ten.
  const cpuOf = (way: Way): number => rows.find((row) => row.way === way)?.cpuMicroseconds ?? 0
  const ratio = cpuOf('ours') / cpuOf('raw')
  console.log(`\n${clients} screens, 10 events a second, processor time of the server. ${words(about)}\n`)
  printTable(
    ['told to', '% of a core', 'events a second each', 'µs each'],
    rows.map(({ way, cpu, perSecond, cpuMicroseconds }) => [way, cpu, perSecond, cpuMicroseconds]),
  )
  console.log(`\nours : raw = ${ratio.toFixed(2)}`)
  const through =
    faults > 0 ? await listenUnderFaults({ faults, restarts: Math.ceil(faults / 250), clients: 24 }) : undefined
  if (through) console.log('\nThrough faults of the network:', through)
  return { machine: about, clients, rows, ratio, faults: through }
}

async function measure({ clients, seconds, rounds }: Omit<LiveOptions, 'faults'>): Promise<LiveRow[]> {
  const child = await startChild<ServedLive>(new URL('./live/serve-live.ts', import.meta.url))
  const { ports } = child.ready
  const listeners = { raw: await openListeners(ports.raw, clients), ours: await openListeners(ports.ours, clients) }
  try {
    const turn = (way: Way) => async () => {
      await child.ask('to', way)
      await setTimeout(1_000)
      const heard = (): number => (way === 'nobody' ? 0 : listeners[way].heard())
      const [cpu, before, begun] = [await child.readCpu(), heard(), performance.now()]
      await setTimeout(seconds * 1_000)
      const ms = performance.now() - begun
      const spent = (await child.readCpu()) - cpu
      const events = heard() - before
      return {
        cpu: (spent / ms) * 100,
        perSecond: events / clients / (ms / 1_000),
        cpuMicroseconds: events ? (spent * 1_000) / events : 0,
      }
    }
    const shots = await takeTurns({ nobody: turn('nobody'), raw: turn('raw'), ours: turn('ours') }, rounds)
    return (['nobody', 'raw', 'ours'] as const).map((way) => ({ way, ...shots[way] }))
  } finally {
    listeners.raw.close()
    listeners.ours.close()
    await child.stop()
  }
}
