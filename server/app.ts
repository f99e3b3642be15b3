import type { Logger } from 'pino'
import { areaRoutes } from './areas/routes.ts'
import { assetRoutes } from './assets/routes.ts'
import { assetWriteRoutes } from './assets/write-routes.ts'
import { auditRoutes } from './audit/routes.ts'
import type { Archives } from './basemap/archives.ts'
import { basemapRoutes } from './basemap/routes.ts'
import { caseActionRoutes } from './cases/action-routes.ts'
import { circuitRoutes } from './cases/circuit-routes.ts'
import { deskRoutes } from './cases/desk-routes.ts'
import { type CaseParts, openCaseNeeds } from './cases/open-case-needs.ts'
import type { OpenDesk } from './cases/open-desk.ts'
import type { LoadedPlacement } from './cases/place/load-placement.ts'
import type { RepeatMemory } from './cases/place/repeat-memory.ts'
import { placementRoutes } from './cases/place-routes.ts'
import { caseRoutes } from './cases/routes.ts'
import type { UpkeepRules } from './catalogue/load-upkeep.ts'
import { censusRoutes } from './census/routes.ts'
import type { CityMemory } from './city/city.ts'
import { codeRoutes } from './codes/routes.ts'
import { complainantRoutes } from './complainants/routes.ts'
import type { CodeRegistry } from './contract/code-registry.ts'
import type { FormulaSet } from './contract/evaluation.ts'
import type { PhotoRule } from './contract/photo.ts'
import type { ServiceRules } from './contract/service-minutes.ts'
import type { SkillRule } from './contract/skill-rule.ts'
import type { SpotRules } from './contract/spot-rules.ts'
import type { Scene } from './contract/wall.ts'
import { coverageRoutes } from './coverage/routes.ts'
import type { CoverageWork } from './coverage/start-work.ts'
import type { StreetBook } from './coverage/street-book.ts'
import type { CrewPlaces } from './crews/crew-places.ts'
import { recommendationRoutes } from './crews/recommendation-routes.ts'
import { crewRoutes } from './crews/routes.ts'
import { trackRoutes } from './crews/track-routes.ts'
import type { CityRules } from './deadlines/open-rules.ts'
import { deadlineRoutes } from './deadlines/routes.ts'
import { ruleRoutes } from './deadlines/rule-routes.ts'
import { describeApi } from './docs/describe-api.ts'
import { docsRoutes } from './docs/routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { drainRoutes } from './drains/routes.ts'
import { fenceRoutes } from './geofences/routes.ts'
import { handoverRoutes } from './handovers/routes.ts'
import type { Metrics } from './health/metrics.ts'
import type { Readiness } from './health/readiness.ts'
import { healthRoutes } from './health/routes.ts'
import type { Version } from './health/version.ts'
import { alwaysAsk } from './http/always-ask.ts'
import { answerOtherMethods } from './http/answer-other-methods.ts'
import { answerError } from './http/answer-problem.ts'
import { type AskBook, followAsks } from './http/ask-book.ts'
import { askRoutes } from './http/ask-routes.ts'
import { compressAnswer } from './http/compress-answer.ts'
import type { SessionGate } from './http/gate.ts'
import { guardWrites } from './http/guard-writes.ts'
import { limitBody, limitTime, limitUrl } from './http/limits.ts'
import { newRoutes } from './http/new-routes.ts'
import type { Progress } from './http/progress.ts'
import { noSuchAddress } from './http/refusals.ts'
import { securityHeaders } from './http/security-headers.ts'
import { waitForSeq } from './http/wait-for-seq.ts'
import { waitUntilReady } from './http/wait-until-ready.ts'
import { watchRequests } from './http/watch-requests.ts'
import { webRoutes } from './http/web-routes.ts'
import type { EvaluationMemory } from './insight/evaluation/evaluation-memory.ts'
import { evaluationRoutes } from './insight/evaluation/routes.ts'
import { heatRoutes } from './insight/routes.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { landfillRoutes } from './landfills/routes.ts'
import { layerRoutes } from './layers/routes.ts'
import { tileRoutes } from './layers/tile-routes.ts'
import type { PatrolJobs } from './lighting/patrol-jobs.ts'
import { lightingRoutes } from './lighting/routes.ts'
import type { LiveFeed } from './live/live-feed.ts'
import { liveRoutes } from './live/routes.ts'
import { parkingRoutes } from './parking/routes.ts'
import { enterRoutes } from './people/enter-routes.ts'
import { meRoutes } from './people/me-routes.ts'
import { personSessionRoutes } from './people/person-session-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { sessionRoutes } from './people/session-routes.ts'
import { photoRoutes } from './photos/routes.ts'
import type { PlanJobs } from './plans/plan-jobs.ts'
import { planRoutes } from './plans/routes.ts'
import { readingRoutes } from './readings/routes.ts'
import { replacementRoutes } from './replacement/routes.ts'
import type { CityRoads } from './roads/city-roads.ts'
import { roadRoutes } from './roads/routes.ts'
import { screenRoutes } from './screens/routes.ts'
import type { CitySearch } from './search/open-search.ts'
import { searchRoutes } from './search/routes.ts'
import type { CityCells } from './spots/city-cells.ts'
import { spotRoutes } from './spots/routes.ts'
import type { Keys } from './store/seal.ts'
import type { Store } from './store/store.ts'
import type { KeptEvents } from './walls/kept-events.ts'
import type { KeptFigures } from './walls/kept-figures.ts'
import type { LandfillSurveys } from './walls/landfill-surveys.ts'
import { sceneCallRoutes, wallRoutes } from './walls/routes.ts'
import { manifestRoutes } from './waste/routes.ts'

/** All that the routes work on, opened by whoever starts the server. */
export interface Needs {
  /** 6-digit area code of the city that is shown. */
  area: string
  store: Pick<Store, 'db' | 'head' | 'transaction' | 'verify'>
  memory: CityMemory
  /** How far memory and search are along the log. */
  progress: Progress
  codes: CodeRegistry
  /** Deadlines, hours and holidays as they stand. */
  rules: CityRules
  archives: Archives
  search: CitySearch
  evaluation: EvaluationMemory
  desk: OpenDesk
  places: CrewPlaces
  formulas: readonly FormulaSet[]
  live: LiveFeed
  readiness: Readiness
  metrics: Metrics
  version: Version
  log: Logger
  now: () => Date
  /** Folder of the built web pages. */
  webDir: string
  mapApproval: string | undefined
  publicUrl: string | undefined
  /** How a case finds its place, and who answers for what. */
  placement: LoadedPlacement
  /** Where the same came again. */
  repeats: RepeatMemory
  /** Of personal data at rest. */
  keys: Keys
  photoRule: PhotoRule
  /** What a case must know of a crew that it is given to; undefined for no crew. */
  crewOf: CaseParts['crewOf']
  /** The city's roads, driven. */
  roads: CityRoads
  /** How long handling takes where the log does not tell. */
  serviceRules: ServiceRules
  /** Plans that are being made. */
  jobs: PlanJobs
  /** What lamps, drains, the landfill, yards and old things are measured by. */
  upkeep: UpkeepRules
  /** Night patrols that are being laid out. */
  patrols: PatrolJobs
  /** What landfills were surveyed to hold. */
  surveys: LandfillSurveys
  /** The streets laid out to be looked over, and what threads look for along them. */
  streets: StreetBook
  work: CoverageWork
  /** What each class of problem asks of a crew. */
  skills: readonly SkillRule[]
  /** What counts as a patrol, a silence, a hot spot. */
  spotRules: SpotRules
  /** The city cut into cells. */
  cells: CityCells
  /** All that walls say. */
  figures: KeptFigures
  /** The last that happened. */
  events: KeptEvents
  /** What they show in turn, as it came with the city. */
  scenes: readonly Scene[]
  /** Knows who asks. */
  gate: SessionGate
  /** What a machine must send to change things; absent: nothing is changed. */
  writeKey: string | undefined
}

/** The route table: what is at which address, and what every request passes through. */
export function createApp(needs: Needs) {
  const walls = { ...needs, shipped: needs.scenes, layers: needs.memory.layers() }
  const asks: AskBook = new Map()
  const app = newRoutes()
  const answer = answerError(needs.log)
  app.onError(answer)
  app.notFound((c) => answer(noSuchAddress(c.req.path), c))

  app.use(securityHeaders)
  app.use(watchRequests(needs.log, needs.metrics.observe))
  app.use(answerOtherMethods(app, answer))
  app.use(compressAnswer)
  app.use(limitUrl, limitBody, limitTime)
  app.use(guardWrites(needs.gate))
  app.use('/api/*', alwaysAsk, waitUntilReady(needs.readiness), waitForSeq(needs.progress), followAsks(asks))
  app.use('/tiles/*', waitUntilReady(needs.readiness), waitForSeq(needs.progress))

  return app
    .route('/', healthRoutes(needs)) //                  /healthz /readyz /metrics /version
    .route('/api/city', areaRoutes(needs))
    .route('/api/layers', layerRoutes(needs)) //         list, one, features, counts, nearest
    .route('/api/assets', assetRoutes(needs)) //         one, history
    .route('/api/assets', assetWriteRoutes(needs)) //    add, change, remove one
    .route('/api/cases', caseRoutes(needs)) //           list, one, its timeline
    .route('/api/cases', caseActionRoutes({ ...needs, needs: openCaseNeeds(needs) })) // receive, act, act on many, undo
    .route('/api/desk', deskRoutes(needs)) //            every open case at once
    .route('/api/circuits', circuitRoutes({ ...needs, needs: openCaseNeeds(needs) })) // join lamps' cases, split
    .route('/api/placement', placementRoutes(needs)) //  of a report: all, assets, duplicates; repeats, circuits, units
    .route('/api/cases', recommendationRoutes(needs)) // which crews fit it, and why the others do not
    .route('/api/cases', complainantRoutes(needs)) //    who reported: masked, revealed
    .route('/api', photoRoutes({ ...needs, rule: needs.photoRule })) // add to a case; show, redact, original
    .route('/api/inspections', inspectionRoutes(needs)) // list, one
    .route('/api/heat', heatRoutes(needs)) //            complaints, inspections
    .route('/api/crews', trackRoutes(needs)) //          all positions, tracks of a day; ahead of /{id}
    .route('/api/crews', crewRoutes(needs)) //           list, one, duty, where they are
    .route('/api/plans', planRoutes({ ...needs, cases: openCaseNeeds(needs) })) // plan the day, what will be late, what if
    .route('/api/lighting', lightingRoutes({ ...needs, rules: needs.upkeep.lighting })) // lit rate, when lamps burn, night patrols
    .route('/api/drains', drainRoutes({ ...needs, rules: needs.upkeep.drains })) // dredging, what to clean ahead of rain
    .route('/api/replacement', replacementRoutes({ ...needs, rules: needs.upkeep.replacement })) // what is old and fails
    .route('/api/truck-parking', parkingRoutes({ ...needs, rules: needs.upkeep.parking })) // bays against trucks at night, the checklist of yards
    .route('/api/waste-manifests', manifestRoutes(needs)) // loads of construction waste, and what is missing of them
    .route('/api/census', censusRoutes({ ...needs, rules: needs.upkeep.census })) // duplicates, outside of grids, what is missing
    .route('/api/landfills', landfillRoutes(needs)) //   when they are full, what if, volumes of surveys
    .route('/api/readings', readingRoutes({ ...needs, alarms: needs.upkeep.alarms, cases: openCaseNeeds(needs) })) // what gateways measure
    .route('/api/roads', roadRoutes(needs)) //           the quickest way
    .route('/api/geofences', fenceRoutes(needs)) //      list, draw, change, who crossed them
    .route('/api/handovers', handoverRoutes(needs)) //   list, open, change, sign
    .route('/api/evaluation', evaluationRoutes(needs)) // rates, mix, the cases behind a number
    .route('/api/spots', spotRoutes(needs)) //           density, unseen, patrol debt, silence, hot, recurrence, periods
    .route('/api/coverage', coverageRoutes(needs)) //    rules, what is missing where, new sites
    .route('/api/drafts', draftRoutes(needs)) //         planners' sketches, and what they would change
    .route('/api/rules', ruleRoutes(needs)) //           conditions, limits of the posts, hours, calendars
    .route('/api/deadlines', deadlineRoutes(needs)) //   try a rule
    .route('/api/search', searchRoutes(needs))
    .route('/api/session', sessionRoutes(needs)) //      sign in, sign out
    .route('/api/me', meRoutes(needs)) //                who asks; password, second factor, sessions
    .route('/api/people', peopleRoutes(needs)) //        list, one, add, change, one-time link
    .route('/api/people', personSessionRoutes(needs)) // where they are signed in; sign them out
    .route('/api/screens', screenRoutes(needs)) //       pair, list, revoke, faults
    .route('/api/screens', sceneCallRoutes(walls)) //    make one show a scene
    .route('/api/wall', wallRoutes(walls)) //            figures, events, emergencies, scenes, remote, reports
    .route('/api/audit', auditRoutes(needs)) //          the log looked over: rows, one with its change, the chain
    .route('/enter', enterRoutes(needs)) //              one-time links
    .route('/api/codes', codeRoutes(needs))
    .route('/api/asks', askRoutes({ ...needs, asks })) // how far an answer is
    .route('/api/live', liveRoutes(needs)) //            the stream to the screens
    .route('/tiles', basemapRoutes(needs)) //            basemap and relief
    .route('/tiles', tileRoutes(needs)) //               every layer: TileJSON and MVT
    .route('/docs', docsRoutes())
    .get('/openapi.json', (c) => c.json(describeApi(app, needs.version.version)))
    .route('/', webRoutes(needs)) //                     the built pages, last
}

export type App = ReturnType<typeof createApp>
