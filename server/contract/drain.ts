import { z } from 'zod'
import { LngLat } from './geo.ts'

const share = z.number().min(0).max(1)

/** How dredging falls due and how the clean-first list is ranked: data/rules/drains.json. */
export const DrainRules = z.strictObject({
  /** Months between dredgings where a drain says nothing of its own. */
  cycleMonths: z.int().positive(),
  /** A drain is due so many days ahead. */
  warnDays: z.int().min(0),
  /** Part of the rain that runs off. */
  runoff: share,
  /** m² that drain to an inlet where the relief does not tell. */
  assumedCatchmentM2: z.number().positive(),
  /** A relief cell that more than this drains to lies in a watercourse, whose water no inlet takes: rain times run-off times area is not reckoned for
   *  more either (GB 50014 asks for a model above 2 km²; not held against its text). The assumed catchment stands in. */
  streamM2: z.number().positive(),
  /** How much of an inlet is shut, by its status. */
  shutByStatus: z.record(z.string(), share),
  /** More for each case of it in so many months; and for each cycle that dredging is late. */
  shutPerFault: share,
  faultMonths: z.int().positive(),
  shutPerLateCycle: share,
  /** Times (1 + this) where the drain is called a low place. */
  lowPlaceAdds: z.number().min(0),
  /** Times (1 + this) in a sink of the relief as deep as `deepSinkM`, less in a shallower one. */
  sinkAdds: z.number().min(0),
  deepSinkM: z.number().positive(),
  source: z.string().min(1),
})
export type DrainRules = z.infer<typeof DrainRules>

export const DredgingRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  road: z.string(),
  status: z.string(),
  location: LngLat,
  dredgedOn: z.string().nullable(),
  cycleMonths: z.int(),
  /** The drain says nothing of its own. */
  cycleAssumed: z.boolean(),
  /** Null: never dredged by the files, and due at once. */
  dueOn: z.string().nullable(),
  daysLate: z.int().nullable(),
})
export type DredgingRow = z.infer<typeof DredgingRow>

export const Dredging = z.object({
  /** By kind of drain. */
  kinds: z.array(
    z.object({
      kind: z.string(),
      drains: z.int(),
      inTime: z.int(),
      dueSoon: z.int(),
      overdue: z.int(),
      neverDredged: z.int(),
    }),
  ),
  /** The latest first; those that never were, last. */
  overdue: z.array(DredgingRow),
  total: z.int(),
  source: z.string(),
})
export type Dredging = z.infer<typeof Dredging>

export const CleanFirstRow = z.object({
  rank: z.int(),
  id: z.string(),
  name: z.string(),
  road: z.string(),
  status: z.string(),
  location: LngLat,
  lowPlace: z.boolean(),
  /** By the relief; null where there is none. */
  sinkDepthM: z.number().nullable(),
  catchmentM2: z.number(),
  /** Its relief cell is a watercourse's: the catchment is assumed. */
  inStream: z.boolean(),
  faults: z.int(),
  lateCycles: z.number(),
  /** 0 open … 1 shut. */
  shut: share,
  /** Rain of its catchment that it does not take. */
  blockedM3: z.number(),
  /** blockedM3 × what a low place adds; the list goes by it. */
  score: z.number(),
})
export type CleanFirstRow = z.infer<typeof CleanFirstRow>

export const CleanFirst = z.object({
  rainMm: z.number(),
  /** `relief`: catchments and sinks by the relief's cells of so many metres. */
  ground: z.enum(['relief', 'none']),
  cellM: z.number().nullable(),
  rows: z.array(CleanFirstRow),
  total: z.int(),
  rules: DrainRules,
})
export type CleanFirst = z.infer<typeof CleanFirst>
