import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import { recordCases } from '../../../server/cases/record-cases.ts'
import { openServer } from '../../../server/open-server.ts'
import { serve } from '../../../server/serve.ts'
import { readSettings } from '../../../server/settings.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { type Following, followStream } from '../../../web/live/follow-stream.ts'
import type { LiveNews } from '../../../web/live/live-news.ts'
import { dice } from '../../bench/city/made-district.ts'
import { by, complaint, lamp, SUO } from '../../support/entries.ts'
import { FAULTS, startFaultProxy } from '../../support/fault-proxy.ts'

export interface FaultFigures {
  faults: number
  restarts: number
  /** Rows of the log that every client had to hear. */
  rows: number
  clients: number
  missed: number
  doubled: number
  /** Out of their order. */
  displaced: number
  resyncs: number
  unreadable: number
  /** Streams and rooms left on the server when all clients had gone. */
  left: number
}

/** Times of a network some seventy times as nervous as a real one. */
const WAITS = { answer: 3_000, silence: 500, first: 5, longest: 60, refused: 100 }
const LIMITS = { pulseMs: 100, lookMs: 20, slowMs: 300, longestMs: 4_000, pendingBytes: 8 * 1024, perAddress: 5_000 }
const LAMPS = 20

/** Lets the page's own client listen through a network that breaks all the time, and counts what it heard against the log. `restarts`: how often
 *  the server goes away and comes back meanwhile. `recent`: rows kept written, few so that many come from the log. */
export async function listenUnderFaults({
  faults,
  restarts,
  clients,
  seed = 7,
  recent = 64,
}: {
  faults: number
  restarts: number
  clients: number
  seed?: number
  recent?: number
}): Promise<FaultFigures> {
  const random = dice(seed)
  const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-faults-'))
  const store = await openStore({ dataDir })
  await store.transaction(SUO, (tx) => writeAssets(tx, { added: LAMPS_ADDED }, by()))
  let node = await startNode(store, dataDir, recent)
  const proxy = await startFaultProxy(node.port, clients)
  const heard = proxy.urls.map((url) => listen(`${url}/api/live`))
  const writing = writeOn(store, random)
  let struck = 0
  try {
    await Promise.all(heard.map(({ begun }) => begun))
    for (let restarted = 0; struck < faults; ) {
      if (proxy.strike(FAULTS[Math.floor(random() * FAULTS.length)] ?? 'reset', random)) struck++
      await setTimeout(random() * 8)
      if (struck < (faults / (restarts + 1)) * (restarted + 1) || restarted === restarts) continue
      restarted++
      await node.stop()
      node = await startNode(store, dataDir, recent)
      proxy.target(node.port)
    }
    await writing.stop()
    const { seq } = await store.head(SUO)
    await allHeard(heard, seq)
    for (const { following } of heard) following.stop()
    const left = await leftOn(node)
    return { ...count(heard, seq), faults: struck, restarts, clients, left }
  } finally {
    await writing.stop()
    for (const { following } of heard) following.stop()
    await proxy.close()
    await node.stop()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const LAMPS_ADDED = Array.from({ length: LAMPS }, (_, n) => lamp(n))

async function startNode(store: Store, dataDir: string, recent: number) {
  const server = await openServer({
    settings: readSettings({ DATA_DIR: dataDir, CITY: SUO, GUESTS: 'map' }),
    ...{
      store,
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      onBroken: (error: unknown) => console.error(error),
    },
    liveLimits: { ...LIMITS, recent },
  })
  await server.load()
  const listening = await serve(server, { host: '127.0.0.1', port: 0 })
  return {
    port: listening.port,
    live: server.live,
    async stop() {
      await listening.close()
      await server.close()
    },
  }
}

interface Heard {
  news: LiveNews[]
  begun: Promise<void>
  following: Following
}

function listen(address: string): Heard {
  const news: LiveNews[] = []
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const following = followStream({
    ...{ address, waits: WAITS, onState: () => undefined },
    onNews(one) {
      // Their pulses are counted by nobody.
      if (one.event !== 'pulse') news.push(one)
      if (one.event === 'picture') begin()
    },
  })
  return { news, begun, following }
}

/** Writes a row or a few, lamps and cases, every few milliseconds. */
function writeOn(store: Store, random: () => number) {
  let stopped = false
  const written = (async () => {
    for (let turn = 0; !stopped; turn++) {
      await store.transaction(SUO, async (tx) => {
        if (turn % 3) {
          const changed = lamp(turn % LAMPS, { name: `路灯 ${turn}`, status: turn % 2 ? 'on' : 'off' })
          await writeAssets(tx, { changed: [changed] }, by())
        } else {
          const states = [complaint(turn % 50), complaint((turn + 7) % 50, { urgency: 'emergency' })]
          const steps = states.map((after) => ({ at: after.receivedAt, kind: 'case-noted', entityId: after.id, after }))
          await recordCases(tx, steps, by())
        }
      })
      await setTimeout(random() * 12)
    }
  })()
  return {
    stop: () => {
      stopped = true
      return written
    },
  }
}

const PATIENCE_MS = 20_000

async function allHeard(heard: readonly Heard[], seq: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  const isThere = ({ news }: Heard): boolean => seqsOf(news).at(-1) === seq
  while (!heard.every(isThere) && performance.now() < until) await setTimeout(20)
}

async function leftOn({ live }: { live: { counted: { all: number }; rooms: number } }): Promise<number> {
  const until = performance.now() + PATIENCE_MS
  const left = (): number => live.counted.all + live.rooms
  while (left() > 0 && performance.now() < until) await setTimeout(20)
  return left()
}

const seqsOf = (news: readonly LiveNews[]): number[] =>
  news.flatMap((one) => (one.event === 'change' || one.event === 'gone' ? one.data.seq : []))

function count(heard: readonly Heard[], seq: number): Omit<FaultFigures, 'faults' | 'restarts' | 'clients' | 'left'> {
  const figures = { rows: 0, missed: 0, doubled: 0, displaced: 0, resyncs: 0, unreadable: 0 }
  for (const { news } of heard) {
    const [first] = news
    const from = first?.event === 'picture' ? first.data.seq : 0
    const seqs = seqsOf(news)
    const distinct = new Set(seqs)
    figures.rows = Math.max(figures.rows, seq - from)
    for (let one = from + 1; one <= seq; one++) if (!distinct.has(one)) figures.missed++
    figures.doubled += seqs.length - distinct.size
    figures.displaced += seqs.filter((one, at) => at > 0 && one < (seqs[at - 1] ?? 0)).length
    figures.resyncs += news.filter(({ event }, at) => event === 'resync' || (event === 'picture' && at > 0)).length
    figures.unreadable += news.filter(({ event }) => event === 'unreadable').length
  }
  return figures
}
