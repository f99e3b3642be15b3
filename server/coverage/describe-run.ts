import type { BlockPage, CoverageAsk, CoverageRun, Gap, GapFeature, GapPage } from '../contract/coverage.ts'
import type { CoverageSet } from '../contract/rule.ts'
import type { CoverageFound, RawGap } from '../insight/coverage/coverage-task.ts'
import { drawAlong, type Side, sideOf } from '../insight/coverage/draw-gap.ts'
import type { Part } from '../insight/coverage/street-map.ts'
import type { Job } from './coverage-jobs.ts'
import type { GatheredCity } from './gather-city.ts'
import type { LaidStreets } from './street-book.ts'

export interface KeptRun {
  city: GatheredCity
  sets: readonly CoverageSet[]
}
export type RunJob = Job<CoverageAsk, KeptRun, CoverageFound>

/** A look over the city as its reader sees it, but for its gaps and blocks. */
export function describeRun(job: RunJob, progress: CoverageRun['progress']): CoverageRun {
  const { id, state, asked, byName, at, found, kept } = job
  const result = found && {
    ...{ sets: [...kept.sets], things: found.things, rules: found.rules, services: found.services },
    ...{ roads: found.roads, grids: found.grids, cpuMs: found.cpuMs },
  }
  return { id, state, progress, asked, by: byName, at, result }
}

export interface GapFilter {
  layer?: string | undefined
  rule?: string | undefined
  road?: string | undefined
  grid?: string | undefined
  limit: number
}

/** The longest gaps of a run that fit. */
export function gapPage(
  { kept: { city, sets }, found }: RunJob,
  { layer, rule, road, grid, limit }: GapFilter,
): GapPage {
  const { map, areas } = city.laid
  const fitting = (found?.gaps ?? []).filter(
    (gap) =>
      (layer === undefined || sets[gap.set]?.layer === layer) &&
      (rule === undefined || sets[gap.set]?.rules[gap.rule]?.id === rule) &&
      (road === undefined || map.parts[gap.part]?.street.id === road) &&
      (grid === undefined || areas[gap.area]?.id === grid),
  )
  const longest = fitting.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  return {
    type: 'FeatureCollection',
    features: longest.slice(0, limit).flatMap((gap) => {
      const set = sets[gap.set]
      return set ? gapFeature(gap, set, city.laid, (thing) => city.named.get(set.layer)?.idOf(thing) ?? null) : []
    }),
    matched: fitting.length,
    metres: centimetres(fitting.reduce((sum, { from, to }) => sum + to - from, 0)),
  }
}

const centimetres = (metres: number): number => Math.round(metres * 100) / 100
const HANDS: Record<Side, Gap['hand']> = { 1: 'left', [-1]: 'right', 0: 'both' }
export const handOf = (side: Side): Gap['hand'] => HANDS[side]

/** A gap as the map draws it. @param idOf names the thing at one of its ends */
export function gapFeature(
  gap: Omit<RawGap, 'set'>,
  set: CoverageSet,
  { map, areas }: Pick<LaidStreets, 'map' | 'areas'>,
  idOf: (thing: number) => string | null,
): GapFeature[] {
  const [part, rule] = [map.parts[gap.part], set.rules[gap.rule]]
  if (!part || !rule) return []
  const area = areas[gap.area]
  const properties: Gap = {
    id: [rule.id, part.street.id, part.line, handOf(gap.side), Math.round(gap.from)].join(':'),
    ...{ setId: set.id, ruleId: rule.id, layer: set.layer },
    ...{ roadId: part.street.id, road: part.street.name, roadClass: part.street.class, part: part.line },
    ...{ side: sideOf(part as Part, gap, gap.side), hand: handOf(gap.side) },
    ...{ fromMetres: centimetres(gap.from), toMetres: centimetres(gap.to), metres: centimetres(gap.to - gap.from) },
    ...{ maxMetres: rule.maxMetres, fromStreet: gap.fromStreet, toStreet: gap.toStreet },
    ...{ gridId: area?.id ?? null, grid: area?.name ?? null },
    ...{ beforeId: gap.before < 0 ? null : idOf(gap.before), afterId: gap.after < 0 ? null : idOf(gap.after) },
  }
  const geometry = { type: 'LineString' as const, coordinates: drawAlong(map, part, gap, gap.side) }
  return [{ type: 'Feature', id: properties.id, geometry, properties }]
}

/** Unit grids from which it is too far, the most people first. */
export function blockPage(
  { kept: { city, sets }, found }: RunJob,
  { rule, grid, limit }: Pick<GapFilter, 'rule' | 'grid' | 'limit'>,
): BlockPage {
  const { ground, laid, blockOf } = city
  const { blocks } = ground
  const fitting = (found?.blocks ?? []).filter(
    (one) =>
      (rule === undefined || sets[one.set]?.rules[one.rule]?.id === rule) &&
      (grid === undefined || laid.areas[one.area]?.id === grid),
  )
  const people = ({ block }: { block: number }): number => blocks.population[block] ?? 0
  return {
    type: 'FeatureCollection',
    features: fitting
      .toSorted((a, b) => people(b) - people(a))
      .slice(0, limit)
      .flatMap((one) => {
        const [set, { id, name }] = [sets[one.set], blockOf(one.block)]
        const rule = set?.rules[one.rule]
        if (!set || !rule) return []
        const coordinates: [number, number] = [blocks.lng[one.block] ?? 0, blocks.lat[one.block] ?? 0]
        const properties = {
          ...{ id, name, ruleId: rule.id, layer: set.layer, population: people(one), maxMetres: rule.maxMetres },
          metres: Number.isFinite(one.metres) ? Math.round(one.metres) : null,
          gridId: laid.areas[one.area]?.id ?? null,
        }
        return [{ type: 'Feature' as const, id, geometry: { type: 'Point' as const, coordinates }, properties }]
      }),
    matched: fitting.length,
    population: fitting.reduce((sum, one) => sum + people(one), 0),
  }
}
