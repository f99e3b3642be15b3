import { z } from '@hono/zod-openapi'
import { CampaignArea } from '../contract/campaign-area.ts'

const EXAMPLE = '{"type":"Polygon","coordinates":[[[93.78,31.88],[93.79,31.88],[93.785,31.89],[93.78,31.88]]]}'

/** A GeoJSON Polygon or MultiPolygon, as text in the query. */
export const AreaParameter = z
  .string()
  .transform((text, context): CampaignArea => {
    const parsed = CampaignArea.safeParse(jsonOf(text))
    if (parsed.success) return parsed.data
    const [first] = parsed.error.issues
    const message =
      first === undefined || (first.path.length === 0 && first.code.startsWith('invalid'))
        ? 'give a GeoJSON geometry, a Polygon or a MultiPolygon'
        : `${first.path.join('.')}: ${first.message}`.replace(/^: /, '')
    context.issues.push({ code: 'custom', message, input: text })
    return z.NEVER
  })
  .openapi({
    description: 'A GeoJSON geometry, Polygon or MultiPolygon, in degrees WGS84: instead of `bbox`',
    example: EXAMPLE,
  })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
