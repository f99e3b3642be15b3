import { z } from 'zod'
import { AlarmState } from './reading.ts'

const days = z.number().nullable()
export const DayQuantiles = z.object({ p10: days, p50: days, p90: days })
/** Days of the calendar; null: not within a hundred years. */
export const DateQuantiles = z.object({
  p10: z.string().nullable(),
  p50: z.string().nullable(),
  p90: z.string().nullable(),
})
const fan = z.array(z.object({ at: z.string(), p10: z.number(), p50: z.number(), p90: z.number() }))

/** How often what was foretold held, on the landfill's own past. */
export const LandfillBacktest = z.object({
  /** Surveys that were foretold from those before them. */
  tries: z.int(),
  /** They came between P10 and P90; 80 in 100 are expected. */
  held: z.int(),
  heldPercent: z.number().nullable(),
  /** Of the middle, in m³ and in percent of what came in meanwhile. */
  meanErrorM3: z.number().nullable(),
  meanErrorPercent: z.number().nullable(),
})
export type LandfillBacktest = z.infer<typeof LandfillBacktest>

export const LandfillForesight = z.object({
  method: z.enum(['drift-of-surveys', 'weighed-input']),
  m3PerDay: z.number(),
  /** From now on. */
  daysLeft: DayQuantiles,
  fullOn: DateQuantiles,
  /** m³ still free. */
  fan,
})
export type LandfillForesight = z.infer<typeof LandfillForesight>

/** What if: absent is as it is. */
export const LandfillWhatIf = z.strictObject({
  /** t a day that go elsewhere; less than 0: that come in from elsewhere. */
  elsewhereTpd: z.number().min(-10_000).max(10_000).optional(),
  /** t/m³ that the waste is packed to. */
  compaction: z.number().min(0.2).max(2).optional(),
  /** Cover soil as a part of the volume filled. */
  coverShare: z.number().min(0).max(0.6).optional(),
})
export type LandfillWhatIf = z.infer<typeof LandfillWhatIf>

/** What of a landfill a what-if is reckoned from; null: not known. */
export interface LandfillInput {
  tonnesPerDay: number | null
  compaction: number | null
  coverShare: number
}

/** By how much the daily volume changes: fewer tonnes, packed otherwise, under another part of soil. The waste of a day is its tonnes over their
 *  density, and it is (1 − cover share) of the volume; what the surveys say of the volume is kept. Null: it is asked for what is not known. */
export function timesVolume(input: LandfillInput, { elsewhereTpd, compaction, coverShare }: LandfillWhatIf) {
  const { tonnesPerDay } = input
  if (elsewhereTpd !== undefined && !(tonnesPerDay !== null && tonnesPerDay > 0)) return null
  if (compaction !== undefined && !(input.compaction !== null && input.compaction > 0)) return null
  const tonnes =
    elsewhereTpd === undefined || tonnesPerDay === null ? 1 : Math.max(0, tonnesPerDay - elsewhereTpd) / tonnesPerDay
  const density = compaction === undefined || input.compaction === null ? 1 : input.compaction / compaction
  const soil = coverShare === undefined ? 1 : (1 - input.coverShare) / (1 - coverShare)
  return tonnes * density * soil
}

/** 填埋气火炬: how it stands by what was measured last, or else as registered. */
export const LandfillFlare = z.object({
  id: z.string(),
  name: z.string(),
  /** Of the layer `landfill-flares`. */
  status: z.string(),
  /** Since when it is so; null: not known. */
  since: z.string().nullable(),
  /** When its newest reading was taken. */
  readAt: z.string().nullable(),
  temperatureC: z.number().nullable(),
  outBelowC: z.number().nullable(),
  /** % by volume of the gas that is led to it. */
  methanePercent: z.number().nullable(),
  gasM3h: z.number().nullable(),
  ratedM3h: z.number().nullable(),
  /** Of its last going out. */
  caseId: z.string().nullable(),
})
export type LandfillFlare = z.infer<typeof LandfillFlare>

export const LandfillOutlook = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  asOf: z.string(),
  capacityM3: z.number(),
  filledM3: z.number(),
  remainingM3: z.number(),
  tonnesPerDay: z.number().nullable(),
  /** `weighbridge`: the mean of the last 30 days that were weighed; `asset`: as the thing says. */
  tonnesFrom: z.enum(['weighbridge', 'asset']).nullable(),
  compaction: z.number().nullable(),
  /** By the cover soil that was told; else the assumed one. */
  coverShare: z.number(),
  coverAssumed: z.boolean(),
  surveys: z.array(z.object({ at: z.string(), filledM3: z.number() })),
  /** Tonnes by day, the last 90 that were weighed. */
  weighed: z.array(z.object({ date: z.string(), tonnes: z.number() })),
  foresight: LandfillForesight.nullable(),
  backtest: LandfillBacktest,
  cells: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      capacityM3: z.number().nullable(),
      filledM3: z.number().nullable(),
    }),
  ),
  wells: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      levelM: z.number().nullable(),
      warningLevelM: z.number().nullable(),
      belowWarningM: z.number().nullable(),
    }),
  ),
  flares: z.array(LandfillFlare),
  alarms: z.array(AlarmState),
})
export type LandfillOutlook = z.infer<typeof LandfillOutlook>

export const LandfillCompared = z.object({
  asked: LandfillWhatIf,
  /** m³ a day, waste and cover soil. */
  asIsM3PerDay: z.number(),
  changedM3PerDay: z.number(),
  asIs: LandfillForesight,
  /** Null: nothing would come in. */
  changed: LandfillForesight.nullable(),
  /** Of the middle. */
  daysGained: z.number().nullable(),
  tookMs: z.number(),
})
export type LandfillCompared = z.infer<typeof LandfillCompared>

/** Heights in metres on a square grid, row by row; null where nothing was surveyed. */
const heights = z
  .array(z.array(z.number().min(-500).max(9_000).nullable()).min(2).max(400))
  .min(2)
  .max(400)
export const SurveyPair = z.strictObject({ cellM: z.number().positive().max(100), before: heights, after: heights })
export type SurveyPair = z.infer<typeof SurveyPair>

export const SurveyVolume = z.object({
  fillM3: z.number(),
  cutM3: z.number(),
  netM3: z.number(),
  areaM2: z.number(),
  /** Squares of the grid that one of the surveys does not cover. */
  missing: z.int(),
  method: z.string(),
})
export type SurveyVolume = z.infer<typeof SurveyVolume>
