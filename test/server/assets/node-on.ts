import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { App } from '../../../server/app.ts'
import { openServer } from '../../../server/open-server.ts'
import { readSettings } from '../../../server/settings.ts'
import type { Store } from '../../../server/store/store.ts'
import type { Place } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { KEY } from './write-desk.ts'

/** A server on the place's store, on PostgreSQL as another machine would be. `lateMs`: so long after a commit its picture has it, as on a
 *  busy machine; else a picture in the same process is often there before the answer, waited for or not. */
export async function nodeOn(place: Place, { lateMs = 0 } = {}): Promise<App> {
  const store = await place.open()
  const server = await openServer({
    settings: readSettings({ DATA_DIR: place.dataDir, CITY: SUO, WRITE_KEY: KEY, GUESTS: 'map' }),
    store: lateMs ? { ...store, follow: late(store, lateMs) } : store,
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    onBroken: (error) => console.error(error),
  })
  onTestFinished(() => server.close())
  await server.load()
  return server.app
}

const late =
  ({ follow }: Store, ms: number): Store['follow'] =>
  (city, after, onRows, signal) =>
    follow(city, after, (rows) => setTimeout(ms).then(() => onRows(rows)), signal)
