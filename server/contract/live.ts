import { z } from 'zod'
import { Case, CaseStatus } from './case.ts'
import { LngLat } from './geo.ts'
import { Crossing } from './geofence.ts'
import { Inspection } from './inspection.ts'
import type { Subject } from './permission.ts'
import { State } from './state.ts'

/** What a screen can listen to. `alarms`: of the cases only the emergencies. */
export const Topic = z.enum([
  'city',
  'assets',
  'cases',
  'alarms',
  'inspections',
  'crews',
  'positions',
  'geofences',
  'handovers',
  'screens',
  'rules',
])
export type Topic = z.infer<typeof Topic>

/** The right that a topic asks for. */
export const SUBJECT_OF: Record<Topic, Subject> = {
  ...{ city: 'map', assets: 'map', cases: 'case', alarms: 'case', inspections: 'inspection' },
  ...{
    crews: 'crew',
    positions: 'position',
    geofences: 'geofence',
    handovers: 'handover',
    screens: 'screen',
    rules: 'rule',
  },
}

/** A case as a stream tells it: nothing of the reporters and none of the photos, only how many; no member of the staff by name. What a newer
 *  server adds is left out, not refused. */
export const LiveCase = z.object({
  ...Case.pick({
    ...{ id: true, number: true, kind: true, code: true, source: true, problem: true, address: true, location: true },
    ...{ unitGrid: true, assetId: true, status: true, receivedAt: true, closedAt: true, outcome: true, quantity: true },
    ...{ urgency: true, acknowledgedAt: true, method: true, responsibilityGrid: true, road: true, owner: true },
    ...{ clocks: true, crewId: true, contractor: true, mergedInto: true, parentId: true, repeats: true, reworks: true },
    sendBacks: true,
  }).shape,
  reports: z.number().int(),
  photos: z.number().int(),
  /** What is asked for and not yet answered. */
  request: z.enum(['extension', 'suspension', 'void']).nullable(),
})
export type LiveCase = z.infer<typeof LiveCase>

/** A thing as a stream tells it; its fields are in its tile and its card. */
export const LiveAsset = z.object({
  layer: z.string(),
  name: z.string(),
  status: z.string(),
  code: z.string(),
  /** Its place, for a point. */
  location: LngLat.nullable(),
})
export type LiveAsset = z.infer<typeof LiveAsset>

const LiveInspection = z.object(
  Inspection.pick({ id: true, kind: true, venueId: true, address: true, location: true, unitGrid: true, at: true })
    .shape,
)

/** A crew that came into a fence or left it: heard by who may know where that crew is. */
const LiveCrossing = z.object(
  Crossing.pick({ fenceId: true, crewId: true, inside: true, at: true, leftBy: true }).shape,
)

const fact = { seq: z.number().int().positive(), at: z.string(), kind: z.string(), entityId: z.string() }

/** A row of the log that the listener may see. */
export const LiveChange = z.discriminatedUnion('entity', [
  z.object({ ...fact, entity: z.literal('case'), was: CaseStatus.nullable(), state: LiveCase }),
  z.object({ ...fact, entity: z.literal('asset'), state: LiveAsset.nullable() }),
  z.object({ ...fact, entity: z.literal('inspection'), state: LiveInspection }),
  z.object({ ...fact, entity: z.literal('crossing'), state: LiveCrossing }),
  // Of these only that they changed: what they are now is asked for where it is wanted.
  z.object({ ...fact, entity: z.enum(['city', 'import', 'crew', 'screen', 'rule', 'geofence', 'handover', 'scene']) }),
])
export type LiveChange = z.infer<typeof LiveChange>

/** A case that the listener saw has gone to others. */
export const LiveGone = z.object({
  seq: fact.seq,
  at: z.string(),
  entity: z.literal('case'),
  entityId: z.string(),
  was: CaseStatus,
})
export type LiveGone = z.infer<typeof LiveGone>

/** Cases that are not ended, as far as the listener may see them. */
export const OpenCases = z.object({
  open: z.number().int(),
  statuses: z.partialRecord(CaseStatus, z.number().int()),
  /** By the light of the clock that is worst off, at the picture's `at`: lights change with time alone, and each pulse
   *  counts them anew. */
  lights: z.partialRecord(State, z.number().int()),
})

/** What there is, when a stream begins: every change with a greater `seq` follows. A part stands there where its topic is listened to. */
export const LivePicture = z.object({
  seq: z.number().int().nonnegative(),
  /** When it was taken, by the server's clock. */
  at: z.string(),
  topics: z.array(z.string()),
  assets: z
    .object({ layers: z.record(z.string(), z.object({ version: z.string(), count: z.number().int() })) })
    .optional(),
  cases: OpenCases.optional(),
  /** Open emergencies, the newest first, at most 100. */
  emergencies: z.array(LiveCase).optional(),
})
export type LivePicture = z.infer<typeof LivePicture>

/** A place of a crew on duty: it passes, is in no log and is not told again. */
export const LivePosition = z.object({
  ...{ crewId: z.string(), at: z.string(), location: LngLat },
  /** Degrees clockwise from north, and km/h, where the phone says so. */
  headingDeg: z.number().nullable().optional(),
  speedKmh: z.number().nullable().optional(),
})
export type LivePosition = z.infer<typeof LivePosition>

/** The server lives, and the listener has heard all up to `seq`. */
export const LivePulse = z.object({
  seq: z.number().int().nonnegative(),
  at: z.string(),
  /** Of OpenCases, counted anew at `at`; where cases are listened to. */
  lights: OpenCases.shape.lights.optional(),
})
export type LivePulse = z.infer<typeof LivePulse>

/** What was missed is not told: it was too much (`too-old`, `flood`), or it is of another log (`ahead`). Read anew what is shown; a stream
 *  opened without `since` begins with a picture. */
export const LiveResync = z.object({
  seq: z.number().int().nonnegative(),
  why: z.enum(['too-old', 'ahead', 'flood']),
})
export type LiveResync = z.infer<typeof LiveResync>

/** The events of the stream by name. All but `position` carry `id: seq`. */
export const LIVE_EVENTS = {
  picture: LivePicture,
  change: LiveChange,
  gone: LiveGone,
  position: LivePosition,
  pulse: LivePulse,
  resync: LiveResync,
} as const
export type LiveEvent = keyof typeof LIVE_EVENTS

/** An event as a screen reads it. */
export type LiveMessage = { [Name in LiveEvent]: { event: Name; data: z.infer<(typeof LIVE_EVENTS)[Name]> } }[LiveEvent]

/** Between two pulses; a listener that hears none for more than twice as long has lost the server. */
export const PULSE_MS = 15_000
