import { join } from 'node:path'
import type { Logger } from 'pino'
import { type App, createApp, type Needs } from './app.ts'
import { pagesOfLayer } from './assets/asset-page-store.ts'
import { openArchives } from './basemap/archives.ts'
import { type CaseParts, openCaseNeeds } from './cases/open-case-needs.ts'
import { OpenDesk } from './cases/open-desk.ts'
import { RepeatMemory } from './cases/place/repeat-memory.ts'
import { type CityMemory, openCity } from './city/city.ts'
import type { ReadChanged } from './city/keep-pasts.ts'
import { MergeThread } from './city/merge-thread.ts'
import { complainantRetention } from './complainants/complainant-retention.ts'
import type { Crew } from './contract/crew.ts'
import type { LogRow } from './contract/log.ts'
import type { Subject } from './contract/permission.ts'
import { openCoverageWork } from './coverage/start-work.ts'
import { StreetBook } from './coverage/street-book.ts'
import { CrewPlaces } from './crews/crew-places.ts'
import { crewFacts } from './crews/crew-store.ts'
import { positionRetention } from './crews/position-retention.ts'
import { type CityRules, openRules } from './deadlines/open-rules.ts'
import { makeMetrics } from './health/metrics.ts'
import type { Readiness } from './health/readiness.ts'
import { readVersion } from './health/version.ts'
import { openGate } from './http/gate.ts'
import { inSlices } from './http/in-slices.ts'
import { makeProgress } from './http/progress.ts'
import { openSnapshot } from './keep-snapshot.ts'
import { layersOf } from './layers/layers-of.ts'
import { plainTileRoutes } from './layers/plain-tile-routes.ts'
import { PatrolJobs } from './lighting/patrol-jobs.ts'
import { LiveFeed } from './live/live-feed.ts'
import type { LiveLimits } from './live/live-limits.ts'
import { liveMetrics } from './live/live-metrics.ts'
import { warmLights } from './live/open-lights.ts'
import { readOpenCases } from './live/read-picture.ts'
import { loadData } from './load-data.ts'
import { openEvaluation } from './open-evaluation.ts'
import { knownSessions } from './people/known-sessions.ts'
import { sealAuthenticators } from './people/seal-authenticators.ts'
import { originalRetention } from './photos/original-retention.ts'
import { PlanJobs } from './plans/plan-jobs.ts'
import { keepRetentions } from './retention/keep-retentions.ts'
import { runRetentions } from './retention/run-retentions.ts'
import { CityRoads } from './roads/city-roads.ts'
import { DATA, ROOT } from './root.ts'
import { type CitySearch, openSearch } from './search/open-search.ts'
import type { Served } from './serve.ts'
import type { Settings } from './settings.ts'
import { CityCells } from './spots/city-cells.ts'
import { listCities, NO_AREA, readCity } from './store/describe-city.ts'
import { checkKeys, openKeys } from './store/open-keys.ts'
import { reseal } from './store/reseal.ts'
import { statesBetween } from './store/states-between.ts'
import type { Store } from './store/store.ts'
import { keepWatch } from './walls/keep-watch.ts'
import { KeptEvents } from './walls/kept-events.ts'
import { KeptFigures } from './walls/kept-figures.ts'
import { WallMemory } from './walls/wall-memory.ts'

/** None of it names a person. */
const GUESTS_READ: Record<Settings['guests'], readonly Subject[]> = {
  none: [],
  map: ['map', 'case', 'inspection', 'crew'],
}

export interface ServerNeeds {
  settings: Settings
  store: Store
  log: Logger
  now: () => Date
  /** The crews, where they come from elsewhere. */
  crewOf?: CaseParts['crewOf']
  /** Called once when the city can no longer be kept up to date; the process should end. */
  onBroken: (error: unknown) => void
  webDir?: string
  dataDir?: string
  liveLimits?: Partial<LiveLimits>
  /** The city, where it is made elsewhere and not read from the store. */
  memory?: CityMemory
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
  rules: CityRules
  live: LiveFeed
  /** What the verbs of cases, crews and photos work with. */
  parts: Pick<Needs, 'codes' | 'placement' | 'keys' | 'photoRule' | 'places' | 'crewOf' | 'roads' | 'skills'>
  /** Ends the streams, which would else be waited for. */
  onStop: () => void
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

/** Opens everything around a store. Throws WhichCity, BadDataKey, or DataError when the catalogue is at fault. */
export async function openServer({
  settings,
  store,
  log,
  now,
  onBroken,
  liveLimits = {},
  crewOf,
  memory: made,
  ...folders
}: ServerNeeds): Promise<OpenServer> {
  const dataDir = folders.dataDir ?? DATA
  const area = await areaOf(store, settings.city)
  const {
    codes,
    placement,
    photoRule,
    skills,
    speeds,
    serviceRules,
    spotRules,
    formulas,
    layers,
    feeds,
    scenes,
    upkeep,
    ...data
  } = await loadData(dataDir, settings.dataDir, area)
  const rules = openRules(data.rules, area)
  const keys = openKeys(settings, (file) =>
    log.info(
      { file },
      'made a key for personal data: keep a copy apart from the backups, and set DATA_KEY to it for several nodes',
    ),
  )
  await checkKeys(store.db, area, keys)
  const sealed = await sealAuthenticators(store, area, keys)
  if (sealed) log.info({ people: sealed }, 'sealed the secrets of second factors, which stood in clear')
  const retentions = [
    complainantRetention(settings.retentionDays.complainants),
    originalRetention(settings.retentionDays.originals),
    positionRetention(settings.retentionDays.positions),
  ]
  const rated = openEvaluation(store, area)
  const desk = new OpenDesk(now)
  const merger = new MergeThread()
  const memory = made ?? openCity(layers, { merger, readChanged: (of) => changedAssets(store, area, of) })
  const archives = openArchives(settings.dataDir, settings.basemap)
  // A server that stops closes the base map under a build that is going on.
  const onFault = (error: unknown) => {
    if (readiness.state !== 'stopping') log.error({ err: error }, 'the search index was not built')
  }
  const search = openSearch({ memory, archives, onFault })
  const snapshot = openSnapshot({ dataDir: settings.dataDir, area, memory, store })
  const onUnkept = (error: unknown) => log.warn({ err: error }, 'the snapshot of the city was not kept')
  const readiness: Readiness = { state: 'starting' }
  const progress = makeProgress()
  const metrics = makeMetrics(() => figuresOf(memory))
  const onUntouched = (error: unknown) => log.warn({ err: error }, 'the last request of a session was not put down')
  const sessions = knownSessions({ area, store, now, onFault: onUntouched })
  const way = { publicUrl: settings.publicUrl, insecure: settings.insecureSignIn }
  const gate = openGate(sessions, way, GUESTS_READ[settings.guests])
  const live = new LiveFeed({
    area,
    store,
    memory,
    now,
    stillIn: gate.stillIn,
    limits: liveLimits,
    openNow: () => desk.all(),
  })
  liveMetrics(metrics.registry, live)
  const places = new CrewPlaces(({ crewId, position: { at, location, headingDeg, speedKmh } }, crew) =>
    live.pass({ crewId, at, location, headingDeg, speedKmh }, crew),
  )
  const roads = new CityRoads(memory, speeds, inSlices)
  const jobs = new PlanJobs()
  const work = openCoverageWork()
  const streets = new StreetBook(memory)
  const cells = new CityCells(memory)
  const patrols = new PatrolJobs()
  const parts = { codes, placement, keys, photoRule, places, crewOf: crewOf ?? crewFacts, roads, skills }
  const repeats = new RepeatMemory({ memory, rules: placement.rules, city: area, db: store.db })
  const { evaluation } = rated
  const wall = new WallMemory({ area, memory, evaluation, repeats, feeds, now })
  const figures = new KeptFigures({ area, now, memory, evaluation, desk, places, wall, formulas })
  const events = new KeptEvents({ desk, steps: wall.steps, now })
  const app = createApp({
    ...{ area, store, memory, codes, rules, archives, search, live, readiness, progress, metrics, log, now },
    version: readVersion(ROOT, now().toISOString()),
    webDir: folders.webDir ?? join(ROOT, 'web/dist'),
    mapApproval: settings.mapApproval,
    publicUrl: settings.publicUrl,
    writeKey: settings.writeKey,
    ...{
      evaluation,
      desk,
      formulas,
      serviceRules,
      spotRules,
      cells,
      jobs,
      streets,
      work,
      gate,
      repeats,
      figures,
      events,
      scenes,
    },
    ...{ upkeep, patrols, surveys: wall.surveys },
    ...parts,
  })
  const following = new AbortController()
  const onUnseen = (error: unknown) => log.warn({ err: error }, 'the places of crews were not read')
  let endLooking: () => void = () => undefined
  let endRetentions: () => Promise<void> = () => Promise.resolve()
  let endWatch: () => Promise<void> = () => Promise.resolve()
  const watchNeeds = () => ({
    ...{ area, store, now, quiet: settings.screenQuietHours, sinceMs: now().getTime() },
    cases: openCaseNeeds({ ...parts, area, store, memory, rules, now }),
  })
  const onUnsealed = (error: unknown) => log.error({ err: error }, 'not all under an earlier key was sealed anew')
  const nightly = async () => {
    await reseal(store, area, keys).catch(onUnsealed)
    return runRetentions({ area, store, now }, retentions)
  }
  return {
    ...{ app, area, memory, search, rules, live, parts, readiness },
    onStop: () => void live.stop(),
    fetch: app.fetch,
    atOnce: plainTileRoutes({ memory, readiness, metrics, log, gate }),
    async load() {
      const seq = (await snapshot.restore()) ?? (await loadAll(store, area, memory))
      await rules.load(store.db)
      await rated.load()
      desk.load(await readOpenCases({ area, store }))
      await warmLights(desk.all(), now().getTime())
      await places.load(store.db, area)
      await wall.load(store.db)
      progress.reach(seq)
      live.beginAt(seq)
      readiness.state = 'ready'
      const bounds = (await readCity(store.db, area))?.bounds ?? null
      // One after the other, the one that a planner's first move waits for before the others.
      void streets.prepare().then(() => {
        if (readiness.state === 'stopping') return
        void search.build(bounds)
        roads.prepare()
        cells.prepare()
      })
      const onRows = (rows: LogRow[]): void => {
        rules.apply(rows)
        search.apply(rows)
        memory.apply(rows)
        roads.take(rows)
        rated.take(rows)
        repeats.take(rows)
        desk.apply(rows)
        wall.take(rows)
        for (const { entity, after } of rows) if (entity === 'crew') places.know(after as Crew)
        progress.reach(rows.at(-1)?.seq ?? 0)
        if (rows.some(({ entity }) => entity === 'person' || entity === 'screen')) gate.forget()
        if (rows.some(({ kind }) => kind === 'person-changed')) live.renew()
        live.take(rows)
        void snapshot.keep(onUnkept)
      }
      store.follow(area, seq, onRows, following.signal).catch(onBroken)
      void snapshot.keep(onUnkept)
      endLooking = places.lookElsewhere(store, { area, now, onFault: onUnseen })
      endRetentions = keepRetentions(nightly, log)
      endWatch = keepWatch(watchNeeds(), (error) => log.warn({ err: error }, 'the walls were not looked at'))
    },
    async close() {
      readiness.state = 'stopping'
      following.abort()
      endLooking()
      await endRetentions()
      await endWatch()
      await live.stop()
      jobs.close()
      work.close()
      patrols.close()
      await merger.close()
      await archives.close()
    },
  }
}

/** Reads every layer from the store; the row of the log that the city is of then. */
async function loadAll(store: Store, area: string, memory: CityMemory): Promise<number> {
  const { seq } = await store.head(area)
  for (const { id } of memory.layers()) await memory.loadPages(id, pagesOfLayer(store, area, id), seq)
  return seq
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
