import { z } from 'zod'
import { LngLat } from './geo.ts'

/** Position of a survey: A ≤ 0.5 m, B ≤ 1 m, C ≤ 10 m. */
export const AccuracyClass = z.enum(['A', 'B', 'C'])
export type AccuracyClass = z.infer<typeof AccuracyClass>

export const accuracyOf = (value: unknown): AccuracyClass | null => AccuracyClass.safeParse(value).data ?? null

/** Inner borders of the ages that things are counted by, in days: a quarter, a year, three years. */
export const TRUST_AGES = [90, 365, 1_095] as const

/** 0 … TRUST_AGES.length. */
export const ageBandOf = (days: number): number => TRUST_AGES.filter((border) => days > border).length

const DAY_MS = 86_400_000
/** Whole days since an instant (Unix ms); 0 for one that is to come. */
export const ageDaysOf = (changedMs: number, nowMs: number): number =>
  Math.max(0, Math.floor((nowMs - changedMs) / DAY_MS))

/** Who says that a thing is there: a file, a hand on this platform, or a generator of demo data. */
export const SourceKind = z.enum(['import', 'hand', 'made'])
export type SourceKind = z.infer<typeof SourceKind>
export const sourceKindOf = (source: string): SourceKind =>
  source.startsWith('import:') ? 'import' : source.startsWith('made:') ? 'made' : 'hand'

const count = z.int().nonnegative()
const counts = {
  things: count,
  accuracy: z.object({ A: count, B: count, C: count, none: count }),
  /** By TRUST_AGES, the youngest first. */
  ages: z.array(count).length(TRUST_AGES.length + 1),
}

/** How far the things of a layer can be relied on (N15). */
export const LayerTrust = z.object({
  layer: z.string(),
  /** Things of the layer can have a class at all. */
  graded: z.boolean(),
  ...counts,
  sources: z.object({ import: count, hand: count, made: count }),
})
export type LayerTrust = z.infer<typeof LayerTrust>

export const TrustSummary = z.object({ asOf: z.string(), layers: z.array(LayerTrust) })
export type TrustSummary = z.infer<typeof TrustSummary>

/** One thing, as far as a map shows it. */
export const TrustPoint = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('Point'), coordinates: LngLat }),
  properties: z.object({ id: z.string(), accuracy: AccuracyClass.nullable(), ageDays: count }),
})
/** Things of one square: class and age that half of them have or are better than. */
export const TrustCell = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(LngLat)) }),
  properties: z.object({ ...counts, median: AccuracyClass.nullable(), ageDays: count }),
})
export type TrustPoint = z.infer<typeof TrustPoint>
export type TrustCell = z.infer<typeof TrustCell>

export const TrustMap = z.object({
  type: z.literal('FeatureCollection'),
  asOf: z.string(),
  layer: z.string(),
  /** Side of the squares; null: every thing by itself. */
  cellMetres: z.number().nullable(),
  things: count,
  features: z.array(z.union([TrustPoint, TrustCell])),
})
export type TrustMap = z.infer<typeof TrustMap>

/** The last time that somebody is known to have stood before a thing, or to have looked at what is written of it. */
export const LastSeen = z.object({
  at: z.string(),
  how: z.enum(['written', 'handled', 'verified', 'inspected']),
  /** Null: no person is known by name, or who asks may not see names. */
  by: z.string().nullable(),
  /** Number of the case for which it was looked at. */
  caseNumber: z.string().nullable(),
})
export type LastSeen = z.infer<typeof LastSeen>

/** What a thing's data are worth (N15). */
export const AssetTrust = z.object({
  id: z.string(),
  asOf: z.string(),
  changedAt: z.string(),
  ageDays: count,
  source: z.string(),
  sourceKind: SourceKind,
  /** Null: nobody graded it. */
  accuracy: AccuracyClass.nullable(),
  lastSeen: LastSeen.nullable(),
})
export type AssetTrust = z.infer<typeof AssetTrust>
