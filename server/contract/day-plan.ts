import { z } from 'zod'
import { ManyOutcome } from './case-card.ts'
import { LngLat } from './geo.ts'

const area = z.string().regex(/^\d{6,15}$/, { error: 'give the beginning of a unit grid code, 6 to 15 digits' })
const id = z.string().min(1).max(80)

/** What is to be planned: all that can be dispatched in an area, or certain cases; for all crews at work, or certain ones. */
export const PlanRequest = z.strictObject({
  area: area.optional(),
  caseIds: z.array(id).min(1).max(1_000).optional(),
  crewIds: z.array(id).min(1).max(200).optional(),
  /** Cases that a crew has been given and has not begun may go to another. */
  reassign: z.boolean().default(false),
  limitSeconds: z.number().min(1).max(60).default(10),
})
export type PlanRequest = z.infer<typeof PlanRequest>

/** One stop of a crew, in the order in which it goes. */
export const PlanStop = z.object({
  caseId: z.string(),
  number: z.string(),
  problem: z.string(),
  address: z.string(),
  location: LngLat,
  urgency: z.enum(['ordinary', 'emergency']),
  arrivalAt: z.string(),
  finishAt: z.string(),
  dueAt: z.string().nullable(),
  /** Under way from the stop before, and at work there. */
  minutes: z.number(),
  serviceMinutes: z.number(),
  /** 0: in time. */
  lateMinutes: z.number(),
  /** Dispatching it is new; false: the crew has it already. */
  isNew: z.boolean(),
  /** Who has it now, where that is another crew. */
  takenFrom: z.string().nullable(),
  /** Along the roads from the stop before; two places where no road is known. */
  way: z.array(LngLat),
})
export type PlanStop = z.infer<typeof PlanStop>

export const PlanRoute = z.object({
  crewId: z.string(),
  name: z.string(),
  from: LngLat,
  /** What it is busy with until it can begin. */
  inHand: z.string().nullable(),
  startAt: z.string(),
  stops: z.array(PlanStop),
  minutes: z.number(),
  lateMinutes: z.number(),
})
export type PlanRoute = z.infer<typeof PlanRoute>

/** Why nobody goes to a case today. */
export const LeftReason = z.enum([
  'nobody-has-skill',
  'outside-every-area',
  'own-crew-away', //  its crew is not at work
  'all-full', //       every crew that suits has as much as it takes
  'shift-too-short', // no crew that suits can be done before its shift ends
  'others-go-first', // going there would make others later by more
])
export type LeftReason = z.infer<typeof LeftReason>

export const LeftCase = z.object({
  caseId: z.string(),
  number: z.string(),
  problem: z.string(),
  location: LngLat,
  dueAt: z.string().nullable(),
  reason: LeftReason,
})
export type LeftCase = z.infer<typeof LeftCase>

/** What a plan comes to. */
export const PlanTotals = z.object({
  /** Minutes of lateness, an emergency's counting tenfold, and those of left cases until the next day. */
  weightedLateMinutes: z.number(),
  drivingMinutes: z.number(),
  lateCases: z.number().int(),
  leftCases: z.number().int(),
})
export type PlanTotals = z.infer<typeof PlanTotals>

export const PlanProgress = z.object({
  elapsedMs: z.number(),
  limitMs: z.number(),
  /** In weighted minutes, driving at a tenth; null: nothing found yet. */
  cost: z.number().nullable(),
  /** No plan costs less. */
  bound: z.number().nullable(),
  /** (cost − bound) / cost: at most so much could still be saved. */
  gap: z.number().nullable(),
  /** It is the best there is. */
  proved: z.boolean(),
})
export type PlanProgress = z.infer<typeof PlanProgress>

export const PlanState = z.enum(['waiting', 'running', 'done', 'cancelled', 'failed'])
export type PlanState = z.infer<typeof PlanState>

/** From where a plan knows how long the handling of a case takes. */
export const ServiceSource = z.object({
  /** Classes whose minutes are the median of the log, and those by the local rule. */
  fromLog: z.array(z.string()),
  byRule: z.array(z.string()),
})

export const DayPlan = z.object({
  id: z.string(),
  state: PlanState,
  /** The instant that it plans from. */
  at: z.string(),
  by: z.string(),
  asked: PlanRequest,
  progress: PlanProgress,
  cases: z.number().int(),
  crews: z.number().int(),
  /** Crews that are left out, and why. */
  excluded: z.array(
    z.object({
      crewId: z.string(),
      name: z.string(),
      code: z.enum(['off-duty', 'off-shift', 'no-position', 'ended']),
    }),
  ),
  /** `crow`: no roads are known; straight across times 1.4. */
  travel: z.enum(['roads', 'crow']),
  service: ServiceSource,
  /** As it is now, and what waits by "nearest free crew first"; then as proposed. */
  before: PlanTotals.nullable(),
  after: PlanTotals.nullable(),
  routes: z.array(PlanRoute),
  left: z.array(LeftCase),
  accepted: z.array(z.string()),
})
export type DayPlan = z.infer<typeof DayPlan>

/** All of it, or the stops of some crews, or some cases. */
export const PlanAcceptance = z
  .strictObject({
    crewIds: z.array(id).min(1).max(200).optional(),
    caseIds: z.array(id).min(1).max(1_000).optional(),
  })
  .refine(({ crewIds, caseIds }) => crewIds === undefined || caseIds === undefined, {
    error: 'give crewIds or caseIds, not both',
  })
export type PlanAcceptance = z.infer<typeof PlanAcceptance>

export const PlanAccepted = z.object({
  /** One outcome for each crew, with its own batch to take back. */
  crews: z.array(ManyOutcome.extend({ crewId: z.string() })),
})
export type PlanAccepted = z.infer<typeof PlanAccepted>

/** What will be late today though it is not yet (N5). */
export const PredictedRed = z.object({
  at: z.string(),
  until: z.string(),
  /** `off`: it does no better here than a list by the time left, or nobody can say yet. The list is empty then. */
  state: z.enum(['on', 'off']),
  why: z.enum(['too-little-past', 'no-better']).nullable(),
  /** How it would have done on days that are over, against a list by the time left: share of what was late among the first 20. */
  proof: z.object({
    looks: z.number().int(),
    late: z.number().int(),
    recall: z.number(),
    plainRecall: z.number(),
    margin: z.number(),
  }),
  travel: z.enum(['roads', 'crow']),
  cases: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      problem: z.string(),
      location: LngLat,
      dueAt: z.string(),
      crewId: z.string().nullable(),
      /** Share of the simulated days in which it is late; not a calibrated probability. */
      score: z.number(),
      reason: z.enum(['nobody-suits', 'not-in-shift', 'queue', 'little-time']),
      finishAt: z.string().nullable(),
      behind: z.number().int().nullable(),
    }),
  ),
})
export type PredictedRed = z.infer<typeof PredictedRed>

export const WhatIf = z.strictObject({
  area: area.optional(),
  addCrews: z
    .array(z.strictObject({ like: id, at: LngLat }))
    .max(20)
    .default([]),
  moveStandby: z
    .array(z.strictObject({ crewId: id, to: LngLat }))
    .max(100)
    .default([]),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
})
export type WhatIf = z.infer<typeof WhatIf>

const figure = z.number()
export const DayFigures = z.object({
  reached: figure,
  notReached: figure,
  arrivalMinutes: figure.nullable(),
  emergencyArrivalMinutes: figure.nullable(),
  breaches: figure,
  lateMinutes: figure,
})
export type DayFigures = z.infer<typeof DayFigures>

/** Means of simulated days from now until tonight (N6). */
export const WhatIfAnswer = z.object({
  at: z.string(),
  until: z.string(),
  seed: z.number().int(),
  /** How many past days lent what comes in; 0: none is known, and only what is open now is simulated. */
  pastDays: z.number().int(),
  travel: z.enum(['roads', 'crow']),
  baseline: DayFigures,
  changed: DayFigures,
})
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>
