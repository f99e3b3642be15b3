import type { Logger } from 'pino'
import { type OpenServer, openServer } from './open-server.ts'
import { type Listening, serve } from './serve.ts'
import type { Settings } from './settings.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'

/** What is promised of a stop; past it the process ends with 1. */
const STOP_MS = 5_000

export interface Run {
  settings: Settings
  log: Logger
  /** Before the city is read: the demo makes its own here. */
  prepare?: (store: Store) => Promise<void>
  /** Once the city can be asked. */
  announce: (url: string, server: OpenServer, store: Store) => void | Promise<void>
  /** What runs beside it from then on, with what ends it: the demo's people at work. */
  beside?: (server: OpenServer, store: Store) => Promise<{ stop(): Promise<void> }>
}

/** Serves until it is told to stop (SIGTERM, SIGINT); then finishes what is running and gives everything back. Throws what kept it from
 *  starting, or DataDirHeld, CannotListen, WhichCity, DataError; and what broke it later. */
export async function runServer({ settings, log, prepare, announce, beside }: Run): Promise<void> {
  const store = await openStore({
    ...settings,
    onFault: (doing, error) => log.warn({ err: error }, doing),
  })
  try {
    await prepare?.(store)
    await serveStore(store, { settings, log, announce, ...(beside ? { beside } : {}) }, stopSignal(log))
  } finally {
    await store.close()
    log.info('stopped')
  }
}

async function serveStore(store: Store, { settings, log, announce, beside }: Run, stop: Stop): Promise<void> {
  const server = await openServer({ settings, store, log, now: () => new Date(), onBroken: stop.fail })
  let listening: Listening | undefined
  let running: { stop(): Promise<void> } | undefined
  try {
    listening = await serve(server, settings)
    await Promise.race([server.load(), stop.told])
    if (server.readiness.state === 'ready') {
      await announce(listening.url, server, store)
      running = await beside?.(server, store)
    }
    await stop.told
  } finally {
    server.readiness.state = 'stopping'
    await running?.stop()
    await listening?.close()
    await server.close()
  }
}

interface Stop {
  /** Resolves when the process is told to stop, rejects when it cannot go on. */
  told: Promise<void>
  fail: (error: unknown) => void
}

function stopSignal(log: Logger): Stop {
  let resolve: () => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const told = new Promise<void>((done, failed) => {
    resolve = done
    fail = failed
  })
  told.catch(() => undefined)
  const stop = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_MS).unref()
    resolve()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  return { told, fail }
}
