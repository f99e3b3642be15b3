import createGraph, { type Graph } from 'ngraph.graph'
import { metresBetween } from '../city/distance.ts'
import type { Asset } from '../contract/asset.ts'
import type { Geometry, LngLat } from '../contract/geo.ts'
import { joinLines } from './join-lines.ts'
import { Plane } from './plane.ts'
import type { RoadFacts } from './road-facts.ts'
import { roadFacts } from './road-facts.ts'
import { SegmentIndex, segmentsOf } from './segments.ts'

/** A stretch of road between two joints; `line` runs as its road was drawn. */
export interface Edge {
  from: number
  to: number
  line: readonly LngLat[]
  metres: number
  /** Shared by every stretch of the road, and changed in place when the road changes. */
  facts: RoadFacts
}

/** A run along an edge, in metres from its first point; against the line where `from` is the greater. */
export interface Drive {
  edge: Edge
  from: number
  to: number
}

/** The city's roads, joined. */
export interface RoadNet {
  edges: readonly Edge[]
  joints: readonly LngLat[]
  /** Joints and, both ways, what is driven between them; whether it may be is asked of the drive. */
  graph: Graph<LngLat, Drive>
  plane: Plane
  /** Every stretch between two vertices: the number of its edge is `line`, that of its first vertex `at`. */
  segments: SegmentIndex
  /** By the id of the road. */
  facts: Map<string, RoadFacts>
}

/** A stub that nothing joins is a slip of the pen rather than a place that only it reaches: nobody is sent along it. */
const LEAST_PART_METRES = 1_000
const LEAST_PART_SHARE = 0.1

type Road = Pick<Asset, 'id' | 'geometry' | 'status' | 'fields'>

/** At once: some 150 ms for 800 roads. */
export function buildNet(roads: Iterable<Road>): RoadNet {
  const steps = buildNetInSteps(roads)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** What the roads say is read in the first step: later changes are not in it. */
export function* buildNetInSteps(roads: Iterable<Road>): Generator<void, RoadNet> {
  const facts = new Map<string, RoadFacts>()
  const drawn: { facts: RoadFacts; line: readonly LngLat[] }[] = []
  for (const road of roads) {
    const one = roadFacts(road)
    facts.set(road.id, one)
    for (const line of linesOf(road.geometry)) drawn.push({ facts: one, line })
  }
  const plane = new Plane(drawn[0]?.line[0] ?? [0, 0])
  const { joints, pieces } = yield* joinLines(drawn.map(({ line }) => line.map((place) => plane.point(place))))
  const edges = withoutStubs(
    pieces.flatMap(({ line, from, to, points }): Edge[] => {
      const places = points.map((point) => plane.place(point))
      const road = drawn[line]
      return road ? [{ from, to, line: places, metres: lengthOf(places), facts: road.facts }] : []
    }),
    joints.length,
  )
  yield
  const places = joints.map((point) => plane.place(point))
  const lines = edges.map(({ line }) => line.map((place) => plane.point(place)))
  yield
  const segments = new SegmentIndex(segmentsOf(lines))
  yield
  return { edges, joints: places, graph: graphOf(edges, places), plane, segments, facts }
}

export const lengthOf = (line: readonly LngLat[]): number =>
  line.reduce((sum, place, i) => sum + metresBetween(line[i - 1] ?? place, place), 0)

const linesOf = (geometry: Geometry): LngLat[][] =>
  geometry.type === 'LineString'
    ? [geometry.coordinates]
    : geometry.type === 'MultiLineString'
      ? geometry.coordinates
      : []

function withoutStubs(edges: readonly Edge[], joints: number): Edge[] {
  const parent = Array.from({ length: joints }, (_, i) => i)
  const partOf = (joint: number): number => {
    let at = joint
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  for (const { from, to } of edges) parent[partOf(from)] = partOf(to)
  const metres = new Map<number, number>()
  for (const edge of edges) metres.set(partOf(edge.from), (metres.get(partOf(edge.from)) ?? 0) + edge.metres)
  const least = Math.min(LEAST_PART_METRES, LEAST_PART_SHARE * [...metres.values()].reduce((a, b) => a + b, 0))
  return edges.filter(({ from }) => (metres.get(partOf(from)) ?? 0) >= least)
}

function graphOf(edges: readonly Edge[], joints: readonly LngLat[]): Graph<LngLat, Drive> {
  const graph = createGraph<LngLat, Drive>({ multigraph: true })
  for (const edge of edges) {
    const { from, to, metres } = edge
    for (const end of [from, to]) if (!graph.hasNode(end)) graph.addNode(end, joints[end])
    graph.addLink(from, to, { edge, from: 0, to: metres })
    graph.addLink(to, from, { edge, from: metres, to: 0 })
  }
  return graph
}
