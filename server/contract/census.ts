import { z } from 'zod'
import { LngLat } from './geo.ts'

/** What a census can have got wrong, as far as the data themselves tell. */
export const CensusFaultKind = z.enum(['duplicate', 'outside-grid', 'missing-field', 'wrong-area'])
export type CensusFaultKind = z.infer<typeof CensusFaultKind>

/** data/rules/census.json. */
export const CensusRules = z.strictObject({
  /** Two points of one type code that are nearer than this are one thing, written down twice. */
  duplicateMetres: z.number().positive().max(100),
  /** Layers of which several things may stand on one spot. */
  stacked: z.array(z.string().min(1)),
  /** Layers that lie outside of unit grids by their nature, or are grids. */
  gridless: z.array(z.string().min(1)),
  /** By layer: fields that have to be filled in, besides those that the catalogue calls required. */
  mandatory: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  source: z.string().min(1),
})
export type CensusRules = z.infer<typeof CensusRules>

export const CensusFault = z.object({
  kind: CensusFaultKind,
  id: z.string(),
  layer: z.string(),
  name: z.string(),
  location: LngLat,
  /** Of a duplicate: the thing that was there before, and how far off. */
  twin: z.string().nullable(),
  metres: z.number().nullable(),
  /** Of a missing field, its key. */
  field: z.string().nullable(),
})
export type CensusFault = z.infer<typeof CensusFault>

const counts = z.object({
  duplicate: z.int(),
  /** Null: the city has no unit grids. */
  'outside-grid': z.int().nullable(),
  /** One for each thing and field. */
  'missing-field': z.int(),
  'wrong-area': z.int(),
})

export const CensusQuality = z.object({
  asOf: z.string(),
  /** 6-digit area code that things have to begin with. */
  area: z.string(),
  things: z.int(),
  /** Things with a fault of any kind, each once. */
  faulty: z.int(),
  counts,
  layers: z.array(z.object({ layer: z.string(), things: z.int(), faulty: z.int(), counts })),
  /** The first of them: by layer and code, so many of each kind as were asked for. */
  faults: z.array(CensusFault),
  rules: CensusRules,
})
export type CensusQuality = z.infer<typeof CensusQuality>
