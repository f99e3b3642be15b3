import { z } from 'zod'
import { CampaignArea } from './campaign-area.ts'
import { Bbox } from './geo.ts'

/** A campaign as the planner tells it: there is no register of campaigns. */
export const CampaignOfPlan = z.object({
  from: z.string(),
  to: z.string(),
  classes: z.array(z.string()),
  /** Where it was, a box or an area; both null: the whole city. */
  bbox: Bbox.nullable(),
  area: CampaignArea.nullable(),
  windowDays: z.number().int(),
})
export type CampaignOfPlan = z.infer<typeof CampaignOfPlan>

/** A rate after by the rate before, and the bounds within which it lies 95 times of 100 (Wilson's interval of the share that came after). */
export const RateRatio = z.object({
  before: z.number().int(),
  after: z.number().int(),
  beforeDays: z.number(),
  afterDays: z.number(),
  ratio: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** `too-few`: nothing is said; `unclear`: 1 lies within the bounds. */
  verdict: z.enum(['fell', 'rose', 'unclear', 'too-few']),
})
export type RateRatio = z.infer<typeof RateRatio>

export const RecurrenceFigures = z.object({
  places: z.number().int(),
  cameBack: z.number().int(),
  /** Null without places. */
  cameBackShare: z.number().nullable(),
  campaign: RateRatio,
  /** What was not in the campaign meanwhile: the same classes elsewhere where it had a place, else the other classes. A fall that is there too is
   *  not the campaign's. */
  control: RateRatio,
  controlIs: z.enum(['same-classes-elsewhere', 'other-classes']),
  /** The campaign's ratio by the control's, with 95 % bounds; null where either has too few. */
  ratioOfRatios: z.object({ ratio: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** False while the days after it are not over. */
  complete: z.boolean(),
})
export type RecurrenceFigures = z.infer<typeof RecurrenceFigures>
