import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { OnFault } from './engine.ts'

const CHANNEL = 'gridkeeper_log'
const LONGEST_PAUSE_MS = 5_000

/** Sends a wake-up for a city after its commit, at most one under way per city. Not inside the transaction: NOTIFY takes one lock for the
 *  whole server until the commit is on disk, so that writers in one county would wait for another. A node that dies in between leaves the
 *  others to their slow look. */
export function makeAnnouncer(pool: pg.Pool, onFault: OnFault) {
  const underWay = new Map<string, Promise<void>>()
  const again = new Set<string>()
  const send = async (city: string): Promise<void> => {
    do {
      again.delete(city)
      await pool
        .query('select pg_notify($1, $2)', [CHANNEL, city])
        .catch((error: unknown) => onFault('waking the other nodes', error))
    } while (again.has(city))
    underWay.delete(city)
  }
  return {
    announce(city: string) {
      if (underWay.has(city)) again.add(city)
      else underWay.set(city, send(city))
    },
    async settled() {
      await Promise.all(underWay.values())
    },
  }
}

/** Hears the wake-ups of the other nodes, on a connection of its own that is made again when it is lost. Returns what ends it. */
export async function listenToLog(
  databaseUrl: string,
  onGrowth: (city?: string) => void,
  onFault: OnFault,
): Promise<() => Promise<void>> {
  const stop = new AbortController()
  let client: pg.Client | undefined
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'gridkeeper follower',
      keepAlive: true,
    })
    client = fresh
    fresh.on('notification', ({ payload }) => onGrowth(payload))
    fresh.on('error', (error) => onFault('listening to the log', error))
    await fresh.connect()
    await fresh.query(`listen ${CHANNEL}`)
    fresh.on('end', () => {
      if (!stop.signal.aborted) void reconnect()
    })
    // What was sent while nobody listened is lost: look everywhere once.
    onGrowth()
  }
  const reconnect = async (): Promise<void> => {
    for (let pauseMs = 100; !stop.signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await setTimeout(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined)
      if (stop.signal.aborted) return
      try {
        await connect()
        return
      } catch (error) {
        onFault('listening to the log again', error)
        await client?.end().catch(() => undefined)
      }
    }
  }
  await connect()
  return async () => {
    stop.abort()
    await client?.end().catch(() => undefined)
  }
}
