import { z } from 'zod'
import { LngLat } from './geo.ts'
import { Text } from './layer.ts'

/** score = (faults + plus)^f × (age in years)^a × (cost in yuan)^c: data/rules/replacement.json. */
export const ReplacementRules = z.strictObject({
  /** Cases of so many months count. */
  faultMonths: z.int().positive(),
  plusFaults: z.number().min(0),
  powers: z.strictObject({ faults: z.number().min(0), age: z.number().min(0), cost: z.number().min(0) }),
  layers: z
    .array(
      z.strictObject({
        layer: z.string().min(1),
        /** A date. */
        ageField: z.string().min(1),
        lifeYears: z.number().positive(),
        costYuan: z.number().positive(),
        /** Goes before, by the value of a field. */
        costBy: z
          .strictObject({ field: z.string().min(1), yuan: z.record(z.string(), z.number().positive()) })
          .optional(),
      }),
    )
    .min(1),
  formula: Text,
  source: z.string().min(1),
})
export type ReplacementRules = z.infer<typeof ReplacementRules>

export const ReplacementRow = z.object({
  rank: z.int(),
  id: z.string(),
  layer: z.string(),
  name: z.string(),
  location: LngLat,
  installedOn: z.string(),
  ageYears: z.number(),
  lifeYears: z.number(),
  beyondLife: z.boolean(),
  faults: z.int(),
  costYuan: z.number(),
  score: z.number(),
})
export type ReplacementRow = z.infer<typeof ReplacementRow>

export const Replacement = z.object({
  asOf: z.string(),
  rows: z.array(ReplacementRow),
  /** Things that were ranked, and those of which nobody knows the age. */
  total: z.int(),
  unknownAge: z.int(),
  /** Of the rows in the answer. */
  costYuan: z.number(),
  rules: ReplacementRules,
})
export type Replacement = z.infer<typeof Replacement>
