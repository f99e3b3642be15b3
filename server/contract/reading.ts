import { z } from 'zod'
import { CodeKind } from './code-registry.ts'
import { Text } from './layer.ts'

/** What is measured at a thing by a gateway; the units are in the names. */
export const Quantity = z.enum([
  'leachate-level-m',
  'dam-displacement-mm',
  'weighbridge-t',
  'cover-soil-m3',
  // Of a flare: its flame, the methane in the gas that is led to it (% by volume), and how much gas that is.
  'flare-temperature-c',
  'flare-methane-percent',
  'flare-gas-m3h',
  // Of a vent through which gas goes unburnt, % by volume.
  'vent-methane-percent',
])
export type ReadingQuantity = z.infer<typeof Quantity>

/** One value, of an instant. `channel` tells several sensors of one thing apart. */
export const Reading = z.strictObject({
  thingId: z.string().min(1).max(40),
  quantity: Quantity,
  channel: z
    .string()
    .max(40)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)
    .default(''),
  at: z.iso.datetime({ offset: true }),
  value: z.number().min(-1e9).max(1e9),
})
export type Reading = z.infer<typeof Reading>

export const MOST_READINGS = 1_000
export const NewReadings = z.strictObject({ readings: z.array(Reading).min(1).max(MOST_READINGS) })
export type NewReadings = z.infer<typeof NewReadings>

/** A field of the thing, or a figure. */
const AlarmLimit = z.union([z.strictObject({ field: z.string().min(1) }), z.number()])

/** When a value is an alarm, and when it is over: data/rules/reading-alarms.json. */
export const AlarmRule = z
  .strictObject({
    quantity: Quantity,
    above: AlarmLimit.optional(),
    /** It is over only so far below that: a value that trembles at the line makes one case. */
    clearBelowBy: z.number().positive().optional(),
    /** The same with too little of it: a flame that grows cold. */
    below: AlarmLimit.optional(),
    clearAboveBy: z.number().positive().optional(),
    /** Statuses of a thing in which that is as it should be. */
    notWhen: z.array(z.string()).default([]),
    problem: Text,
    kind: CodeKind,
    code: z.string().regex(/^(\d{5}|L\d{4})$/),
    urgency: z.enum(['ordinary', 'emergency']),
    source: z.string().min(1),
    verified: z.enum(['V', 'U']),
  })
  .refine(
    ({ above, clearBelowBy, below, clearAboveBy }) =>
      (above === undefined) !== (below === undefined) &&
      (above === undefined) === (clearBelowBy === undefined) &&
      (below === undefined) === (clearAboveBy === undefined),
    'either above with clearBelowBy, or below with clearAboveBy',
  )
export type AlarmRule = z.infer<typeof AlarmRule>
export const AlarmRules = z.strictObject({ rules: z.array(AlarmRule) })
export type AlarmRules = z.infer<typeof AlarmRules>

export const AlarmState = z.object({
  thingId: z.string(),
  quantity: Quantity,
  channel: z.string(),
  raised: z.boolean(),
  since: z.string(),
  value: z.number(),
  limit: z.number(),
  caseId: z.string().nullable(),
})
export type AlarmState = z.infer<typeof AlarmState>

export const ReadingsTaken = z.object({
  /** Those that were new; what was sent before is passed over. */
  taken: z.int(),
  repeated: z.int(),
  /** Of things or measures that this city does not have. */
  unknown: z.array(z.string()),
  /** Cases that were opened. */
  cases: z.array(z.string()),
})
export type ReadingsTaken = z.infer<typeof ReadingsTaken>

export const ReadingSeries = z.object({
  thingId: z.string(),
  quantity: Quantity,
  channel: z.string(),
  limit: z.number().nullable(),
  points: z.array(z.object({ at: z.string(), value: z.number() })),
})
export type ReadingSeries = z.infer<typeof ReadingSeries>
