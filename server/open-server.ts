import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type App, createApp } from './app.ts'
import { assetsOfLayer } from './assets/asset-store.ts'
import { openArchives } from './basemap/archives.ts'
import { loadCatalogue } from './catalogue/load-catalogue.ts'
import { loadRules } from './catalogue/load-rules.ts'
import { type CityMemory, openCity } from './city/city.ts'
import type { ReadChanged } from './city/keep-pasts.ts'
import { MergeThread } from './city/merge-thread.ts'
import { loadCodes } from './codes/load-codes.ts'
import type { Asset } from './contract/asset.ts'
import { registryOf } from './contract/code-registry.ts'
import type { LogRow } from './contract/log.ts'
import { makeMetrics } from './health/metrics.ts'
import type { Readiness } from './health/readiness.ts'
import { readVersion } from './health/version.ts'
import { makeProgress } from './http/progress.ts'
import { openSnapshot } from './keep-snapshot.ts'
import { layersOf } from './layers/layers-of.ts'
import { plainTileRoutes } from './layers/plain-tile-routes.ts'
import { type CitySearch, openSearch } from './search/open-search.ts'
import type { Served } from './serve.ts'
import type { Settings } from './settings.ts'
import { listCities, readCity } from './store/describe-city.ts'
import { statesBetween } from './store/states-between.ts'
import type { Store } from './store/store.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Stands for a city while the store has none. */
const NO_AREA = '000000'

export interface ServerNeeds {
  settings: Settings
  store: Store
  log: Logger
  now: () => Date
  /** Called once when the city can no longer be kept up to date; the process should end. */
  onBroken: (error: unknown) => void
  webDir?: string
  dataDir?: string
}

/** A whole server without its port. */
export interface OpenServer {
  app: App
  /** What the port asks: `app.fetch`, and ahead of it the plain tiles. */
  fetch: Served['fetch']
  atOnce: NonNullable<Served['atOnce']>
  area: string
  memory: CityMemory
  search: CitySearch
  readiness: Readiness
  /** Reads the city from the store and follows its log from there; then it is ready. */
  load(): Promise<void>
  /** Ends the follower and closes files, not the store. */
  close(): Promise<void>
}

/** Several cities are in the store and none is named. */
export class WhichCity extends Error {}

async function areaOf(store: Store, asked: string | undefined): Promise<string> {
  const cities = await listCities(store.db)
  if (asked !== undefined) return asked
  if (cities.length > 1) throw new WhichCity(`The store holds several cities: ${cities.join(', ')}. Set CITY to one.`)
  return cities[0] ?? NO_AREA
}

/** Opens everything around a store. Throws WhichCity, or DataError when the catalogue is at fault. */
export async function openServer({
  settings,
  store,
  log,
  now,
  onBroken,
  ...folders
}: ServerNeeds): Promise<OpenServer> {
  const dataDir = folders.dataDir ?? join(ROOT, 'data')
  const area = await areaOf(store, settings.city)
  const codes = registryOf(await loadCodes(join(dataDir, 'codes')))
  const rules = await loadRules(join(dataDir, 'rules'))
  const merger = new MergeThread()
  const memory = openCity(await loadCatalogue(join(dataDir, 'catalogue'), codes, rules), {
    merger,
    readChanged: (of) => changedAssets(store, area, of),
  })
  const archives = openArchives(settings.dataDir, settings.basemap)
  const onFault = (error: unknown) => log.error({ err: error }, 'the search index was not built')
  const search = openSearch({ memory, archives, onFault })
  const snapshot = openSnapshot({ dataDir: settings.dataDir, area, memory, store })
  const onUnkept = (error: unknown) => log.warn({ err: error }, 'the snapshot of the city was not kept')
  const readiness: Readiness = { state: 'starting' }
  const progress = makeProgress()
  const metrics = makeMetrics(() => figuresOf(memory))
  const app = createApp({
    ...{ area, store, memory, codes, archives, search, readiness, progress, metrics, log, now },
    version: readVersion(now().toISOString()),
    webDir: folders.webDir ?? join(ROOT, 'web/dist'),
    mapApproval: settings.mapApproval,
    publicUrl: settings.publicUrl,
    writeKey: settings.writeKey,
  })
  const following = new AbortController()
  return {
    ...{ app, area, memory, search, readiness },
    fetch: app.fetch,
    atOnce: plainTileRoutes({ memory, readiness, metrics, log }),
    async load() {
      const seq = (await snapshot.restore()) ?? (await loadAll(store, area, memory))
      progress.reach(seq)
      readiness.state = 'ready'
      const bounds = (await readCity(store.db, area))?.bounds ?? null
      void search.build(bounds)
      const onRows = (rows: LogRow[]): void => {
        search.apply(rows)
        memory.apply(rows)
        progress.reach(rows.at(-1)?.seq ?? 0)
        void snapshot.keep(onUnkept)
      }
      store.follow(area, seq, onRows, following.signal).catch(onBroken)
      void snapshot.keep(onUnkept)
    },
    async close() {
      readiness.state = 'stopping'
      following.abort()
      await merger.close()
      await archives.close()
    },
  }
}

/** Reads every layer from the store; the row of the log that the city is of then. */
async function loadAll(store: Store, area: string, memory: CityMemory): Promise<number> {
  const { seq } = await store.head(area)
  for (const { id } of memory.layers()) await memory.load(id, eachAsset(store, area, id), seq)
  return seq
}

async function* eachAsset(store: Store, area: string, layer: string): AsyncGenerator<Asset> {
  for await (const page of assetsOfLayer(store.db, area, layer)) yield* page
}

/** The log keeps whole states. */
const changedAssets = (store: Store, area: string, of: { after: number; upTo?: number; at: number }) =>
  statesBetween(store.db, { city: area, entity: 'asset', ...of }) as ReturnType<ReadChanged>

const figuresOf = (memory: CityMemory) => ({
  seq: memory.seq,
  // Weighed only for who asks.
  get pasts() {
    return memory.pasts
  },
  tileCache: memory.tileCache,
  layers: layersOf(memory).map(({ definition, count }) => ({ id: definition.id, count })),
})
