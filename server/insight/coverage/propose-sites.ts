import type { Highs } from 'highs'
import type { ProposalAsk, ProposalResult } from '../../contract/coverage.ts'
import type { LngLat } from '../../contract/geo.ts'
import type { CoverageSet } from '../../contract/rule.ts'
import { areaMap, sideAreas } from './area-map.ts'
import { checkRoads } from './check-roads.ts'
import type { CoverageStep } from './cover-city.ts'
import { noThings } from './cover-city.ts'
import {
  type Choice,
  type CoverProblem,
  exactCover,
  fewestCover,
  GREEDY_SHARE,
  greedyCover,
  isSmall,
} from './cover-problem.ts'
import type { CityGround } from './coverage-task.ts'
import { crossStreets } from './cross-streets.ts'
import { placeOn, type Side, sideOf } from './draw-gap.ts'
import { findGaps } from './find-gaps.ts'
import { metresProblem, type OpenGap, placesAlong, type Site } from './road-sites.ts'
import { serviceProblem } from './service-sites.ts'
import { layOutStreets, type StreetMap } from './street-map.ts'
import { areasOf, gapMetres, mostOf } from './summarise.ts'
import { sweepSites } from './sweep-sites.ts'
import { countedThings, goodThings, type Things } from './things.ts'

export interface ProposalTask
  extends Pick<
    ProposalAsk,
    'goal' | 'sites' | 'roadIds' | 'gridId' | 'quality' | 'toleranceMetres' | 'stepMetres' | 'limitSeconds'
  > {
  ground: CityGround
  set: CoverageSet
}

export interface FoundSite {
  roadId: string
  road: string
  ruleId: string
  side: Side
  where: ReturnType<typeof sideOf>
  alongMetres: number
  at: LngLat
  gain: number
}

export interface ProposalFound extends Omit<ProposalResult, 'sites'> {
  sites: FoundSite[]
}

type Figures = Omit<ProposalFound, 'cpuMs'>

/** New sites for what a set of rules finds missing. @param highs of none the answer is greedy, or swept */
export function* proposeSites(
  task: ProposalTask,
  highs: Pick<Highs, 'solve'> | undefined,
): Generator<CoverageStep, ProposalFound> {
  const begun = process.cpuUsage()
  yield { share: 0, step: 'roads' }
  const { ground, set } = task
  const map = layOutStreets(ground.streets, ground.origin)
  const things = ground.things[set.layer] ?? noThings(set.layer)
  const { good } = goodThings(things, task.quality, ground.nowMs)
  yield { share: 0.1, step: 'things' }
  const figures = set.rules.some(({ measure }) => measure === 'along-road')
    ? yield* alongRoads(task, { map, things, good }, highs)
    : yield* forService(task, { map, things, good }, highs)
  const used = process.cpuUsage(begun)
  return { ...figures, cpuMs: Math.round((used.user + used.system) / 1_000) }
}

interface Laid {
  map: StreetMap
  things: Things
  good: Uint8Array
}

function* alongRoads(
  task: ProposalTask,
  { map, things, good }: Laid,
  highs: Pick<Highs, 'solve'> | undefined,
): Generator<CoverageStep, Figures> {
  const { ground, set, goal, roadIds, gridId, stepMetres, toleranceMetres } = task
  const counted = new Map(set.rules.map((rule) => [rule.id, countedThings(things, rule)]))
  const { gridStretches } = ground
  const checking = checkRoads(map, set.rules, { things, good, counted, tolerance: toleranceMetres, gridStretches })
  let step = checking.next()
  for (; !step.done; step = checking.next()) yield { share: 0.1 + step.value * 0.4, step: 'things' }
  const areas = gridId === undefined ? undefined : sideAreas(map.parts, areaMap(ground.areas, map.toPlane))
  const area = ground.areas.findIndex(({ id }) => id === gridId)
  const isAsked = ({ side, gap }: OpenGap): boolean =>
    (!roadIds || roadIds.includes(side.part.street.id)) &&
    (!areas || mostOf(areasOf(side, gap, areas[side.part.index])) === area)
  const gaps = step.value.flatMap((side) => side.gaps.map((gap): OpenGap => ({ side, gap }))).filter(isAsked)
  const crossings = crossStreets(map)
  const placesOf = (open: OpenGap): number[] => placesAlong(open, crossings[open.side.part.index] ?? [], stepMetres)
  yield { share: 0.6, step: 'solve' }
  const before = gapMetres(gaps.map(({ gap }) => gap))
  const { problem, sites } = metresProblem(gaps, placesOf)
  if (goal === 'close') {
    const chosen = gaps.flatMap(({ side, gap }): Site[] =>
      sweepSites(gap, placesOf({ side, gap }), side.rule.maxMetres).map((metres) => ({
        ...{ part: side.part, side: side.side, metres, ruleId: side.rule.id },
      })),
    )
    const after = leftMetres(gaps, chosen)
    const [all, left] = [servable(gaps), servable(gaps, chosen)]
    return {
      sites: chosen.map((site) => foundSite(map, site, Math.min(before, siteGain(gaps, site)))),
      ...{ unit: 'metres', method: 'sweep', proved: after === 0, gain: all - left, bound: all },
      ...{ gapToBound: all > 0 ? left / all : 0, guarantee: 1, before, after, places: sites.length },
    }
  }
  const choice = choose(problem, task, highs)
  const chosen = choice.chosen.flatMap((place) => sites[place] ?? [])
  return {
    sites: chosen.map((site, i) => foundSite(map, site, choice.gains[i] ?? 0)),
    ...figuresOf(choice, 'metres'),
    ...{ before, after: leftMetres(gaps, chosen), places: sites.length },
  }
}

function* forService(
  task: ProposalTask,
  laid: Laid,
  highs: Pick<Highs, 'solve'> | undefined,
): Generator<CoverageStep, Figures> {
  const { problem, sites, before } = yield* serviceProblem(task, laid)
  yield { share: 0.8, step: 'solve' }
  const choice = choose(problem, task, highs)
  return {
    sites: choice.chosen.flatMap((place, i) => {
      const site = sites[place]
      return site ? [foundSite(laid.map, site, choice.gains[i] ?? 0)] : []
    }),
    ...figuresOf(choice, 'people'),
    ...{ before, after: before - choice.gain, places: sites.length },
  }
}

/** Exact where it is small enough and comes to an end in time, else greedy with its bound. */
function choose(
  problem: CoverProblem,
  { goal, sites = 0, limitSeconds }: Pick<ProposalTask, 'goal' | 'sites' | 'limitSeconds'>,
  highs: Pick<Highs, 'solve'> | undefined,
): Choice {
  const most = goal === 'close' ? problem.covers.length : sites
  const how = highs && isSmall(problem) ? { highs, seconds: limitSeconds } : undefined
  const exact = how && (goal === 'close' ? fewestCover(problem, how) : exactCover(problem, most, how))
  if (exact) return exact
  const greedy = greedyCover(problem, most)
  // All that can be served is served; whether fewer places would do is not known.
  return goal === 'close' ? { ...greedy, proved: false } : greedy
}

const figuresOf = ({ method, proved, gain, bound }: Choice, unit: 'metres' | 'people') => ({
  ...{ unit, method, proved, gain, bound },
  gapToBound: bound > 0 ? (bound - gain) / bound : 0,
  guarantee: method === 'exact' ? 1 : GREEDY_SHARE,
})

const standing = ({ side }: OpenGap, chosen: readonly Site[], { from, to }: { from: number; to: number }): number[] =>
  chosen
    .filter((site) => site.part === side.part && site.side === side.side && site.metres > from && site.metres < to)
    .map(({ metres }) => metres)
    .sort((a, b) => a - b)

/** Metres of gaps that are left when the chosen ones stand. */
function leftMetres(gaps: readonly OpenGap[], chosen: readonly Site[]): number {
  return gaps.reduce((sum, open) => {
    const { from, to } = open.gap
    const places = standing(open, chosen, open.gap).map((metres) => ({ metres: metres - from, thing: 0 }))
    const line = { length: to - from, closed: false }
    return sum + gapMetres(findGaps(places, line, open.side.rule.maxMetres))
  }, 0)
}

/** Metres with nothing within half of what is allowed. */
function servable(gaps: readonly OpenGap[], chosen: readonly Site[] = []): number {
  return gaps.reduce((sum, open) => {
    const stops = [open.gap.from, ...standing(open, chosen, open.gap), open.gap.to]
    const most = open.side.rule.maxMetres
    return sum + stops.reduce((all, to, i) => all + Math.max(0, i > 0 ? to - (stops[i - 1] as number) - most : 0), 0)
  }, 0)
}

/** What a site alone would serve. */
function siteGain(gaps: readonly OpenGap[], site: Site): number {
  const its = gaps.filter(
    ({ side, gap }) =>
      side.part === site.part && side.side === site.side && gap.from < site.metres && site.metres < gap.to,
  )
  return servable(its) - servable(its, [site])
}

function foundSite(map: StreetMap, { part, side, metres, ruleId }: Site, gain: number): FoundSite {
  // What serves the whole road stands on its right.
  const hand = side === 0 ? -1 : side
  const at = map.toPlace(...placeOn(part, metres, hand * (part.halfWidth + KERB_METRES)))
  return {
    ...{ roadId: part.street.id, road: part.street.name, ruleId, side: hand, gain: Math.round(gain * 100) / 100 },
    where: sideOf(part, { from: Math.max(0, metres - 20), to: metres + 20 }, hand),
    alongMetres: Math.round(metres * 100) / 100,
    at: [Math.round(at[0] * 1e7) / 1e7, Math.round(at[1] * 1e7) / 1e7],
  }
}

/** Behind the kerb, as things stand in the streets that were looked at. */
const KERB_METRES = 1
