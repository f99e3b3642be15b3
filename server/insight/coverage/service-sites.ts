import Flatbush from 'flatbush'
import { areaMap } from './area-map.ts'
import { checkService } from './check-service.ts'
import type { CoverageStep } from './cover-city.ts'
import type { CoverProblem } from './cover-problem.ts'
import { crossStreets } from './cross-streets.ts'
import { placeOn } from './draw-gap.ts'
import type { ProposalTask } from './propose-sites.ts'
import { placesAlong, type Site } from './road-sites.ts'
import type { StreetMap } from './street-map.ts'
import { countedThings, type Things } from './things.ts'
import { metresTo, WalkNet } from './walk-net.ts'

/** Nobody chooses between places for a toilet nearer to each other. */
const LEAST_STEP_METRES = 20

/** People too far from what serves them, and the places along the roads that would serve them. */
export function* serviceProblem(
  { ground, set, gridId, roadIds, stepMetres }: ProposalTask,
  { map, things, good }: { map: StreetMap; things: Things; good: Uint8Array },
): Generator<CoverageStep, { problem: CoverProblem; sites: Site[]; before: number }> {
  const [rule] = set.rules
  if (!rule) return { problem: { weights: [], covers: [] }, sites: [], before: 0 }
  const { blocks, ways } = ground
  const net = rule.measure === 'walk' && ways ? new WalkNet(ways, map.toPlane) : undefined
  const counted = countedThings(things, rule)
  const at: [number, number][] = []
  for (let thing = 0; thing < things.count; thing++)
    if (good[thing] && counted[thing]) at.push([things.lng[thing] as number, things.lat[thing] as number])
  const metres = checkService(rule, at, blocks, { toPlane: map.toPlane, net })
  const areaAt = areaMap(ground.areas, map.toPlane)
  const area = ground.areas.findIndex(({ id }) => id === gridId)
  const isIn = (x: number, y: number): boolean => gridId === undefined || areaAt(x, y, -1) === area
  const wants: { home: [number, number]; people: number }[] = []
  for (let block = 0; block < blocks.count; block++) {
    const people = blocks.population[block] as number
    if (people <= 0 || (metres[block] as number) <= rule.maxMetres) continue
    const home = map.toPlane([blocks.lng[block] as number, blocks.lat[block] as number])
    if (isIn(...home)) wants.push({ home, people })
  }
  const before = wants.reduce((sum, { people }) => sum + people, 0)
  const tree = wants.length > 0 ? new Flatbush(wants.length) : undefined
  for (const { home } of wants) tree?.add(...home, ...home)
  tree?.finish()
  const snapped = wants.map(({ home }) => net?.snap(...home))
  const crossings = crossStreets(map)
  const step = Math.max(LEAST_STEP_METRES, stepMetres)
  const [sites, covers]: [Site[], number[][]] = [[], []]
  for (const [done, part] of map.parts.entries()) {
    if (done % 50 === 49) yield { share: 0.2 + (0.6 * done) / map.parts.length, step: rule.id }
    if (roadIds && !roadIds.includes(part.street.id)) continue
    const whole = { from: 0, to: part.length, before: -1, after: -1 }
    const nothing = { stretches: undefined, places: [], gaps: [], closer: 0 }
    const side = { ...nothing, part, side: -1 as const, rule, metres: part.length }
    for (const along of placesAlong({ side, gap: whole }, crossings[part.index] ?? [], step)) {
      const [x, y] = placeOn(part, along, -part.halfWidth)
      if (!isIn(x, y)) continue
      const reach = rule.maxMetres
      const near = tree?.search(x - reach, y - reach, x + reach, y + reach) ?? []
      if (near.length === 0) continue
      const served = servedBy([x, y], near)
      if (served.length === 0) continue
      sites.push({ part, side: -1, metres: along, ruleId: rule.id })
      covers.push(served)
    }
  }
  return { problem: { weights: wants.map(({ people }) => people), covers }, sites, before }

  function servedBy([x, y]: [number, number], near: readonly number[]): number[] {
    const most = rule?.maxMetres ?? 0
    if (!net) return near.filter((want) => apart(wants[want]?.home ?? [x, y], [x, y]) <= most)
    const on = net.snap(x, y)
    if (!on) return []
    const joints = net.metresFrom([on], most)
    const onWays = new Map([[on.way, [on]]])
    return near.filter((want) => {
      const home = snapped[want]
      return home !== undefined && metresTo(net, home, { joints, onWays }) <= most
    })
  }
}

const apart = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]): number => Math.hypot(u - x, v - y)
