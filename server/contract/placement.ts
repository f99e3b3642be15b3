import { z } from 'zod'
import { Case, CaseOwner } from './case.ts'

const TypeDigits = z.string().regex(/^(\d{5}|L\d{4})$/)
/** The beginning of a type code: `06` is a major class, `` every class. */
export const CodePrefix = z.string().regex(/^(\d{0,5}|L\d{0,4})$/)

/** Within which distance and time two reports of one class are the same problem. */
export const SameProblem = z.strictObject({
  /** Beginnings of codes; of several rows that fit, the longest beginning decides. */
  codes: z.array(CodePrefix).min(1),
  metres: z.number().positive(),
  /** An open case as old as this still takes a new report. */
  openHours: z.number().positive(),
  /** A case that ended so long ago, too: the report may have been on its way. */
  endedHours: z.number().nonnegative(),
})
export type SameProblem = z.infer<typeof SameProblem>

/** The numbers by which a case finds its place (D10, D11, D21, N10). */
export const PlacementRules = z.strictObject({
  source: z.string().min(1),
  /** A road farther away than this is not the road that a case is on. */
  roadMetres: z.number().positive(),
  /** Things as near as this to a tap are what it may mean (D21). */
  snapMetres: z.number().positive(),
  /** By the code of a matter: the codes of the things that it may be about. A component, and its mirrored matter, is about its own. */
  things: z.record(TypeDigits, z.array(TypeDigits).min(1)),
  same: z.array(SameProblem).min(1),
  /** So many of one class at one place within so many days (D11). */
  repeats: z.strictObject({
    days: z.number().positive(),
    flagged: z.number().int().min(2),
    key: z.number().int().min(2),
  }),
  /** So many lamps of one circuit within so many hours are one fault of the circuit (N10). */
  circuits: z.strictObject({
    lamps: z.array(TypeDigits).min(1),
    cabinet: TypeDigits,
    atLeast: z.number().int().min(2),
    hours: z.number().positive(),
  }),
})
export type PlacementRules = z.infer<typeof PlacementRules>

/** The road that a case is on, and how far from its middle line. */
export const RoadNear = z.strictObject({ id: z.string(), name: z.string(), metres: z.number().nonnegative() })
export type RoadNear = z.infer<typeof RoadNear>

/** A thing that a tap may mean. */
export const ThingNear = z.strictObject({
  id: z.string(),
  layer: z.string(),
  name: z.string(),
  code: z.string(),
  metres: z.number().nonnegative(),
})
export type ThingNear = z.infer<typeof ThingNear>

/** Why a case may be the same problem; the screen has the words. */
export const DuplicateReason = z.discriminatedUnion('because', [
  z.strictObject({ because: z.literal('same-thing'), thing: z.string() }),
  z.strictObject({ because: z.literal('near'), metres: z.number().nonnegative() }),
  z.strictObject({ because: z.literal('open'), hours: z.number().nonnegative() }),
  z.strictObject({ because: z.literal('ended'), hours: z.number().nonnegative() }),
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** An earlier case that a report may be about too; `score` is 1 for the same thing at the same moment. */
export const DuplicateSuggestion = z.strictObject({
  id: z.string(),
  ...Case.pick({ number: true, problem: true, address: true, location: true, assetId: true, status: true }).shape,
  ...Case.pick({ receivedAt: true, source: true }).shape,
  metres: z.number().nonnegative(),
  score: z.number().min(0).max(1),
  reasons: z.array(DuplicateReason).min(1),
})
export type DuplicateSuggestion = z.infer<typeof DuplicateSuggestion>

/** `key` is 重点. */
export const RepeatLevel = z.enum(['none', 'repeated', 'key'])
export type RepeatLevel = z.infer<typeof RepeatLevel>

/** A place at which the same comes again. */
export const RepeatSite = z.strictObject({
  code: TypeDigits,
  location: Case.shape.location,
  /** The thing, where the cases are about one. */
  assetId: z.string().nullable(),
  level: RepeatLevel,
  /** In the order of receipt. */
  cases: z.array(Case.pick({ id: true, number: true, problem: true, address: true, status: true, receivedAt: true })),
})
export type RepeatSite = z.infer<typeof RepeatSite>

/** Where a case belongs: all that is known from its place and its class. */
export const Placement = z.strictObject({
  unitGrid: z.string().nullable(),
  responsibilityGrid: z.string().nullable(),
  /** The 9 and 12 first digits of the unit grid's code (GB/T 30428.1); null where it has none. */
  street: z.string().nullable(),
  community: z.string().nullable(),
  road: RoadNear.nullable(),
  /** The thing it is about; null where none is near, or a person has to choose. */
  assetId: z.string().nullable(),
  /** Two or more to choose from, the nearest first; else empty. */
  choices: z.array(ThingNear),
  /** null where the city has no table of responsibility. */
  owner: CaseOwner.nullable(),
  /** How many of the same class came before at the same place within the days of the rule. */
  repeats: z.number().int().nonnegative(),
  repeatLevel: RepeatLevel,
  duplicates: z.array(DuplicateSuggestion),
})
export type Placement = z.infer<typeof Placement>
