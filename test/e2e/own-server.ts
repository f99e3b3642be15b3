import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'
import { openServer } from '../../server/open-server.ts'
import { serve } from '../../server/serve.ts'
import { readSettings } from '../../server/settings.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'

export interface OwnServer {
  origin: string
  store: Store
  /** How many screens listen. */
  streams(): number
  /** Takes its port away, and opens a server anew on the same port and store. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** A server beside the demo city's, on a store of its own that `fill` writes first; gone when the test is over. `dataDir` stands in
 *  for data/, and whoever sends `writeKey` may change things. */
export async function ownServer(parts: {
  dataDir?: string
  writeKey?: string
  /** Its clock; the evening of every picture when left out. */
  now?: () => Date
  /** Told what to do when nobody needs it any longer; the end of the test when left out. */
  until?: (end: () => Promise<void>) => void
  fill?: (store: Store) => Promise<void>
}): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-own-'))
  const store = await openStore({ dataDir: folder })
  const now = parts.now ?? (() => new Date(inject('demoNow')))
  await parts.fill?.(store)
  const open = async (port: number) => {
    const server = await openServer({
      settings: { ...readSettings({ DATA_DIR: folder, GUESTS: 'map' }), city: undefined, writeKey: parts.writeKey },
      ...{ store, log: pino({ level: 'silent' }), now, dataDir: parts.dataDir, webDir: process.env.TEST_WEB_DIR },
      onBroken: (error) => console.error(error),
    })
    await server.load()
    const listening = await serve(server, { host: '127.0.0.1', port })
    const stop = async () => {
      await listening.close()
      await server.close()
    }
    return { server, listening, stop }
  }
  let node = await open(0)
  const { url: origin, port } = node.listening
  const until = parts.until ?? onTestFinished
  until(async () => {
    await node.stop()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    ...{ origin, store },
    streams: () => node.server.live.counted.all,
    stop: () => node.stop(),
    async start() {
      node = await open(port)
    },
  }
}
