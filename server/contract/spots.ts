import { z } from 'zod'
import { LngLat } from './geo.ts'
import { CampaignOfPlan, RecurrenceFigures } from './spot-recurrence.ts'

/** Square cells of the city's own plane; `250:12:-3` is the cell of 250 m whose south-west corner lies 12 cells east and 3 south of the origin. */
export const CELL_METRES = { least: 50, most: 2_000, standard: 250 } as const
/** More cells than this are refused: ask for larger ones. */
export const MOST_SPOT_CELLS = 20_000

export const SpotSubject = z.enum(['complaints', 'cases', 'inspections'])
export type SpotSubject = z.infer<typeof SpotSubject>

export const PerWhat = z.enum(['raw', 'km2', 'people', 'asset'])
export type PerWhat = z.infer<typeof PerWhat>

/** What every map of cells says of itself, as `about` of its FeatureCollection. */
const about = {
  cellMetres: z.number(),
  /** South-west corner of cell 0:0. */
  origin: LngLat,
  /** ISO instants, the second not part of it. */
  from: z.string(),
  to: z.string(),
  /** Last row of the log that is in it. */
  seq: z.number().int(),
}

const Square = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(LngLat)) })

const cells = <P extends z.ZodRawShape, A extends z.ZodRawShape>(properties: P, more: A) =>
  z.object({
    type: z.literal('FeatureCollection'),
    about: z.object({ ...about, ...more }),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        geometry: Square,
        properties: z.object({ cell: z.string(), ...properties }),
      }),
    ),
  })

const count = z.number().int().nonnegative()

/** P5. `value` is null where what it is divided by is 0 or not known: no data, and not 0. */
export const DensityMap = cells(
  { count, denominator: z.number().nullable(), value: z.number().nullable() },
  {
    subject: SpotSubject,
    per: PerWhat,
    /** `per` `people` is per 1,000 of them; of a layer: per thing. */
    unit: z.enum(['count', 'count/km2', 'count/1000-people', 'count/asset']),
    layer: z.string().nullable(),
    total: count,
    withoutData: count,
    /** Of the values that there are. */
    largest: z.number().nullable(),
  },
)
export type DensityMap = z.infer<typeof DensityMap>

/** P6. `differencePoints`: the cell's share of all complaints less its share of all inspections, in percentage points; null where the city had
 *  none of either. `unseen`: complained of and never inspected. */
export const UnseenMap = cells(
  { complaints: count, inspections: count, differencePoints: z.number().nullable(), unseen: z.boolean() },
  { complaints: count, inspections: count, unseen: count, unseenComplaints: count },
)
export type UnseenMap = z.infer<typeof UnseenMap>

/** N7. `minutes` since the cell was last truly inspected; null: not since `from`. */
export const PatrolDebtMap = cells(
  { minutes: z.number().nullable(), lastAt: z.string().nullable(), by: z.enum(['track', 'inspection']).nullable() },
  {
    rule: z.object({
      maxKmh: z.number(),
      leastSeconds: z.number(),
      gapMinutes: z.number(),
      source: z.string(),
    }),
    tracks: count,
    neverSeen: count,
    medianMinutes: z.number().nullable(),
  },
)
export type PatrolDebtMap = z.infer<typeof PatrolDebtMap>

/** `silent`: fewer complaints than chance allows after the false-discovery control; `loud`: more; `too-few`: so few are expected that silence
 *  says nothing; `no-data`: nobody is known to live there, or no model could be made. */
export const SilenceState = z.enum(['silent', 'as-expected', 'loud', 'too-few', 'no-data'])
export type SilenceState = z.infer<typeof SilenceState>

/** N8. `deficit` = expected − observed, with the bounds within which it lies 95 times of 100; `rank` 1 is the most silent, null where
 *  nothing can be said. */
export const SilenceMap = cells(
  {
    observed: count,
    population: z.number().nullable(),
    assets: count,
    expected: z.number().nullable(),
    deficit: z.number().nullable(),
    deficitLow: z.number().nullable(),
    deficitHigh: z.number().nullable(),
    /** The deficit in its standard errors. */
    z: z.number().nullable(),
    q: z.number().nullable(),
    rank: z.number().int().nullable(),
    state: SilenceState,
  },
  {
    model: z.object({
      /** `none`: too few cells or complaints to fit anything, and `why` says which. */
      method: z.enum(['quasi-poisson-glm', 'none']),
      why: z.enum(['too-few-cells', 'too-few-complaints', 'did-not-settle']).nullable(),
      terms: z.array(
        z.object({ term: z.enum(['constant', 'log-people', 'log-assets']), value: z.number(), error: z.number() }),
      ),
      /** Pearson χ² by degrees of freedom, 1 at least. */
      dispersion: z.number().nullable(),
      cells: count,
      complaints: count,
    }),
    falseDiscovery: z.number(),
    leastExpected: z.number(),
    silent: count,
  },
)
export type SilenceMap = z.infer<typeof SilenceMap>

/** Getis-Ord Gi* with Benjamini–Hochberg. `confidence` 99, 95 or 90 % after the control, signed: below 0 a cold spot, 0 none. */
export const HotSpotMap = cells(
  {
    count,
    neighbours: count,
    z: z.number().nullable(),
    p: z.number().nullable(),
    q: z.number().nullable(),
    confidence: z.number(),
  },
  {
    subject: SpotSubject,
    bandMetres: z.number(),
    cells: count,
    total: count,
    /** Null where the statistic says something. */
    why: z.enum(['too-few-cells', 'too-few-events', 'all-alike']).nullable(),
    hot: count,
    cold: count,
  },
)
export type HotSpotMap = z.infer<typeof HotSpotMap>

/** Where the same came back after a campaign. A place is a cell in which the campaign's classes had cases before it or during it. */
export const RecurrenceMap = cells(
  {
    before: count,
    during: count,
    after: count,
    /** From the end of the campaign to the first that came after it; null where none came. */
    daysToFirst: z.number().nullable(),
    cameBack: z.boolean(),
    cases: z.array(z.string()),
  },
  { campaign: CampaignOfPlan, figures: RecurrenceFigures },
)
export type RecurrenceMap = z.infer<typeof RecurrenceMap>
