import { z } from 'zod'
import { CaseSource, CaseStatus } from './case.ts'
import { Clock, Limit } from './clock.ts'
import { CodeKind } from './code-registry.ts'
import { LngLat } from './geo.ts'
import { Text } from './layer.ts'
import { State } from './state.ts'

const count = z.number().int().nonnegative()
/** 0 … 100; null where there is nothing to divide by. */
const percent = z.number().min(0).max(100).nullable()

/** How old what a screen shows is (W5): the instant of the last thing heard of a source; `every_s`: how often it is due at least, null where
 *  it has no rhythm and grows stale never. */
export const SourceAge = z.object({
  asOf: z.string().nullable(),
  every_s: z.number().positive().nullable(),
  stale: z.boolean(),
})
export type SourceAge = z.infer<typeof SourceAge>

/** How a crew is: `stale` is on duty and not heard of for minutes. */
export const CrewState = z.enum(['free', 'working', 'stale', 'off'])
export type CrewState = z.infer<typeof CrewState>

/** Days until a thing is reached; null: not within a hundred years. */
const Days = z.object({ p10: z.number().nullable(), p50: z.number().nullable(), p90: z.number().nullable() })

/** A landfill's room and when it is used up (P10, S5). P10 is the early end: with one chance in ten it is full before. */
export const LandfillFigure = z.object({
  id: z.string(),
  name: z.string(),
  daysLeft: Days,
  /** The day of P50, YYYY-MM-DD in business time. */
  fullOn: z.string().nullable(),
  /** By the last survey. */
  remainingM3: z.number().nonnegative(),
  /** Remaining room at surveys, the oldest first. */
  curve: z.array(z.object({ at: z.string(), m3: z.number() })),
  /** Remaining room from the last survey on; p10 is the fast end. Empty where nothing is foreseen. */
  forecast: z.array(z.object({ at: z.string(), p10: z.number(), p50: z.number(), p90: z.number() })),
  /** The last survey; `daysLeft` counts from `at`. */
  asOf: z.string(),
  tonnesToday: z.number().nonnegative().nullable(),
  /** t/m³ */
  compaction: z.number().positive().nullable(),
  /** Of the well that is nearest to its warning level; negative above it. */
  leachateBelowWarningM: z.number().nullable(),
  /** Which of the methods of server/insight/landfill/forecast.ts it was reckoned with. */
  method: z.enum(['drift-of-surveys', 'weighed-input']).nullable(),
})
export type LandfillFigure = z.infer<typeof LandfillFigure>

/** Of lamps whose state is known; `percent` of them are lit. */
const lampCounts = { on: count, dark: count, unheard: count, percent }

/** All that the panels of a wall say, of what is the asker's. Nobody's name is in it (W14). Days, months and hours are of business time. */
export const WallFigures = z.object({
  at: z.string(),
  /** Last row of the log that it counts. */
  seq: count,
  sources: z.array(z.object({ source: CaseSource, hours: z.array(count).length(24), total: count })),
  received: z.object({ today: count, sameTimeYesterday: count }),
  /** Open cases; those whose clocks are blue, yellow, red, as a pulse of the stream counts them; of all the emergencies. */
  ...{ open: count, working: count, due: count, late: count, emergency: count },
  worstLateMinutes: z.number().nonnegative().nullable(),
  /** Not late yet, and due within two hours. */
  dueWithin2h: count,
  /** When one of these counts is another though nothing happens: a case warns, turns late, or is due within two hours. Null: never. */
  turnsAt: z.string().nullable(),
  closedToday: count,
  /** 按期结案率 of the cases due this month; null for who may not read evaluations. */
  onTime: z.object({ closed: count, of: count, percent }).nullable(),
  /** Of the cases filed this month; targets 70, 20, 10. */
  mix721: z.object({
    ...{ service: count, manage: count, enforce: count, total: count },
    percents: z.object({ service: percent, manage: percent, enforce: percent }),
  }),
  /** Responsibility grids, the busiest first. */
  areas: z.array(
    z.object({
      ...{ area: z.string(), name: z.string() },
      marks: z.array(State).max(24),
      ...{ open: count, closedThisMonth: count },
    }),
  ),
  /** Open cases by class, the most first: `matter:06010`. */
  classes: z.array(z.object({ class: z.string(), open: count, late: count, today: count })),
  /** 亮灯率: lamps that are not known to be dark, of all that answer. Target of main roads (STANDARDS). */
  lit: z.object({ on: count, of: count, percent, target: z.number() }).nullable(),
  dark: count,
  /** Lamps that do not answer: in no rate. */
  unheard: count,
  /** The same by class of road, in the order of the catalogue, and of the roads with a lamp that is dark or not heard of, the darkest first. */
  lamps: z.object({
    classes: z.array(z.object({ id: z.string(), name: Text, ...lampCounts })),
    roads: z.array(z.object({ road: z.string(), ...lampCounts })),
  }),
  /** Inlets that do not let the water in: of all drains, and of the roads with low places. Null without such a layer. */
  drains: z
    .object({
      ...{ clogged: count, dredgeDue: count },
      lowPlaces: z.array(z.object({ road: z.string(), inlets: count, clogged: count, dredgeDue: count })),
    })
    .nullable(),
  /** This month's rates of the formula set in force (STANDARDS 1.4), and its scores; null for who may not read evaluations. */
  rates: z
    .object({
      rates: z.array(
        z.object({
          ...{ id: z.string(), name: Text, better: z.enum(['more', 'less']) },
          ...{ numerator: count, denominator: count, percent },
          /** Of the span of the same length just before. */
          before: percent,
        }),
      ),
      scores: z.array(
        z.object({ id: z.string(), name: Text, value: z.number().nullable(), grade: z.string().nullable() }),
      ),
    })
    .nullable(),
  crews: z.object({
    ...{ onDuty: count, total: count, people: count },
    byState: z.array(z.object({ crewId: z.string(), name: z.string(), state: CrewState, load: count })),
  }),
  landfill: LandfillFigure.nullable(),
  lots: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), bays: count, occupied: count.nullable() },
      ...{ asOf: z.string(), stale: z.boolean() },
    }),
  ),
  repeats: z.array(
    z.object({
      ...{ place: z.string(), class: z.string(), location: LngLat },
      /** Whether `class` is the code of a component or of a matter: the digits alone may name both. Null where it is not known. */
      kind: CodeKind.nullable(),
      /** Days of the last 90 with a case, 0 the oldest and 89 today, ascending. */
      days: z.array(z.number().int().min(0).max(89)),
      count,
      /** 重点 */
      key: z.boolean(),
    }),
  ),
  /** Addresses of the two heats, of one span: what the public says minus what the bureau looked at. */
  minus: z.object({ complaints: z.string(), inspections: z.string(), days: z.number().int().positive() }),
  /** By source: `cases`, `positions`, or the id of a layer. */
  ages: z.record(z.string(), SourceAge),
})
export type WallFigures = z.infer<typeof WallFigures>

/** What a step of a case, or its clock alone, did: of these the ticker tells. */
export const WallEventKind = z.enum([
  ...(['received', 'filed', 'dispatched', 'taken', 'handled', 'reworked', 'closed', 'reopened'] as const),
  ...(['escalated', 'acknowledged', 'due', 'late'] as const),
])
export type WallEventKind = z.infer<typeof WallEventKind>

/** The last thing that happened to a case. */
export const WallEvent = z.object({
  /** Another for each event. */
  id: z.string(),
  /** Of a clock that ran out: then. */
  at: z.string(),
  what: WallEventKind,
  /** Of the case at `at`. */
  state: State,
  source: CaseSource,
  place: z.string(),
  problem: z.string(),
  crewId: z.string().nullable(),
  /** When the first of the running clocks is due. */
  dueAt: z.string().nullable(),
  /** From its receipt to `at`, for one that is closed. */
  tookMinutes: z.number().nonnegative().nullable(),
})
export type WallEvent = z.infer<typeof WallEvent>

/** The last events of the asker's cases, the newest first, one a case. */
export const WallEvents = z.object({ at: z.string(), seq: count, events: z.array(WallEvent) })
export type WallEvents = z.infer<typeof WallEvents>

export const PanelId = z.enum([
  ...(['intake', 'mix721', 'areas', 'landfill', 'lots', 'repeats', 'classes', 'lights', 'crews', 'minus'] as const),
  ...(['evaluation', 'rain'] as const),
])
export type PanelId = z.infer<typeof PanelId>

export const Camera = z.union([
  z.strictObject({
    centre: LngLat,
    zoom: z.number().min(0).max(22),
    bearing: z.number().min(-360).max(360).optional(),
    pitch: z.number().min(0).max(85).optional(),
  }),
  z.enum(['city', 'follow-late']),
])
export type Camera = z.infer<typeof Camera>

/** One picture of the wall's round. */
export const Scene = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  title: Text,
  seconds: z.number().int().min(5).max(3_600),
  camera: Camera,
  /** Ids of the catalogue's layers. */
  layers: z.array(z.string().min(1)).max(20),
  panels: z.strictObject({
    left: z.array(PanelId).max(4),
    right: z.array(PanelId).max(4),
    foot: z.enum(['ticker', 'none']),
  }),
  map: z.strictObject({
    heat: z.enum(['complaints', 'inspections', 'difference']).optional(),
    /** The last so many hours, one after another. */
    timeLapse: z.number().int().min(1).max(168).optional(),
    night: z.enum(['auto', 'night', 'day']),
  }),
})
export type Scene = z.infer<typeof Scene>

/** The round in its order. */
export const SceneSet = z.strictObject({
  scenes: z
    .array(Scene)
    .min(1)
    .max(30)
    .refine((scenes) => new Set(scenes.map(({ id }) => id)).size === scenes.length, {
      error: 'two scenes have one id',
    }),
})
export type SceneSet = z.infer<typeof SceneSet>

/** What somebody made a wall show: until an instant, or until somebody lets it go. */
export const SceneCall = z.strictObject({
  scene: z.string().min(1).max(41),
  calledAt: z.string(),
  until: z.string().nullable(),
})
export type SceneCall = z.infer<typeof SceneCall>

/** `version` goes up with each change; 0 are the scenes that came with the city. */
export const Scenes = z.object({
  scenes: z.array(Scene),
  version: count,
  own: z.boolean(),
  /** What the asking wall was made to show; null for anybody else, and where it goes its round. */
  remote: SceneCall.nullable(),
})
export type Scenes = z.infer<typeof Scenes>

/** A wall is made to show one scene: for `hold` seconds, else until let go; null lets it go. */
export const NewSceneCall = z.strictObject({
  scene: z.string().min(1).max(41).nullable(),
  hold: z.number().int().min(5).max(86_400).optional(),
})
export type NewSceneCall = z.infer<typeof NewSceneCall>

/** How often a wall tells of itself. */
export const REPORT_S = 15
/** Without a report for so long it is taken for dead, and without a newer pixel in its reports: N13 asks for 60 s, the server looks every 5, and
 *  a picture that froze is told up to 15 s later. A wall that is well changes a pixel at least every 20 s (its clock). */
export const SILENT_S = 50
export const FROZEN_S = 38

const words = (length: number) => z.string().max(length)

/** What a wall tells of itself. */
export const ScreenReport = z.strictObject({
  fps: z.number().min(0).max(1_000).nullable(),
  heapMB: z.number().min(0).max(1_000_000).nullable(),
  nodes: z.number().int().min(0).max(10_000_000),
  /** Since the last event of the stream. */
  dataAgeS: z.number().min(0).nullable(),
  lastPixelChangeAt: z.iso.datetime({ offset: true }),
  scene: words(41).nullable(),
  build: words(80),
  /** In CSS pixels. */
  size: z.tuple([z.number().int().min(0).max(100_000), z.number().int().min(0).max(100_000)]),
  /** Of a wall of several screens, as `1/3`. */
  part: z
    .string()
    .regex(/^\d{1,2}\/\d{1,2}$/)
    .nullable()
    .default(null),
})
export type ScreenReport = z.infer<typeof ScreenReport>

/** The last report of a wall, and what the server makes of it; `caseId`: the case that its last failure became. */
export const ScreenHealth = z.object({
  at: z.string(),
  report: ScreenReport,
  state: z.enum(['alive', 'silent', 'frozen']),
  caseId: z.string().nullable(),
})
export type ScreenHealth = z.infer<typeof ScreenHealth>

/** A wall as who may make it show a scene sees it. */
export const RemoteScreen = z.object({
  ...{ id: z.string(), name: z.string() },
  health: ScreenHealth.nullable(),
  /** What it was made to show; null where it goes its round. */
  remote: SceneCall.nullable(),
})
export type RemoteScreen = z.infer<typeof RemoteScreen>

/** All that a remote control needs: the walls that are let in, and the scenes of the round. */
export const WallRemote = z.object({ at: z.string(), screens: z.array(RemoteScreen), scenes: z.array(Scene) })
export type WallRemote = z.infer<typeof WallRemote>

/** A crew whose place was heard of so near an emergency is there; the ring about it on the map is as wide. */
export const THERE_METRES = 50

const instant = z.string().nullable()

/** What a wall says of an emergency beyond what the stream told (a LiveCase): nothing of who reported it, no photo, nobody's name (W14). */
export const WallEmergency = z.object({
  at: z.string(),
  ...{ id: z.string(), number: z.string(), status: CaseStatus },
  /** What it is of, in words; null for a code that is in no list. */
  className: Text.nullable(),
  /** Its thing, where one is known. */
  thing: z.object({ id: z.string(), name: z.string(), layer: z.string() }).nullable(),
  /** Name of the responsibility grid. */
  area: z.string().nullable(),
  /** When each step was done last; null: not yet. `arrived`: the crew's place was first heard of within THERE_METRES. */
  steps: z.object({
    ...{ received: z.string(), filed: instant, dispatched: instant, taken: instant, arrived: instant },
    ...{ handled: instant, verified: instant, closed: instant },
  }),
  /** What its filing condition asks for, in that order; empty before it is filed. `clock` null: not begun. */
  stages: z.array(z.object({ stage: z.string(), action: Text, limit: Limit, clock: Clock.nullable() })),
  /** Who has it; null where nobody was sent. */
  crew: z
    .object({
      ...{ id: z.string(), name: z.string() },
      /** Null where it is not known, for a crew off duty, and for who may not read positions; then there is no way either. */
      position: z.object({ at: z.string(), location: LngLat, stale: z.boolean() }).nullable(),
      /** From there to the emergency; null once it is there. `crow`: no road leads there, the line is straight and the minutes are about. */
      way: z
        .object({
          line: z.array(LngLat),
          ...{ metres: z.number().nonnegative(), minutes: z.number().nonnegative() },
          along: z.enum(['roads', 'crow']),
        })
        .nullable(),
    })
    .nullable(),
})
export type WallEmergency = z.infer<typeof WallEmergency>
