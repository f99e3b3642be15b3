import { expect, test } from 'vitest'
import { random } from '../../../data/cities/town/random.ts'
import { metresBetween } from '../../../server/city/distance.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Vehicle } from '../../../server/contract/travel.ts'
import { buildNet, type Edge, lengthOf, type RoadNet } from '../../../server/roads/build-net.ts'
import { findWay } from '../../../server/roads/find-way.ts'
import { type OnRoad, snapToRoad } from '../../../server/roads/snap-to-road.ts'
import { travelTable } from '../../../server/roads/travel-table.ts'
import { wayFrom, waysTo } from '../../../server/roads/ways-to.ts'
import { speeds, suoRoads } from './suo-roads.ts'

const ROADS = suoRoads()
const dice = random(7, 'pairs')
const VEHICLES: Vehicle[] = ['car', 'truck', 'foot']

/** The town with more signs and closures than it has. */
const signed = () =>
  ROADS.map((road, i) => ({
    ...road,
    status: i % 23 === 5 ? 'closed' : i % 11 === 3 ? 'works' : 'open',
    fields: {
      ...road.fields,
      ...(i % 5 === 2 ? { oneway: i % 2 ? 'forward' : 'backward' } : {}),
      ...(i % 6 === 1 ? { truckBan: true } : {}),
      ...(i % 13 === 4 ? { speedKmh: 55 } : {}),
    },
  }))

/** Somewhere beside a road. */
const somewhere = ({ edges }: RoadNet): LngLat => {
  const [lng, lat] = dice.pick(dice.pick(edges).line)
  return [lng + dice.range(-0.0008, 0.0008), lat + dice.range(-0.0008, 0.0008)]
}

/** Seconds along a stretch, reckoned here again; infinite where it may not be gone. */
function reckon({ metres, facts }: Edge, along: boolean, vehicle: Vehicle, share = 1): number {
  if (share === 0) return 0
  if (facts.status === 'closed') return Number.POSITIVE_INFINITY
  if (vehicle === 'foot') return (metres * share) / (5 / 3.6)
  if (facts.oneway !== 'both' && (facts.oneway === 'forward') !== along) return Number.POSITIVE_INFINITY
  if (vehicle === 'truck' && facts.truckBan) return Number.POSITIVE_INFINITY
  const kmh = facts.speedKmh ?? speeds.kmh[facts.class] ?? Number.NaN
  const slowed = (facts.status === 'works' ? 0.5 : 1) * (vehicle === 'truck' ? 0.85 : 1)
  return (metres * share) / ((kmh * slowed) / 3.6)
}

/** Dijkstra's algorithm as he wrote it down: no queue, every place looked at for each one that is settled. */
function dijkstra(links: [to: number, seconds: number][][], first: readonly [joint: number, seconds: number][]) {
  const seconds = new Float64Array(links.length).fill(Number.POSITIVE_INFINITY)
  const settled = new Uint8Array(links.length)
  for (const [joint, more] of first) seconds[joint] = Math.min(seconds[joint] ?? 0, more)
  for (;;) {
    let [at, least] = [-1, Number.POSITIVE_INFINITY]
    for (let i = 0; i < seconds.length; i++)
      if (settled[i] === 0 && (seconds[i] as number) < least) [at, least] = [i, seconds[i] as number]
    if (at < 0) return seconds
    settled[at] = 1
    for (const [other, more] of links[at] ?? []) seconds[other] = Math.min(seconds[other] ?? 0, least + more)
  }
}

function linksOf(net: RoadNet, vehicle: Vehicle): [to: number, seconds: number][][] {
  const links: [to: number, seconds: number][][] = net.joints.map(() => [])
  for (const edge of net.edges) {
    links[edge.from]?.push([edge.to, reckon(edge, true, vehicle)])
    links[edge.to]?.push([edge.from, reckon(edge, false, vehicle)])
  }
  return links
}

function onRoad(links: [to: number, seconds: number][][], start: OnRoad, goal: OnRoad, vehicle: Vehicle): number {
  const [left, gone] = [start.along / start.edge.metres, goal.along / goal.edge.metres]
  const seconds = dijkstra(links, [
    [start.edge.to, reckon(start.edge, true, vehicle, 1 - left)],
    [start.edge.from, reckon(start.edge, false, vehicle, left)],
  ])
  return Math.min(
    (seconds[goal.edge.from] ?? 0) + reckon(goal.edge, true, vehicle, gone),
    (seconds[goal.edge.to] ?? 0) + reckon(goal.edge, false, vehicle, 1 - gone),
    start.edge === goal.edge
      ? reckon(start.edge, gone > left, vehicle, Math.abs(gone - left))
      : Number.POSITIVE_INFINITY,
  )
}

test('on 1,000 pairs of places in the town a way takes as long as Dijkstra says, one-way roads, bans and closures included', {
  timeout: 60_000,
}, () => {
  const net = buildNet(signed())
  const links = { car: linksOf(net, 'car'), truck: linksOf(net, 'truck'), foot: linksOf(net, 'foot') }
  let unreached = 0
  for (let pair = 0; pair < 1_000; pair++) {
    const [from, to] = [somewhere(net), somewhere(net)]
    const pace = { vehicle: VEHICLES[pair % 3] ?? 'car', speeds }
    const [start, goal] = [snapToRoad(net, from, pace), snapToRoad(net, to, pace)]
    const one = findWay(net, [from, to], pace)
    const many = start && goal && wayFrom(start, waysTo(net, goal, pace), [from, to])
    if (!start || !goal) throw new Error('beside a road, and yet off it')
    const driven = onRoad(links[pace.vehicle], start, goal, pace.vehicle)
    if (driven === Number.POSITIVE_INFINITY) {
      unreached += 1
      expect([one, many]).toEqual([undefined, undefined])
      continue
    }
    const seconds = driven + (start.metres + goal.metres) / (5 / 3.6)
    expect(one?.seconds, `${from} to ${to} as ${pace.vehicle}`).toBeCloseTo(seconds, 6)
    expect(many?.seconds, `${from} to ${to} as ${pace.vehicle}`).toBeCloseTo(seconds, 6)
    // Where stretches are put together their ends are up to a metre apart.
    expect(Math.abs((many?.metres ?? 0) / lengthOf(many?.line ?? []) - 1)).toBeLessThan(0.005)
    expect(metresBetween(one?.line[0] ?? [0, 0], from)).toBeLessThan(0.02)
    expect(metresBetween(one?.line.at(-1) ?? [0, 0], to)).toBeLessThan(0.02)
  }
  // Or nothing was closed.
  expect(unreached).toBeGreaterThan(0)
  expect(unreached).toBeLessThan(200)
})

test('a table has the seconds of every pair', () => {
  const net = buildNet(signed())
  const places = Array.from({ length: 12 }, () => somewhere(net))
  const pace = { vehicle: 'car', speeds } as const
  const [from, to] = [places.slice(0, 7), places.slice(7)]
  const table = travelTable(net, { from, to }, pace)
  for (const [i, one] of from.entries())
    for (const [j, other] of to.entries()) {
      const seconds = findWay(net, [one, other], pace)?.seconds ?? Number.POSITIVE_INFINITY
      expect(table[i * to.length + j]).toBeCloseTo(seconds, 6)
    }
})

test('the roads of the town hang together, and each can be driven to and from with the signs as they stand', () => {
  const net = buildNet(ROADS)
  const drawn = ROADS.reduce((sum, { fields }) => sum + Number(fields.lengthM), 0)
  expect(net.edges.reduce((sum, { metres }) => sum + metres, 0)).toBeGreaterThan(0.98 * drawn)
  const places = net.edges.map(({ line }): LngLat => line[Math.floor(line.length / 2)] ?? [0, 0])
  const middle = [places[0] ?? [0, 0]] as LngLat[]
  const pace = { vehicle: 'car', speeds } as const
  for (const ends of [
    { from: middle, to: places },
    { from: places, to: middle },
  ])
    expect([...travelTable(net, ends, pace)].filter((seconds) => !Number.isFinite(seconds))).toEqual([])
})
