import { z } from 'zod'
import { Geometry, SourceCrs } from './geo.ts'

export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type FieldValue = z.infer<typeof FieldValue>

/** 部件: a thing with a place. The whole state, as it stands in the log. */
export const Asset = z.strictObject({
  /** The identification code: 17 digits, or for a local kind 6 digits, `L` and 10 digits; a grid has its own code. */
  id: z.string().min(1).max(40),
  layer: z.string(),
  name: z.string(),
  /** One of the layer's statuses. */
  status: z.string(),
  geometry: Geometry,
  fields: z.record(z.string(), FieldValue),
  /** GB/T 47678.5 or local type code, 5 characters. */
  code: z.string().regex(/^(\d{5}|L\d{4})$/),
  edition: z.string(),
  sourceCrs: SourceCrs,
  /** Id of the import that brought it, or `made:suo`. */
  source: z.string(),
  /** ISO instant of its last change. */
  changedAt: z.string(),
})
export type Asset = z.infer<typeof Asset>
