import { z } from 'zod'
import { GapFeature } from './coverage.ts'
import { LngLat } from './geo.ts'
import { RuleId } from './rule.ts'

const id = z.string().min(1).max(80)
const layer = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

/** Something sketched: new, a thing of the city stood elsewhere, or one taken away. */
export const DraftItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), id, layer, at: LngLat }),
  z.object({ kind: z.literal('moved'), id, layer, assetId: id, from: LngLat, at: LngLat }),
  z.object({ kind: z.literal('removed'), id, layer, assetId: id, from: LngLat }),
])
export type DraftItem = z.infer<typeof DraftItem>

/** A sketch of a planner's: never in the layers, tiles, counts or the search. */
export const Draft = z.object({
  id: z.string(),
  name: z.string(),
  by: z.string(),
  byName: z.string(),
  /** Whether it is the asker's own; another's that is shared can be read. */
  mine: z.boolean(),
  shared: z.boolean(),
  /** Grows with every edit; an undo goes back to the one before. */
  version: z.number().int(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  madeAt: z.string(),
  changedAt: z.string(),
  items: z.array(DraftItem),
})
export type Draft = z.infer<typeof Draft>

/** As a list shows it. */
export const DraftLine = Draft.omit({ items: true, canUndo: true, canRedo: true }).extend({ count: z.number().int() })
export type DraftLine = z.infer<typeof DraftLine>

const name = z.string().trim().min(1).max(60)
export const NewDraft = z.strictObject({ name })
export const DraftPatch = z.strictObject({ name: name.optional(), shared: z.boolean().optional() })
export type DraftPatch = z.infer<typeof DraftPatch>

/** `of` is a thing of the city, or an item of the draft. */
export const DraftStroke = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), layer, at: LngLat }),
  z.strictObject({ do: z.literal('move'), of: id, to: LngLat }),
  z.strictObject({ do: z.literal('remove'), of: id }),
])
export type DraftStroke = z.infer<typeof DraftStroke>

export const MOST_ITEMS = 2_000

/** One edit is undone at once, however many strokes it has. */
export const DraftEdit = z.strictObject({ strokes: z.array(DraftStroke).min(1).max(MOST_ITEMS) })
export type DraftEdit = z.infer<typeof DraftEdit>

const figures = z.object({ gapMetres: z.number(), gaps: z.number().int(), passShare: z.number().nullable() })

/** What a draft would change, along the roads that it touches. */
export const DraftOutcome = z.object({
  version: z.number().int(),
  /** Of the touched roads. */
  rules: z.array(
    z.object({
      ...{ setId: RuleId, ruleId: RuleId, layer: z.string(), before: figures, after: figures },
      /** Metres of gaps that are gone; below 0: more than before. */
      gainedMetres: z.number(),
    }),
  ),
  roads: z.array(
    z.object({
      ...{ roadId: z.string(), road: z.string(), ruleId: RuleId, layer: z.string() },
      /** Of the lines that the road is drawn in. */
      part: z.number().int(),
      ...{ beforeMetres: z.number(), afterMetres: z.number(), gainedMetres: z.number() },
    }),
  ),
  /** The gaps of the touched roads as they would be. */
  gaps: z.object({ type: z.literal('FeatureCollection'), features: z.array(GapFeature) }),
  /** Items that stand along no road that a rule looks at. */
  idle: z.array(z.string()),
  reckonedRoads: z.number().int(),
  ms: z.number(),
})
export type DraftOutcome = z.infer<typeof DraftOutcome>

export const DraftEdited = z.object({ draft: Draft, outcome: DraftOutcome })
export type DraftEdited = z.infer<typeof DraftEdited>
