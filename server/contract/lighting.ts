import { z } from 'zod'
import { Bbox, LngLat } from './geo.ts'
import { Text } from './layer.ts'

const percent = z.number().min(0).max(100)
const RoadClass = z.string().min(1)

/** 亮灯率 as one place prescribes it: data/rules/lighting.json. */
export const LitRule = z.strictObject({
  id: z.string().min(1),
  place: Text,
  rates: z.array(
    z.strictObject({
      classes: z.array(RoadClass).min(1),
      /** Of all roads of these classes together. */
      percent,
      /** Of any one of them; null: the rule names none, and each is held to the rate of all. */
      roadPercent: percent.nullable(),
    }),
  ),
  /** So many dark lamps at most on a road of so many lamps; a road of more is held to the rate alone. */
  darkCaps: z.array(z.strictObject({ from: z.int().min(0), to: z.int().min(1), most: z.int().min(0) })),
  source: z.string().min(1),
  edition: z.string().min(1),
  verified: z.enum(['V', 'U']),
  note: Text.optional(),
})
export type LitRule = z.infer<typeof LitRule>

export const LightingRules = z.strictObject({
  rules: z.array(LitRule).min(1),
  /** The rule that holds when none is asked for. */
  standard: z.string().min(1),
  /** A lamp so near to a stop of the night patrol was seen. */
  patrolMetres: z.number().positive(),
  /** So large a part of a road's lamps must have been seen for the road to be known. */
  patrolShare: z.number().min(0).max(1),
  /** What a lamp takes beside its own watts (a ballast, a driver), and whether its light can be turned down. */
  lampTypes: z.record(
    z.string(),
    z.strictObject({ name: Text, powerTimes: z.number().min(1).max(2), dimmable: z.boolean() }),
  ),
  tariffYuanPerKwh: z.number().positive(),
  /** Where the figures that are not of a rule come from. */
  source: z.string().min(1),
})
export type LightingRules = z.infer<typeof LightingRules>

/** `unknown`: nobody went there last night, or no lamp of it is heard of. */
export const LitVerdict = z.enum(['pass', 'fail', 'unknown'])
export type LitVerdict = z.infer<typeof LitVerdict>

export const LitRoad = z.object({
  /** The road's name, as its lamps have it. */
  road: z.string(),
  roadClass: z.string(),
  /** The roads of this name in the layer `roads`. */
  roadIds: z.array(z.string()),
  bbox: Bbox,
  lamps: z.int(),
  lit: z.int(),
  dark: z.int(),
  /** They do not answer, and are in no rate. */
  unheard: z.int(),
  percent: percent.nullable(),
  leastPercent: percent.nullable(),
  /** Null: the rule has none for so many lamps. */
  mostDark: z.int().nullable(),
  verdict: LitVerdict,
  /** What the statuses say, seen last night or not. */
  standing: LitVerdict,
  reasons: z.array(z.enum(['rate', 'dark-cap', 'not-patrolled', 'no-answer', 'no-rule'])),
  /** Lamps that the night patrol passed. */
  seen: z.int(),
})
export type LitRoad = z.infer<typeof LitRoad>

export const DarkLamp = z.object({
  id: z.string(),
  name: z.string(),
  road: z.string(),
  roadClass: z.string(),
  circuit: z.string().nullable(),
  status: z.string(),
  location: LngLat,
  /** Since when it has this status. */
  since: z.string(),
  /** The open case of it, and when its repair is due; null until it is filed. */
  case: z.object({ id: z.string(), number: z.string(), status: z.string(), dueAt: z.string().nullable() }).nullable(),
})
export type DarkLamp = z.infer<typeof DarkLamp>

export const LitClass = z.object({
  classes: z.array(z.string()),
  lamps: z.int(),
  lit: z.int(),
  dark: z.int(),
  percent: percent.nullable(),
  leastPercent: percent,
  verdict: LitVerdict,
})
export type LitClass = z.infer<typeof LitClass>

export const LitRate = z.object({
  rule: LitRule,
  /** The night that was looked at: from dusk to dawn. */
  night: z.object({ from: z.string(), to: z.string(), stops: z.int() }),
  classes: z.array(LitClass),
  /** The worst first: fail, unknown, pass; by dark lamps. */
  roads: z.array(LitRoad),
  dark: z.array(DarkLamp),
})
export type LitRate = z.infer<typeof LitRate>

const minutes = z.number().min(-120).max(120)
/** Minutes behind sunset and sunrise; less than 0 is before. */
export const SwitchOffsets = z.strictObject({ onMinutes: minutes.default(0), offMinutes: minutes.default(0) })
export type SwitchOffsets = z.infer<typeof SwitchOffsets>

/** One night, by the date of its evening. */
export const LightingNight = z.object({
  date: z.string(),
  /** Null: the sun does not set or rise that day. */
  sunset: z.string().nullable(),
  /** Of the next morning. */
  sunrise: z.string().nullable(),
  /** Null: the lamps stay off, as the sun stays up. */
  on: z.string().nullable(),
  off: z.string().nullable(),
  hours: z.number(),
})
export type LightingNight = z.infer<typeof LightingNight>

export const LightingYear = z.object({
  year: z.int(),
  at: LngLat,
  offsets: SwitchOffsets,
  nights: z.array(LightingNight),
  hours: z.number(),
})
export type LightingYear = z.infer<typeof LightingYear>

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'give a time of day as 23:30' })
export const LightingSpan = z.int().min(1950).max(2099)

/** 后半夜调光: what is turned down, when, and to how much. */
export const DimmingAsked = z.strictObject({
  year: LightingSpan.optional(),
  offsets: SwitchOffsets.prefault({}),
  from: clock,
  to: clock,
  /** Of the full power. */
  percent: z.number().min(0).max(100),
  /** Absent: on all. */
  roadClasses: z.array(RoadClass).min(1).max(10).optional(),
  /** Absent: those whose light can be turned down by the rules. */
  lampTypes: z.array(z.string().max(40)).min(1).max(10).optional(),
  /** Absent: the assumed one of the rules. */
  tariffYuanPerKwh: z.number().positive().max(20).optional(),
})
export type DimmingAsked = z.infer<typeof DimmingAsked>

export const DimmingShare = z.object({
  lampType: z.string(),
  lamps: z.int(),
  /** Their power is in no file: they are in no sum. */
  unknownPower: z.int(),
  /** Those that the plan turns down. */
  dimmed: z.int(),
  kw: z.number(),
  kwh: z.number(),
  savedKwh: z.number(),
})
export type DimmingShare = z.infer<typeof DimmingShare>

export const DimmingSaving = z.object({
  year: z.int(),
  /** In the year: the lamps burn, and of that turned down. */
  hours: z.number(),
  dimmedHours: z.number(),
  byType: z.array(DimmingShare),
  kwh: z.number(),
  savedKwh: z.number(),
  savedYuan: z.number(),
  tariffYuanPerKwh: z.number(),
  /** Nobody gave the tariff: it is an assumption. */
  tariffAssumed: z.boolean(),
  source: z.string(),
})
export type DimmingSaving = z.infer<typeof DimmingSaving>

/** A night patrol: every stretch of road that carries a lamp to be looked at, from joint to joint. */
export const PatrolAsked = z.strictObject({
  vehicle: z.enum(['foot', 'car']).default('car'),
  /** `unseen`: of the roads that nobody went to last night. */
  of: z.enum(['all', 'unseen', 'dark']).default('all'),
  /** Names of roads; absent: all. */
  roads: z.array(z.string().min(1).max(80)).min(1).max(500).optional(),
  /** Where it begins and ends; absent: anywhere on the way. */
  start: LngLat.optional(),
})
export type PatrolAsked = z.infer<typeof PatrolAsked>

export const PatrolRoute = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  asked: PatrolAsked,
  lamps: z.int(),
  /** Too far from any road to be passed. */
  offRoad: z.int(),
  /** 0 … 1 of the work; of one that is over, where it stood. */
  progress: z.number().min(0).max(1),
  fault: z.string().nullable(),
  route: z
    .object({
      metres: z.number(),
      minutes: z.number(),
      /** Stretches that must be gone, once each. */
      requiredMetres: z.number(),
      /** No round can be shorter. */
      boundMetres: z.number(),
      /** (metres − bound) ÷ bound: so much longer than the best at most. */
      gap: z.number(),
      /** Parts of the roads that no road joins: each is a round of its own. */
      rounds: z.array(
        z.object({
          metres: z.number(),
          lamps: z.int(),
          line: z.array(LngLat),
          /** Those whose lamps are looked at, as they are first come by; metres of their stretches, once each. */
          roads: z.array(z.object({ road: z.string(), lamps: z.int(), metres: z.number() })),
        }),
      ),
      method: z.string(),
      tookMs: z.number(),
    })
    .nullable(),
})
export type PatrolRoute = z.infer<typeof PatrolRoute>
