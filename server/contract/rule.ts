import { z } from 'zod'
import { Text } from './layer.ts'

export const RuleId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/)

/** How far a number can be relied on: `V` read in the named source, `T` read in a third party's transcription of the
 *  official text, `U` not verified. A screen that prints a `T` or `U` number says so. */
export const Verified = z.enum(['V', 'T', 'U'])
export type Verified = z.infer<typeof Verified>

/** Where a number comes from, and of which edition. */
export const origin = { source: z.string().min(1), edition: z.string().min(1), verified: Verified }

/** How far apart things may stand, or how far a person may have to walk to one. */
export const CoverageRule = z
  .strictObject({
    id: RuleId,
    subject: Text,
    /** The streets or quarters that it holds for. */
    where: Text,
    /** The road classes that `where` means, for a rule about roads. */
    roadClasses: z.array(z.string().min(1)).optional(),
    /** `along-road`: spacing along the road; `radius`: straight distance served. */
    measure: z.enum(['along-road', 'radius']),
    minMetres: z.number().nonnegative().optional(),
    maxMetres: z.number().positive(),
    ...origin,
  })
  .refine(({ minMetres = 0, maxMetres }) => minMetres <= maxMetres, { error: 'minMetres is above maxMetres' })
export type CoverageRule = z.infer<typeof CoverageRule>
