import { z } from 'zod'
import { LngLat } from './geo.ts'
import { CoverageSet, RuleId } from './rule.ts'

const id = z.string().min(1).max(80)
const metres = z.number()
const count = z.number().int()
/** 0 … 1; null: nothing was looked at. */
const share = z.number().nullable()

/** How good the data about a thing has to be (N15). A thing that falls short is left out as if it did not stand there. */
export const DataQuality = z.strictObject({
  /** Changed or confirmed within so many days. */
  maxAgeDays: z.number().int().min(1).max(36_500).optional(),
  /** Of the survey: A ≤ 0.5 m, B ≤ 1 m, C ≤ 10 m; a thing without a grade falls short of any. */
  leastAccuracy: z.enum(['A', 'B', 'C']).optional(),
  /** Beginnings of what a thing says of where it is from: `import:`, `made:suo`. */
  sources: z.array(z.string().min(1).max(80)).min(1).max(20).optional(),
})
export type DataQuality = z.infer<typeof DataQuality>

/** What is looked over. */
export const CoverageAsk = z.strictObject({
  /** Sets of rules, at most one of a layer; the standing one of each layer when absent. */
  sets: z.array(RuleId).min(1).max(20).optional(),
  quality: DataQuality.default({}),
  /** A thing stands on a road when it is no farther than this from its kerb. */
  toleranceMetres: z.number().min(1).max(30).default(6),
  /** With what is sketched in this draft. */
  draftId: id.optional(),
})
export type CoverageAsk = z.infer<typeof CoverageAsk>

export const JobState = z.enum(['waiting', 'running', 'done', 'cancelled', 'failed'])
export type JobState = z.infer<typeof JobState>

export const JobProgress = z.object({
  /** 0 … 1. */
  share: z.number(),
  /** What is being done: a word of `read`, `roads`, `things`, `solve`, or the id of a rule. */
  step: z.string(),
  elapsedMs: count,
})
export type JobProgress = z.infer<typeof JobProgress>

/** Where a side of a road lies; `both`: the rule looks at the whole road. */
export const RoadSide = z.enum(['north', 'east', 'south', 'west', 'both'])
export type RoadSide = z.infer<typeof RoadSide>

/** Looking from the road's first point to its last. */
export const Hand = z.enum(['left', 'right', 'both'])
export type Hand = z.infer<typeof Hand>

/** A stretch without a thing that is longer than its rule allows: from one thing, or the road's end, to the next. */
export const Gap = z.object({
  id: z.string(),
  setId: RuleId,
  ruleId: RuleId,
  layer: z.string(),
  roadId: z.string(),
  road: z.string(),
  roadClass: z.string(),
  side: RoadSide,
  hand: Hand,
  /** Of the lines that the road is drawn in. */
  part: count,
  /** Along that line. */
  fromMetres: metres,
  toMetres: metres,
  metres,
  maxMetres: metres,
  /** The streets between which it lies; null: the road's beginning or end. */
  fromStreet: z.string().nullable(),
  toStreet: z.string().nullable(),
  /** The responsibility grid that most of it lies in. */
  gridId: z.string().nullable(),
  grid: z.string().nullable(),
  /** The things at its two ends; null: the road ends there. `draft:` and a number is one of the draft's. */
  beforeId: z.string().nullable(),
  afterId: z.string().nullable(),
})
export type Gap = z.infer<typeof Gap>

/** GeoJSON, drawn along the kerb of its side. */
export const GapFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(LngLat) }),
  properties: Gap,
})
export type GapFeature = z.infer<typeof GapFeature>

export const GapPage = z.object({
  type: z.literal('FeatureCollection'),
  /** The longest first. */
  features: z.array(GapFeature),
  /** How many fit what was asked for, and their metres: the page may have fewer. */
  matched: count,
  metres,
})
export type GapPage = z.infer<typeof GapPage>

/** Metres that a rule does not hold for, and why: no unit grid covers the road there. */
export const LeftOut = z.object({ why: z.literal('outside-unit-grids'), metres, roads: count })

const along = {
  /** Of sides of roads; of roads where the rule looks at both sides together. */
  checkedMetres: metres,
  gapMetres: metres,
  passShare: share,
  gaps: count,
}

/** What a rule about roads comes to. */
export const RuleFinding = z.object({
  ...{ setId: RuleId, ruleId: RuleId, layer: z.string(), maxMetres: metres },
  ...along,
  /** Neither missing nor checked, counted as checkedMetres are; the roads lie in part or as a whole out there. Null: the rule holds everywhere, or the
   *  city has no unit grids to tell. */
  leftOut: LeftOut.nullable(),
  /** Of which something was checked. */
  roads: count,
  /** That stand along these roads. A thing at a corner stands along both. */
  things: count,
  longestMetres: metres,
  /** Next to each other nearer than minMetres; null: the rule names none. */
  closerPairs: count.nullable(),
})
export type RuleFinding = z.infer<typeof RuleFinding>

/** What a rule about a way or a distance comes to, by unit grid. */
export const ServiceFinding = z.object({
  ...{ setId: RuleId, ruleId: RuleId, layer: z.string(), measure: z.enum(['walk', 'radius']), maxMetres: metres },
  things: count,
  /** Unit grids where people live. */
  blocks: count,
  population: count,
  uncoveredBlocks: count,
  uncoveredPopulation: count,
  passShare: share,
})
export type ServiceFinding = z.infer<typeof ServiceFinding>

/** A road or a responsibility grid, by what is missing there. */
export const CoverageRank = z.object({
  layer: z.string(),
  id: z.string(),
  name: z.string(),
  /** Of a road. */
  roadClass: z.string().nullable(),
  ...along,
  /** Of a road: where its rule does not hold. */
  leftOutMetres: metres,
  /** Of services, for a grid. */
  uncoveredPopulation: count,
})
export type CoverageRank = z.infer<typeof CoverageRank>

/** A unit grid from which it is too far, at the place in it that is reckoned from. */
export const BlockFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('Point'), coordinates: LngLat }),
  properties: z.object({
    ...{ id: z.string(), name: z.string(), ruleId: RuleId, layer: z.string(), population: count },
    /** To the nearest; null: no way leads to any within three times what is allowed. */
    metres: metres.nullable(),
    maxMetres: metres,
    gridId: z.string().nullable(),
  }),
})
export const BlockPage = z.object({
  type: z.literal('FeatureCollection'),
  /** The most people first. */
  features: z.array(BlockFeature),
  matched: count,
  population: count,
})
export type BlockPage = z.infer<typeof BlockPage>

/** Things of a layer that are looked at, and those that fell short of the quality asked for, by the first reason. */
export const ThingCount = z.object({
  layer: z.string(),
  things: count,
  tooOld: count,
  tooRough: count,
  otherSource: count,
  /** Of a status that the rules do not count. */
  notCounted: count,
})
export type ThingCount = z.infer<typeof ThingCount>

export const CoverageResult = z.object({
  /** As they were when it began. */
  sets: z.array(CoverageSet),
  things: z.array(ThingCount),
  rules: z.array(RuleFinding),
  services: z.array(ServiceFinding),
  /** The most metres missing first. */
  roads: z.array(CoverageRank),
  grids: z.array(CoverageRank),
  /** CPU of the thread. */
  cpuMs: count,
})
export type CoverageResult = z.infer<typeof CoverageResult>

/** A look over the city, made behind the requests; kept for an hour, for who asked. */
export const CoverageRun = z.object({
  id: z.string(),
  state: JobState,
  progress: JobProgress,
  asked: CoverageAsk,
  by: z.string(),
  at: z.string(),
  /** Null until it is done. */
  result: CoverageResult.nullable(),
})
export type CoverageRun = z.infer<typeof CoverageRun>

/** What is wanted of new sites: all gaps closed with the fewest, or as much as can be with so many. */
export const ProposalAsk = z
  .strictObject({
    setId: RuleId,
    goal: z.enum(['close', 'budget']),
    /** Of `budget`. */
    sites: z.number().int().min(1).max(2_000).optional(),
    /** Only along these roads; for a service in this grid. */
    roadIds: z.array(id).min(1).max(500).optional(),
    gridId: id.optional(),
    quality: DataQuality.default({}),
    toleranceMetres: z.number().min(1).max(30).default(6),
    /** A place is looked at every so many metres along the kerb. */
    stepMetres: z.number().min(2).max(50).default(5),
    draftId: id.optional(),
    limitSeconds: z.number().min(1).max(60).default(20),
  })
  .refine(({ goal, sites }) => (goal === 'budget') === (sites !== undefined), {
    error: 'give sites with goal "budget", and only there',
  })
export type ProposalAsk = z.infer<typeof ProposalAsk>

export const SiteFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('Point'), coordinates: LngLat }),
  properties: z.object({
    number: count,
    ...{ layer: z.string(), ruleId: RuleId, roadId: z.string(), road: z.string() },
    ...{ side: RoadSide, hand: Hand, alongMetres: metres },
    /** Metres of road, or people, that it serves and no site before it did. */
    gain: z.number(),
  }),
})
export type SiteFeature = z.infer<typeof SiteFeature>

export const ProposalResult = z.object({
  sites: z.array(SiteFeature),
  /** What the gain is counted in. */
  unit: z.enum(['metres', 'people']),
  /** `sweep`: along each side from thing to thing, the fewest there are; `exact`: HiGHS; `greedy`: the best next site each time. */
  method: z.enum(['sweep', 'exact', 'greedy']),
  /** Nothing better is possible with these places. */
  proved: z.boolean(),
  /** What cannot be served today and would be; no choice of as many sites gains more than `bound`. */
  gain: z.number(),
  bound: z.number(),
  /** (bound − gain) / bound. */
  gapToBound: z.number(),
  /** At least this share of the best, by proof, before anything is reckoned: 1 − 1/e for greedy. */
  guarantee: z.number(),
  /** By the rule: metres of gaps, or people too far, before and after. */
  before: z.number(),
  after: z.number(),
  places: count,
  cpuMs: count,
})
export type ProposalResult = z.infer<typeof ProposalResult>

export const Proposal = z.object({
  id: z.string(),
  state: JobState,
  progress: JobProgress,
  asked: ProposalAsk,
  by: z.string(),
  at: z.string(),
  result: ProposalResult.nullable(),
})
export type Proposal = z.infer<typeof Proposal>
