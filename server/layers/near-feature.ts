import { z } from '@hono/zod-openapi'
import type { Asset } from '../contract/asset.ts'
import { Geometry } from '../contract/geo.ts'

/** A thing as a GeoJSON feature, with how far it is. */
export const NearPage = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        geometry: Geometry,
        /** `metres` from the place asked for, beside the thing's own. */
        properties: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .openapi('NearPage')

export function nearFeature({ id, geometry, fields, name, status, code, edition, changedAt }: Asset, metres: number) {
  const properties = { ...fields, id, name, status, code, edition, changedAt, metres: Math.round(metres * 10) / 10 }
  return { type: 'Feature' as const, id, geometry, properties }
}
