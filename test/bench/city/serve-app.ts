import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type CityMemory, openCity } from '../../../server/city/city.ts'
import { openServer } from '../../../server/open-server.ts'
import { readSettings } from '../../../server/settings.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Ground } from './ground.ts'
import { listen } from './listen.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-bench-'))
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
const store = await openStore({ dataDir })

/** The ground's things in memory; with no bytes for tiles, each is made anew. */
export async function memoryOf({ layer, assets }: Ground, tileCacheBytes: number): Promise<CityMemory> {
  const memory = openCity([layer], { tileCacheBytes })
  await memory.load(layer.id, assets())
  return memory
}

/** The whole server over this memory, on a free port; its store is empty. */
export async function serveApp(memory: CityMemory): Promise<number> {
  const server = await openServer({
    settings: readSettings({ DATA_DIR: dataDir, GUESTS: 'map', CITY: '540626' }),
    ...{ store, memory, log: pino({ level: 'silent' }), now: () => new Date(), webDir: dataDir },
    onBroken: (error) => {
      throw error
    },
  })
  server.readiness.state = 'ready'
  return listen(server)
}
