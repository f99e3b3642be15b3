import { z } from 'zod'
import { Bbox, LngLat } from './geo.ts'

/** The city that this server shows. */
export const City = z.object({
  /** 6-digit area code, GB/T 2260. */
  area: z.string().regex(/^\d{6}$/),
  name: z.object({ zh: z.string(), en: z.string() }),
  centre: LngLat,
  /** Zoom at which the town fills a 1440-pixel map. */
  zoom: z.number(),
  bounds: Bbox.nullable(),
  /** The screen says 演示数据 wherever data is made up. */
  demo: z.boolean(),
  /** 审图号; null is shown as 待配置 in every map frame. */
  mapApproval: z.string().nullable(),
  /** 主管部门 in full, as it signs a printed sheet; null where its table of responsibility does not say. */
  bureau: z.object({ zh: z.string(), en: z.string() }).nullable().optional(),
  /** Whether there is a base map and relief to draw. */
  basemap: z.boolean(),
  relief: z.boolean(),
  /** Last seq of the log, and its instant: what the picture is of. */
  seq: z.number().int(),
  dataAt: z.string().nullable(),
  /** Instant of the log's first row: how far back the city can be looked at. */
  since: z.string().nullable().optional(),
  /** How many things there are; 0 means an empty city. */
  assetCount: z.number().int(),
})
export type City = z.infer<typeof City>
