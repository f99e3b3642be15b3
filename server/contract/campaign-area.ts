import { z } from 'zod'
import { crossesItself } from './fence-shape.ts'
import { LngLat } from './geo.ts'

/** Of all rings together: an address has no room for more. */
export const MOST_AREA_POINTS = 200
/** Of the outline that somebody draws by hand: with its corners a link stays one that can be sent. */
export const MOST_DRAWN_CORNERS = 32
const CITY_DEGREES = 3

const Ring = z
  .array(LngLat)
  .min(4, { error: 'a ring has four points or more, the last the same as the first' })
  .max(MOST_AREA_POINTS, { error: `all rings together have at most ${MOST_AREA_POINTS} points` })
  .superRefine((ring, context) => {
    const fault = faultOf(ring)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })

/** An outline, and holes in it. */
const Rings = z.array(Ring).min(1)

const countOf = (rings: readonly (readonly LngLat[])[]): number => rings.reduce((sum, ring) => sum + ring.length, 0)

/** Where a campaign was: GeoJSON (RFC 7946) of one area or several, degrees WGS84, without heights. */
export const CampaignArea = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Polygon'), coordinates: Rings }),
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
  ])
  .refine((area) => countOf(polygonsOf(area).flat()) <= MOST_AREA_POINTS, {
    error: `all rings together have at most ${MOST_AREA_POINTS} points`,
  })
export type CampaignArea = z.infer<typeof CampaignArea>

/** Each with its rings, the outline first. */
export const polygonsOf = (
  area:
    | { type: 'Polygon'; coordinates: readonly (readonly LngLat[])[] }
    | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly LngLat[])[])[] },
): readonly (readonly (readonly LngLat[])[])[] => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates)

function faultOf(ring: readonly LngLat[]): string | undefined {
  const [first, last] = [ring[0], ring.at(-1)]
  // Its length is refused already.
  if (!first || !last || ring.length < 4 || ring.length > MOST_AREA_POINTS) return undefined
  if (first[0] !== last[0] || first[1] !== last[1]) return 'close the ring: its last point is its first'
  if (ring.some(([lng, lat], at) => at > 0 && lng === ring[at - 1]?.[0] && lat === ring[at - 1]?.[1]))
    return 'a point stands twice in a row'
  if (crossesItself(ring)) return 'the ring crosses itself'
  const spread = (of: (at: LngLat) => number): number => Math.max(...ring.map(of)) - Math.min(...ring.map(of))
  return spread(([lng]) => lng) > CITY_DEGREES || spread(([, lat]) => lat) > CITY_DEGREES
    ? 'the ring is larger than a city'
    : undefined
}
