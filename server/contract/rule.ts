import { z } from 'zod'
import { Text } from './layer.ts'

export const RuleId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/)

/** How far a number can be relied on: `V` read in the named source, `T` read in a third party's transcription of the
 *  official text, `U` not verified. A screen that prints a `T` or `U` number says so. */
export const Verified = z.enum(['V', 'T', 'U'])
export type Verified = z.infer<typeof Verified>

/** Where a number comes from, and of which edition. */
export const origin = { source: z.string().min(1), edition: z.string().min(1), verified: Verified }

/** How a height and a layout of lamps come to a spacing: no standard here gives one, so it is declared as a local rule. */
export const LampSpacing = z.strictObject({
  /** On one side, on both side by side, staggered, or in the middle. */
  layout: z.enum(['one-side', 'opposite', 'staggered', 'middle']),
  heightM: z.number().positive(),
  /** Spacing over mounting height. */
  perHeight: z.number().positive(),
})

/** How far apart things may stand, or how far a person may have to walk to one. */
export const CoverageRule = z
  .strictObject({
    id: RuleId,
    /** The set that it is part of: one standard's or the bureau's rules about one subject, of which a road keeps the first that fits it. */
    set: RuleId,
    /** The layer that is looked at. */
    layer: z.string().min(1),
    subject: Text,
    /** The streets or quarters that it holds for. */
    where: Text,
    /** The road classes that `where` means, for a rule about roads; absent: every class. */
    roadClasses: z.array(z.string().min(1)).optional(),
    /** Only where a road runs through an area of this layer, as a rule for built-up ground does; absent: along the whole road. */
    within: z.strictObject({ layer: z.literal('unit-grids'), reading: Text }).optional(),
    /** Only strictly managed streets (严管街), or only others. */
    strict: z.boolean().optional(),
    /** Where the standard speaks of land use and the roads do not: the local reading of its words. */
    reading: Text.optional(),
    /** Only things of this kind. */
    only: z.strictObject({ field: z.string().min(1), in: z.array(z.string()).min(1) }).optional(),
    /** Things of these statuses do not count. */
    without: z.array(z.string()).optional(),
    /** `along-road`: spacing along the road; `walk`: way on foot by the roads; `radius`: straight distance served. */
    measure: z.enum(['along-road', 'walk', 'radius']),
    /** For a rule about roads. `each` (as when absent): every side by itself; `together`: things of both sides serve the road. */
    sides: z.enum(['each', 'together']).optional(),
    minMetres: z.number().nonnegative().optional(),
    maxMetres: z.number().positive(),
    lamps: LampSpacing.optional(),
    ...origin,
  })
  .refine(({ minMetres = 0, maxMetres }) => minMetres <= maxMetres, { error: 'minMetres is above maxMetres' })
  .refine(({ measure, within }) => !within || measure === 'along-road', {
    error: 'within is for rules along roads: what people are served by is reckoned from the unit grids as it is',
  })
  .refine(({ lamps, maxMetres }) => !lamps || Math.abs(lamps.heightM * lamps.perHeight - maxMetres) < 0.01, {
    error: 'maxMetres is not heightM times perHeight',
  })
export type CoverageRule = z.infer<typeof CoverageRule>

/** Rules about one subject that belong together. */
export const CoverageSet = z.strictObject({
  id: RuleId,
  name: Text,
  layer: z.string().min(1),
  /** What is looked at where nobody says which: one set of each layer. */
  standing: z.boolean(),
  /** In force since; null: as shipped, and the version is 0. */
  validFrom: z.string().nullable(),
  version: z.number().int().nonnegative(),
  rules: z.array(CoverageRule).min(1).max(40),
})
export type CoverageSet = z.infer<typeof CoverageSet>

/** What an admin sends: a set of the bureau's own, or a shipped one otherwise. */
export const CoverageSetDraft = z.strictObject({
  name: Text,
  layer: z.string().min(1).max(40),
  standing: z.boolean().default(false),
  rules: z.array(CoverageRule).min(1).max(40),
})
export type CoverageSetDraft = z.infer<typeof CoverageSetDraft>

/** A set that a bureau keeps. */
export const KeptCoverageSet = CoverageSetDraft.extend({
  id: RuleId,
  version: z.number().int().positive(),
  validFrom: z.string(),
  /** The last of its versions: the set is gone, or, of a shipped one, stands as shipped again. */
  removed: z.literal(true).optional(),
})
export type KeptCoverageSet = z.infer<typeof KeptCoverageSet>
