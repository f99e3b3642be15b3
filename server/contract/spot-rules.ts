import { z } from 'zod'

/** What counts as an inspection of a cell. */
export const PatrolRule = z.strictObject({
  /** A track that is faster passes by and inspects nothing. */
  maxKmh: z.number().positive(),
  /** A stay in a cell that is shorter inspects nothing. */
  leastSeconds: z.number().nonnegative(),
  /** Between points of a track that are further apart nothing is known. */
  gapMinutes: z.number().positive(),
  /** How far back tracks and inspections are looked for. */
  lookbackDays: z.number().int().min(1).max(30),
})
export type PatrolRule = z.infer<typeof PatrolRule>

/** data/rules/spots.json. */
export const SpotRules = z.strictObject({
  source: z.string().min(1),
  edition: z.string().min(1),
  patrol: PatrolRule,
  silence: z.strictObject({
    /** Of a cell where fewer complaints are expected nothing is said. */
    leastExpected: z.number().positive(),
    leastCells: z.number().int().positive(),
    leastComplaints: z.number().int().positive(),
    falseDiscovery: z.number().gt(0).lt(1),
  }),
  hotSpots: z.strictObject({
    /** The band within which cells are neighbours, in cells: 1.5 is the eight around. */
    bandCells: z.number().min(1).max(10),
    leastCells: z.number().int().positive(),
    leastEvents: z.number().int().positive(),
  }),
  /** Of fewer cases before and after together nothing is said. */
  recurrence: z.strictObject({ leastCases: z.number().int().positive() }),
  /** A case farther from every road is on none. */
  periods: z.strictObject({ roadWithinMetres: z.number().positive() }),
})
export type SpotRules = z.infer<typeof SpotRules>
