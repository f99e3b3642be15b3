import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from '../../../server/app.ts'
import { openArchives } from '../../../server/basemap/archives.ts'
import { loadPlacement } from '../../../server/cases/place/load-placement.ts'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { type CityMemory, openCity } from '../../../server/city/city.ts'
import { openRules } from '../../../server/deadlines/open-rules.ts'
import { makeMetrics } from '../../../server/health/metrics.ts'
import { readVersion } from '../../../server/health/version.ts'
import { openGate, type Sessions } from '../../../server/http/gate.ts'
import { makeProgress } from '../../../server/http/progress.ts'
import { plainTileRoutes } from '../../../server/layers/plain-tile-routes.ts'
import { LiveFeed } from '../../../server/live/live-feed.ts'
import { openSearch } from '../../../server/search/open-search.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Ground } from './ground.ts'
import { listen } from './listen.ts'

const NOBODY: Sessions = {
  find: () => Promise.resolve(undefined),
  glance: () => undefined,
  stillIn: () => Promise.resolve(new Set<string>()),
  forget: () => undefined,
}

const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-bench-'))
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
const store = await openStore({ dataDir })
const rules = openRules(await loadRules('data/rules'), '540626')
const placement = await loadPlacement('540626', { shipped: 'data', own: dataDir })

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
  const gate = openGate(NOBODY, { publicUrl: undefined, insecure: false }, ['map'])
  const { fetch } = createApp({
    ...{ area: '540626', memory, codes, archives, log, now: () => new Date(), webDir: dataDir },
    ...{ store, readiness, metrics, progress: makeProgress() },
    live: new LiveFeed({ area: '540626', store, memory, now: () => new Date(), stillIn: NOBODY.stillIn }),
    search: openSearch({ memory, archives, onFault: () => {} }),
    version: readVersion(new Date().toISOString()),
    mapApproval: undefined,
    publicUrl: undefined,
    writeKey: undefined,
    ...{ placement, rules },
    gate,
  })
  return listen({ fetch, atOnce: plainTileRoutes({ memory, readiness, metrics, log, gate }) })
}
