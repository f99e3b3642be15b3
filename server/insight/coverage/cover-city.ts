import type { CoverageRule, CoverageSet } from '../../contract/rule.ts'
import { areaMap, sideAreas } from './area-map.ts'
import { type CheckedSide, checkRoads } from './check-roads.ts'
import { checkService } from './check-service.ts'
import type { CityGround, CoverageFound, CoverageTask } from './coverage-task.ts'
import { crossStreets, sectionOf } from './cross-streets.ts'
import { layOutStreets, type StreetMap } from './street-map.ts'
import { areasOf, findingsOf, gapMetres, leftOutMetres, mostOf, passShare, Ranks } from './summarise.ts'
import { countedThings, goodThings, type Things, thingCount } from './things.ts'
import { WalkNet } from './walk-net.ts'

export interface CoverageStep {
  /** 0 … 1. */
  share: number
  step: string
}

/** Holds a city to sets of rules, a step at a time. */
export function* coverCity({
  ground,
  sets,
  quality,
  toleranceMetres,
}: CoverageTask): Generator<CoverageStep, CoverageFound> {
  const begun = process.cpuUsage()
  yield { share: 0, step: 'roads' }
  const map = layOutStreets(ground.streets, ground.origin)
  const at = areaMap(ground.areas, map.toPlane)
  const areas = sideAreas(map.parts, at)
  const crossings = crossStreets(map)
  const [roads, grids] = [new Ranks(), new Ranks()]
  const found: CoverageFound = {
    gaps: [],
    blocks: [],
    things: [],
    rules: [],
    services: [],
    roads: [],
    grids: [],
    cpuMs: 0,
  }

  const gridRow = (layer: string, area: number) => {
    const { id = '', name = '' } = ground.areas[area] ?? {}
    return { layer, id, name, roadClass: null }
  }
  const rank = (set: CoverageSet, sides: readonly CheckedSide[]): void => {
    for (const side of sides) {
      const { id, name, class: roadClass } = side.part.street
      const missing = gapMetres(side.gaps)
      roads.add(
        { layer: set.layer, id, name, roadClass },
        { checked: side.metres, missing, gaps: side.gaps.length, leftOut: leftOutMetres(side) },
      )
      for (const span of spansOf(side))
        for (const [area, checked] of areasOf(side, span, areas[side.part.index]))
          if (area >= 0) grids.add(gridRow(set.layer, area), { checked })
    }
  }
  const takeGaps = (set: CoverageSet, setAt: number, sides: readonly CheckedSide[]): void => {
    for (const side of sides)
      for (const gap of side.gaps) {
        const shares = areasOf(side, gap, areas[side.part.index])
        const area = mostOf(shares)
        for (const [one, missing] of shares)
          if (one >= 0) grids.add(gridRow(set.layer, one), { missing, gaps: one === area ? 1 : 0 })
        const section = sectionOf(crossings[side.part.index] ?? [], gap)
        found.gaps.push({
          ...{ set: setAt, rule: set.rules.indexOf(side.rule), part: side.part.index, side: side.side },
          ...{ ...gap, ...section, area },
        })
      }
  }

  for (const [setAt, set] of sets.entries()) {
    const things = ground.things[set.layer] ?? noThings(set.layer)
    const good = goodThings(things, quality, ground.nowMs)
    const counted = new Map(set.rules.map((rule) => [rule.id, countedThings(things, rule)]))
    found.things.push(thingCount(things, good, anyOf(things, counted)))
    const { gridStretches } = ground
    const looked = { things, good: good.good, counted, tolerance: toleranceMetres, gridStretches }
    const steps = checkRoads(map, set.rules, looked)
    const stepOf = (part: number): CoverageStep => ({
      share: 0.1 + (0.9 * (setAt + part)) / sets.length,
      step: set.rules[0]?.id ?? set.id,
    })
    let step = steps.next()
    for (; !step.done; step = steps.next()) yield stepOf(step.value)
    found.rules.push(...findingsOf(set, step.value))
    rank(set, step.value)
    takeGaps(set, setAt, step.value)
    for (const [ruleAt, rule] of set.rules.entries())
      if (rule.measure !== 'along-road') {
        yield stepOf(0.5)
        const served = { things, isServing: (one: number) => good.good[one] === 1 && counted.get(rule.id)?.[one] === 1 }
        serve({ ground, map, found, set, setAt, rule, ruleAt, ...served }, (x, y, people) => {
          const area = at(x, y, -1)
          if (area >= 0) grids.add(gridRow(set.layer, area), { people })
          return area
        })
      }
  }
  const used = process.cpuUsage(begun)
  return { ...found, roads: roads.list(), grids: grids.list(), cpuMs: Math.round((used.user + used.system) / 1_000) }
}

const spansOf = ({ part, stretches }: CheckedSide): { from: number; to: number }[] =>
  stretches
    ? Array.from({ length: stretches.length / 2 }, (_, i) => ({
        ...{ from: stretches[i * 2] as number, to: stretches[i * 2 + 1] as number },
      }))
    : [{ from: 0, to: part.length }]

interface Serving {
  ground: CityGround
  map: StreetMap
  found: CoverageFound
  set: CoverageSet
  setAt: number
  rule: CoverageRule
  ruleAt: number
  things: Things
  isServing: (thing: number) => boolean
}

function serve(
  { ground, map, found, set, setAt, rule, ruleAt, things, isServing }: Serving,
  areaOf: (x: number, y: number, people: number) => number,
): void {
  const { blocks, ways } = ground
  const at: [number, number][] = []
  for (let thing = 0; thing < things.count; thing++)
    if (isServing(thing)) at.push([things.lng[thing] as number, things.lat[thing] as number])
  const net = rule.measure === 'walk' && ways ? new WalkNet(ways, map.toPlane) : undefined
  const metres = checkService(rule, at, blocks, { toPlane: map.toPlane, net })
  let [lived, population, uncoveredBlocks, uncoveredPopulation] = [0, 0, 0, 0]
  for (let block = 0; block < blocks.count; block++) {
    const people = blocks.population[block] as number
    if (people <= 0) continue
    lived++
    population += people
    if ((metres[block] as number) <= rule.maxMetres) continue
    uncoveredBlocks++
    uncoveredPopulation += people
    const place = map.toPlane([blocks.lng[block] as number, blocks.lat[block] as number])
    found.blocks.push({
      set: setAt,
      rule: ruleAt,
      block,
      metres: metres[block] as number,
      area: areaOf(...place, people),
    })
  }
  found.services.push({
    ...{ setId: set.id, ruleId: rule.id, layer: set.layer, maxMetres: rule.maxMetres, things: at.length },
    // Where no way is known it can only be measured straight across, and says so.
    measure: net ? 'walk' : 'radius',
    ...{ blocks: lived, population, uncoveredBlocks, uncoveredPopulation },
    passShare: passShare(population, uncoveredPopulation),
  })
}

function anyOf(things: Things, counted: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const any = new Uint8Array(things.count)
  for (const one of counted.values()) for (let thing = 0; thing < things.count; thing++) if (one[thing]) any[thing] = 1
  return any
}

const none = { words: [], of: new Uint16Array(0) }
export const noThings = (layer: string): Things => ({
  ...{ layer, count: 0, lng: new Float64Array(0), lat: new Float64Array(0), changedMs: new Float64Array(0) },
  ...{ status: none, source: none, accuracy: none, fields: {} },
})
