import { z } from 'zod'

/** Longitude and latitude in degrees, WGS84 / CGCS2000 (the same to 0.1 m for a map). */
export const LngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type LngLat = z.infer<typeof LngLat>

/** West, south, east, north in degrees; never across the antimeridian. */
export const Bbox = z
  .tuple([
    z.number().min(-180).max(180),
    z.number().min(-90).max(90),
    z.number().min(-180).max(180),
    z.number().min(-90).max(90),
  ])
  .refine(([w, , e]) => w <= e, { error: 'west is east of east: give w,s,e,n' })
  .refine(([, s, , n]) => s <= n, { error: 'south is north of north: give w,s,e,n' })
export type Bbox = z.infer<typeof Bbox>

const Line = z.array(LngLat).min(2)
const Ring = z.array(LngLat).min(4)

export const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: LngLat }),
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
])
export type Geometry = z.infer<typeof Geometry>

/** The coordinate systems that data arrives in. Stored is always WGS84 / CGCS2000 degrees. */
export const SourceCrs = z.enum(['WGS84', 'CGCS2000', 'GCJ-02', 'BD-09'])
export type SourceCrs = z.infer<typeof SourceCrs>
