import { z } from 'zod'
import type { CrewPosition } from './crew.ts'
import { crossesItself, type FenceShape, metresInside, shapeOf } from './fence-shape.ts'
import { LngLat } from './geo.ts'

/** What a fence is for. */
export const FencePurpose = z.enum([
  'crew-area', //  班组责任区
  'watch-post', // 值守点
  'landfill', //   垃圾填埋场
  'truck-ban', //  大型车辆禁停区
  'depot', //      停车场, 驻地
  'other',
])
export type FencePurpose = z.infer<typeof FencePurpose>

export const MOST_FENCE_POINTS = 500
const CITY_DEGREES = 3

/** Of the narrowest fence. */
const LEAST_DEPTH_M = 5

/** What can be wrong with a ring, as the server says it; a screen has words of its own. */
export const RING_FAULTS = {
  'too-few': 'a ring has four points or more, the last the same as the first',
  'too-many': `a ring has at most ${MOST_FENCE_POINTS} points`,
  open: 'close the ring: its last point is its first',
  twice: 'a point stands twice in a row',
  crosses: 'the ring crosses itself',
  'too-large': 'the ring is larger than a city',
  'too-narrow': `the ring is narrower than ${2 * LEAST_DEPTH_M} m: no phone is that exact`,
} as const
export type RingFault = keyof typeof RING_FAULTS

/** One closed ring without holes, at most 500 points, that does not cross itself. */
export const FenceRing = z
  .array(LngLat)
  .min(4, { error: RING_FAULTS['too-few'] })
  .max(MOST_FENCE_POINTS, { error: RING_FAULTS['too-many'] })
  .superRefine((ring, context) => {
    const fault = faultOfRing(ring)
    // Its length is refused already.
    if (fault && fault !== 'too-few' && fault !== 'too-many')
      context.addIssue({ code: 'custom', message: RING_FAULTS[fault] })
  })

/** The first thing that is wrong with a ring; undefined when it makes a fence. */
export function faultOfRing(ring: readonly LngLat[]): RingFault | undefined {
  if (ring.length < 4) return 'too-few'
  if (ring.length > MOST_FENCE_POINTS) return 'too-many'
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return 'open'
  if (ring.some(([lng, lat], at) => at > 0 && lng === ring[at - 1]?.[0] && lat === ring[at - 1]?.[1])) return 'twice'
  if (crossesItself(ring)) return 'crosses'
  const { box, depth } = shapeOf(ring)
  if (box[2] - box[0] > CITY_DEGREES || box[3] - box[1] > CITY_DEGREES) return 'too-large'
  return depth < LEAST_DEPTH_M ? 'too-narrow' : undefined
}

const words = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, { error: 'no control characters' })

const said = {
  name: words,
  purpose: FencePurpose,
  ring: FenceRing,
  /** Whom it concerns: ids of crews; null for every crew. */
  crews: z.array(z.string().min(1).max(80)).min(1).max(200).nullable(),
}

/** 电子围栏: a named place, of which it is told when a crew comes in or leaves. As it stands in the log. */
export const Geofence = z.strictObject({
  id: z.string().min(1),
  ...said,
  madeAt: z.string(),
  /** Watched no longer: kept for what is told of it. */
  endedAt: z.string().nullable(),
  demo: z.boolean(),
})
export type Geofence = z.infer<typeof Geofence>

export const NewGeofence = z.strictObject({ ...said, crews: said.crews.default(null) })
export type NewGeofence = z.infer<typeof NewGeofence>

export const GeofencePatch = z
  .strictObject({ ...said, ended: z.boolean() })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'say what to change' })
export type GeofencePatch = z.infer<typeof GeofencePatch>

/** Why a crew is no longer inside: it went, its duty ended, or the fence did. */
export const LeftBy = z.enum(['moved', 'off-duty', 'fence-ended'])
export type LeftBy = z.infer<typeof LeftBy>

/** A crew and a fence, after one came into or left the other: as it stands in the log, and so for ever, while positions are deleted after
 *  RETENTION_DAYS_POSITIONS. So no person, no place and no way is in it: that a crew was on its watch, or took waste to the landfill, is a fact
 *  of the bureau's work which an audit asks for years later; where it drove is not. A crew of one is somebody to whoever knows the roster,
 *  therefore it is read by those alone who may read positions, and by the auditor. */
export const Crossing = z.strictObject({
  fenceId: z.string(),
  crewId: z.string(),
  inside: z.boolean(),
  /** When, by the phone. */
  at: z.string(),
  leftBy: LeftBy.nullable(),
  /** Whose the crew was then: who may know of it. */
  areas: z.array(z.string()),
  contractor: z.string().nullable(),
})
export type Crossing = z.infer<typeof Crossing>

/** A phone in a street is off by 5–15 m; so far a place must be beyond the edge before it counts, or by as much as the phone itself says. */
export const FENCE_MARGIN_M = 20
/** What a phone knows less well than this says nothing about a fence. */
export const WORST_ACCURACY_M = 100
/** What a place says of a fence in which the crew was, or was not; undefined when nothing has changed. Between coming in and leaving lies a
 *  band of two margins, so that no jitter smaller than the margin about any place can make both. In a fence too small for a whole margin the
 *  band lies further out: coming in is then told at half its depth. */
export function stepFence(
  shape: FenceShape,
  wasInside: boolean,
  { location, accuracyM }: Pick<CrewPosition, 'location' | 'accuracyM'>,
): 'entered' | 'left' | undefined {
  if (accuracyM !== null && accuracyM > WORST_ACCURACY_M) return undefined
  const margin = Math.max(FENCE_MARGIN_M, accuracyM ?? 0)
  const inner = Math.min(margin, shape.depth / 2)
  const metres = metresInside(shape, location)
  if (wasInside) return metres <= inner - 2 * margin ? 'left' : undefined
  return metres >= inner ? 'entered' : undefined
}
