import type { LngLat } from '../contract/geo.ts'
import type { PatrolAsked, PatrolRoute } from '../contract/lighting.ts'
import type { TravelSpeeds, Vehicle } from '../contract/travel.ts'
import { inSlices } from '../http/in-slices.ts'
import type { Round } from '../insight/lighting/patrol/find-round.ts'
import type { PatrolTask } from '../insight/lighting/patrol/patrol-thread.ts'
import { unseenRoadsInSteps } from '../insight/lighting/rate-roads.ts'
import type { RoadNet } from '../roads/build-net.ts'
import { speedOn } from '../roads/road-facts.ts'
import { snapToRoad } from '../roads/snap-to-road.ts'
import { type LightNeeds, patrolledNight, type StandingLamp, standingLamps } from './rate-lights.ts'

/** A lamp is seen from the road that it is so near to. */
const LAMP_METRES = 60

/** What the thread is told, and what is needed to draw its answer. */
export interface PatrolWork {
  task: PatrolTask
  net: RoadNet
  vehicle: Vehicle
  speeds: TravelSpeeds
  /** Lamps on each edge. */
  lampsOn: ReadonlyMap<number, number>
  /** Those lamps by the roads that they name; '' is none. */
  roadsOn: ReadonlyMap<number, ReadonlyMap<string, number>>
  lamps: number
  offRoad: number
}

/** Which stretches a patrol has to pass: those that carry a lamp that is asked for, whole, from joint to joint. Throws NobodyWaits when the signal
 *  says so. */
export async function planPatrol(
  asked: PatrolAsked,
  needs: LightNeeds & { roads: { net(): RoadNet; speeds: TravelSpeeds } },
  signal?: AbortSignal,
): Promise<PatrolWork> {
  const [net, { speeds }] = [needs.roads.net(), needs.roads]
  const pace = { vehicle: asked.vehicle, speeds }
  const lamps = await askedLamps(asked, needs, signal)
  const { lampsOn, roadsOn, offRoad } = await inSlices(alongRoads(lamps, net, pace), signal)
  const streets = net.edges.map(({ from, to, metres, facts }) => ({
    ...{ from, to, metres },
    forward: speedOn(facts, { along: true, ...pace }, speeds) > 0,
    backward: speedOn(facts, { along: false, ...pace }, speeds) > 0,
  }))
  const start = asked.start ? nearestJoint(net, asked.start) : null
  const required = [...lampsOn.keys()].sort((a, b) => a - b)
  const task = { joints: net.joints.length, streets: closedOut(streets), required, start }
  return { task, net, ...pace, lampsOn, roadsOn, lamps: lamps.length, offRoad }
}

/** By edge the lamps that are seen from it, a lamp at a time. */
function* alongRoads(
  lamps: readonly StandingLamp[],
  net: RoadNet,
  pace: { vehicle: Vehicle; speeds: TravelSpeeds },
): Generator<void, Pick<PatrolWork, 'lampsOn' | 'roadsOn' | 'offRoad'>> {
  const numberOf = new Map(net.edges.map((edge, index) => [edge, index]))
  const lampsOn = new Map<number, number>()
  const roadsOn = new Map<number, Map<string, number>>()
  let offRoad = 0
  for (const { location, road } of lamps) {
    yield
    const edge = snapToRoad(net, location, pace, LAMP_METRES)?.edge
    const index = edge && numberOf.get(edge)
    if (index === undefined) {
      offRoad++
      continue
    }
    lampsOn.set(index, (lampsOn.get(index) ?? 0) + 1)
    const roads = roadsOn.get(index) ?? new Map<string, number>()
    roadsOn.set(index, roads.set(road, (roads.get(road) ?? 0) + 1))
  }
  return { lampsOn, roadsOn, offRoad }
}

/** What nobody may go along either way leads nowhere. */
const closedOut = (streets: PatrolTask['streets']): PatrolTask['streets'] =>
  streets.map((street) =>
    street.forward || street.backward ? street : { ...street, metres: Number.POSITIVE_INFINITY },
  )

async function askedLamps(
  { of, roads }: PatrolAsked,
  needs: LightNeeds,
  signal: AbortSignal | undefined,
): Promise<StandingLamp[]> {
  const standing = await inSlices(standingLamps(needs.memory), signal)
  const all = standing.filter(({ road }) => roads?.includes(road) ?? true)
  if (of === 'dark') return all.filter(({ state }) => state !== 'normal' && state !== 'unknown')
  if (of === 'all') return all
  const { stops } = await patrolledNight(needs)
  const unseen = await inSlices(unseenRoadsInSteps(all, { stops, patrol: needs.rules }), signal)
  return all.filter(({ road }) => unseen.has(road))
}

function nearestJoint({ joints, plane }: RoadNet, at: LngLat): number | null {
  const [x, y] = plane.point(at)
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  for (const [index, joint] of joints.entries()) {
    const [east, north] = plane.point(joint)
    const square = (east - x) ** 2 + (north - y) ** 2
    if (square < least) [best, least] = [index, square]
  }
  return best < 0 ? null : best
}

/** The rounds as they are drawn and told. */
export function describeRounds(
  rounds: readonly Round[],
  work: PatrolWork,
  tookMs: number,
): NonNullable<PatrolRoute['route']> {
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0)
  const [metres, boundMetres] = [sum((round) => round.metres), sum((round) => round.boundMetres)]
  return {
    ...{ metres, boundMetres, requiredMetres: sum((round) => round.requiredMetres), tookMs },
    gap: boundMetres > 0 ? (metres - boundMetres) / boundMetres : 0,
    minutes: sum((round) => secondsOf(round, work)) / 60,
    rounds: rounds.map((round) => ({
      ...{ metres: round.metres, lamps: lampsOf(round, work), line: lineOf(round, work), roads: roadsOf(round, work) },
    })),
    method:
      'rural postman: spanning tree of the parts (Frederickson 1979), pairing of odd joints by exchange; bound: dual of the pairing, or belts around the parts',
  }
}

const secondsOf = ({ legs }: Round, { net, vehicle, speeds }: PatrolWork): number =>
  legs.reduce((sum, { street, forward }) => {
    const edge = net.edges[street]
    // What nobody may drive is walked.
    const speed = edge ? speedOn(edge.facts, { along: forward, vehicle }, speeds) || speeds.walkKmh / 3.6 : 1
    return sum + (edge?.metres ?? 0) / speed
  }, 0)

const lampsOf = ({ legs }: Round, { lampsOn }: PatrolWork): number =>
  [...new Set(legs.map(({ street }) => street))].reduce((sum, street) => sum + (lampsOn.get(street) ?? 0), 0)

/** A stretch is of the road that most of its lamps name. */
function roadsOf({ legs }: Round, { net, roadsOn }: PatrolWork): { road: string; lamps: number; metres: number }[] {
  const found = new Map<string, { road: string; lamps: number; metres: number }>()
  for (const street of new Set(legs.map((leg) => leg.street))) {
    const named = [...(roadsOn.get(street) ?? [])].sort(([, many], [, more]) => more - many)
    for (const [at, [road, lamps]] of named.entries()) {
      const one = found.get(road) ?? { road, lamps: 0, metres: 0 }
      found.set(road, one)
      one.lamps += lamps
      if (at === 0) one.metres += net.edges[street]?.metres ?? 0
    }
  }
  return [...found.values()]
}

const lineOf = ({ legs }: Round, { net }: PatrolWork): LngLat[] =>
  legs.flatMap(({ street, forward }, index) => {
    const line = net.edges[street]?.line ?? []
    const along = forward ? line : [...line].reverse()
    return along.slice(index === 0 ? 0 : 1).map(([lng, lat]): LngLat => [rounded(lng), rounded(lat)])
  })

/** 0.1 m. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
