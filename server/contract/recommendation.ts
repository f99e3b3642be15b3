import { z } from 'zod'
import { Skill } from './crew.ts'
import { LngLat } from './geo.ts'

/** Why a crew does not fit a case. */
export const ExclusionCode = z.enum([
  'ended', //          works no longer
  'off-duty', //       has not reported for work
  'off-shift', //      its shift is over, or not yet begun
  'no-position', //    nobody knows where it is
  'stale-position', // what is known is older than STALE_POSITION_MINUTES
  'wrong-skill',
  'at-limit', //       has as many open cases as it takes
  'outside-area',
  'sent-back', //      it had this case and sent it back
  'other-contractor', // the case is of a contractor that it is not of
])
export type ExclusionCode = z.infer<typeof ExclusionCode>

/** A part of a crew's score in points; the fewer the better. */
export const Reason = z.object({ code: z.string(), points: z.number() })
export type Reason = z.infer<typeof Reason>

const load = {
  /** Its open cases. */
  load: z.number().int(),
  loadLimit: z.number().int(),
  positionAt: z.string().nullable(),
}

export const RankedCrew = z.object({
  crewId: z.string(),
  name: z.string(),
  /** 1 is the best. */
  rank: z.number().int().positive(),
  /** Under way; null where no road leads there. */
  minutes: z.number().nullable(),
  metres: z.number(),
  /** `crow`: no road leads there; `metres` are straight across. */
  by: z.enum(['roads', 'crow']),
  /** From the crew to the case. */
  way: z.array(LngLat),
  skills: z.array(Skill),
  ...load,
  contractor: z.string().nullable(),
  /** The sum of its reasons. */
  score: z.number(),
  reasons: z.array(Reason),
})
export type RankedCrew = z.infer<typeof RankedCrew>

export const ExcludedCrew = z.object({
  crewId: z.string(),
  name: z.string(),
  codes: z.array(ExclusionCode).min(1),
  /** Straight across; null where its place is not known. */
  metres: z.number().nullable(),
  ...load,
})
export type ExcludedCrew = z.infer<typeof ExcludedCrew>

/** Which crews fit a case, the best first, and why the others do not (D8, D9). */
export const Recommendation = z.object({
  at: z.string(),
  caseId: z.string(),
  ranked: z.array(RankedCrew),
  excluded: z.array(ExcludedCrew),
  /** Where none fits: at most three, those with the fewest codes first, the nearer before the farther. */
  nearestMisses: z.array(ExcludedCrew),
  /** Whether the city has roads to reckon with. */
  roads: z.boolean(),
})
export type Recommendation = z.infer<typeof Recommendation>
