import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from '../../../server/app.ts'
import { openArchives } from '../../../server/basemap/archives.ts'
import { type CityMemory, openCity } from '../../../server/city/city.ts'
import { makeMetrics } from '../../../server/health/metrics.ts'
import { readVersion } from '../../../server/health/version.ts'
import { makeProgress } from '../../../server/http/progress.ts'
import { plainTileRoutes } from '../../../server/layers/plain-tile-routes.ts'
import { openSearch } from '../../../server/search/open-search.ts'
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

/** The whole server over this memory, on a free port. */
export function serveApp({ codes }: Ground, memory: CityMemory): Promise<number> {
  const log = pino({ level: 'silent' })
  const archives = openArchives(dataDir, undefined)
  const readiness = { state: 'ready' } as const
  const metrics = makeMetrics(() => ({ seq: memory.seq, layers: [], pasts: memory.pasts, tileCache: memory.tileCache }))
  const { fetch } = createApp({
    ...{ area: '540626', memory, codes, archives, log, now: () => new Date(), webDir: dataDir },
    ...{ store, readiness, metrics, progress: makeProgress() },
    search: openSearch({ memory, archives, onFault: () => {} }),
    version: readVersion(new Date().toISOString()),
    mapApproval: undefined,
    publicUrl: undefined,
    writeKey: undefined,
  })
  return listen({ fetch, atOnce: plainTileRoutes({ memory, readiness, metrics, log }) })
}
