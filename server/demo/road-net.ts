import Flatbush from 'flatbush'
import { metresBetween } from '../city/distance.ts'
import type { Geometry, LngLat } from '../contract/geo.ts'

/** Places along the roads stand so far apart at most, and roads that pass within JOIN_METRES of each other join there: two lines that cross
 *  have places within 15 m of each other wherever they cross, whether they share a vertex or not. */
const STEP_METRES = 20
const JOIN_METRES = 16

/** The roads as places and the ways between neighbours; what is not joined to the largest part is left out. */
export interface RoadNet {
  readonly places: readonly LngLat[]
  /** Neighbours of each place with the metres to them. */
  readonly ways: readonly (readonly { to: number; metres: number }[])[]
  /** The place that is nearest; −1 in a city without roads. */
  nearest(at: LngLat): number
}

export function buildRoadNet(roads: Iterable<Geometry>): RoadNet {
  const places: LngLat[] = []
  const ways: { to: number; metres: number }[][] = []
  const join = (a: number, b: number): void => {
    const [from, to] = [places[a], places[b]]
    if (!from || !to) return
    const metres = metresBetween(from, to)
    ways[a]?.push({ to: b, metres })
    ways[b]?.push({ to: a, metres })
  }
  const lineOf: number[] = []
  let line = 0
  for (const geometry of roads)
    for (const points of linesOf(geometry)) {
      line += 1
      for (const [i, place] of stepsAlong(points).entries()) {
        lineOf.push(line)
        ways.push([])
        const at = places.push(place) - 1
        if (i > 0) join(at - 1, at)
      }
    }
  const index = indexOf(places)
  for (const [a, place] of places.entries())
    for (const b of index.near(place, JOIN_METRES)) if (b > a && lineOf[a] !== lineOf[b]) join(a, b)
  return largestPart(places, ways)
}

const linesOf = (geometry: Geometry): LngLat[][] =>
  geometry.type === 'LineString'
    ? [geometry.coordinates]
    : geometry.type === 'MultiLineString'
      ? geometry.coordinates
      : []

function stepsAlong(points: readonly LngLat[]): LngLat[] {
  const steps: LngLat[] = points.slice(0, 1)
  for (const [i, to] of points.entries()) {
    const from = points[i - 1]
    if (!from) continue
    const count = Math.max(1, Math.ceil(metresBetween(from, to) / STEP_METRES))
    for (let step = 1; step <= count; step++) steps.push(between(from, to, step / count))
  }
  return steps
}

/** The place so far (0 … 1) along the line from one to another. */
export const between = ([x, y]: LngLat, [u, v]: LngLat, share: number): LngLat => [
  x + (u - x) * share,
  y + (v - y) * share,
]

const METRES_PER_DEGREE = 111_195

/** Places by nearness, in a plane of metres that is true around the first of them. */
function indexOf(places: readonly LngLat[]) {
  const squeeze = Math.cos(((places[0]?.[1] ?? 0) * Math.PI) / 180)
  const plane = ([lng, lat]: LngLat): [number, number] => [lng * squeeze * METRES_PER_DEGREE, lat * METRES_PER_DEGREE]
  const tree = places.length ? new Flatbush(places.length) : undefined
  for (const place of places) tree?.add(...plane(place))
  tree?.finish()
  return {
    near: (at: LngLat, metres: number): number[] => tree?.neighbors(...plane(at), 24, metres) ?? [],
    nearest: (at: LngLat): number => tree?.neighbors(...plane(at), 1)[0] ?? -1,
  }
}

function largestPart(all: readonly LngLat[], between: readonly { to: number; metres: number }[][]): RoadNet {
  const part = new Int32Array(all.length).fill(-1)
  const sizes: number[] = []
  for (const start of all.keys()) {
    if (part[start] !== -1) continue
    const open = [start]
    part[start] = sizes.length
    let size = 0
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      size += 1
      for (const { to } of between[at] ?? [])
        if (part[to] === -1) {
          part[to] = sizes.length
          open.push(to)
        }
    }
    sizes.push(size)
  }
  const largest = sizes.indexOf(Math.max(...sizes))
  const kept = [...all.keys()].filter((at) => part[at] === largest)
  const renamed = new Map(kept.map((was, now) => [was, now]))
  const places = kept.map((was) => all[was] as LngLat)
  const ways = kept.map((was) => (between[was] ?? []).map(({ to, metres }) => ({ to: renamed.get(to) ?? 0, metres })))
  return { places, ways, nearest: indexOf(places).nearest }
}
