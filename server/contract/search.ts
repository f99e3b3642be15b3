import { z } from 'zod'
import { LngLat } from './geo.ts'

/** One thing, road or place that a search found. */
export const SearchHit = z.object({
  kind: z.enum(['thing', 'road', 'place']),
  /** An asset's id; for a place its name again. */
  id: z.string(),
  /** The layer of a thing or road; null for a place of the base map. */
  layer: z.string().nullable(),
  name: z.string(),
  status: z.string().nullable(),
  code: z.string().nullable(),
  /** The road it stands on, as far as that is known; else empty. */
  where: z.string(),
  location: LngLat,
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchAnswer = z.object({
  results: z.array(SearchHit),
  /** False while the index is still being built: there may be more. */
  complete: z.boolean(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
