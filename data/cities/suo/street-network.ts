import { chainEdges } from '../town/chain-edges.ts'
import { danglingEdges, type Face, traceFaces } from '../town/faces.ts'
import { centroid, type Line, ringArea } from '../town/geometry.ts'
import { type Graph, nodeLines } from '../town/noding.ts'
import { random } from '../town/random.ts'
import { BlockSplitter } from '../town/split-blocks.ts'
import { districtOf, splitStyleOf } from './districts.ts'
import { placeStreets, type Street } from './placed-streets.ts'
import type { River } from './river.ts'
import { ROAD_SHAPES, type RoadClass } from './road-classes.ts'
import { type Stream, TOWN_STREAM } from './streams.ts'
import { nameStreets } from './street-names.ts'
import type { Valley } from './valley.ts'

/** A stretch of one street between its ends. */
export interface Road {
  line: Line
  class: RoadClass
  name: string
  ref: string
  /** Carriageway, m. */
  width: number
  /** Graph nodes along it; none for a road outside the network. */
  nodes: number[]
}

export interface Network {
  streets: Street[]
  graph: Graph
  faces: Face[]
  roads: Road[]
}

const cut = (streets: Street[]): Graph =>
  nodeLines(streets.map(({ line, class: c }) => ({ line, weight: -ROAD_SHAPES[c].rank })))

/** The streets without their loose ends. */
function trimmed(streets: Street[]): Street[] {
  const graph = cut(streets)
  const dangling = danglingEdges(graph)
  return chainEdges(graph, ({ line }, i) => !dangling.has(i) || streets[line]?.open === true).map(
    ({ line, points }) => ({ ...(streets[line] as Street), line: points }),
  )
}

/** Streets of all classes with names, and the faces between them. */
export function makeNetwork(seed: number, valley: Valley, river: River, streams: Stream[], outside: Street[]): Network {
  const placed = trimmed(placeStreets(valley, river, streams))
  const streets = [...placed, ...smallStreets(seed, valley, streams, placed)]
  const graph = cut(streets)
  const dangling = danglingEdges(graph)
  const chains = chainEdges(graph, ({ line }, i) => !dangling.has(i) || streets[line]?.open === true)
  const roadOf = (street: Street, line: Line, nodes: number[]): Road => ({
    line,
    class: street.class,
    name: street.name,
    ref: street.ref ?? '',
    width: ROAD_SHAPES[street.class].carriageway,
    nodes,
  })
  return {
    streets,
    graph,
    faces: traceFaces(graph, dangling),
    roads: [
      ...chains.map(({ line, points, nodes }) => roadOf(streets[line] as Street, points, nodes)),
      ...outside.map((street) => roadOf(street, street.line, [])),
    ],
  }
}

function smallStreets(seed: number, valley: Valley, streams: Stream[], placed: Street[]): Street[] {
  const chance = random(seed, 'lanes')
  const graph = cut(placed)
  const splitter = new BlockSplitter(chance)
  const old = new Set<Line>()
  for (const face of traceFaces(graph, danglingEdges(graph))) {
    if (ringArea(face.ring) > 260000 || !isTownGround(valley, streams, face)) continue
    const style = splitStyleOf(valley, centroid(face.ring))
    const before = splitter.cuts.length
    splitter.split(face.ring, { ...style, target: style.target * chance.range(0.75, 1.35) })
    if (districtOf(valley, centroid(face.ring)) === 'old')
      for (const { line } of splitter.cuts.slice(before)) old.add(line)
  }
  const classed = splitter.cuts.map(({ line, depth, cutArea }) => ({
    line,
    class: ((depth === 0 && cutArea > 26000) || (cutArea > 15000 && !old.has(line)) ? 'street' : 'lane') as RoadClass,
  }))
  return nameStreets(classed, random(seed, 'names')).map(({ line, class: c, name }) => ({ line, class: c, name }))
}

/** Ground that the town is built on: not the river park, the fields or the strip along the town stream. */
function isTownGround(valley: Valley, streams: Stream[], face: Face): boolean {
  const { s, t } = valley.across(centroid(face.ring))
  const u = valley.uOf(s, t)
  if (s < -1900 || s > 1900) return false
  if (t < 0) return t < -120 && t > -420 && Math.abs(s + 80) < 860
  if (u < 0 || u > 1.35) return false
  return Math.abs(s - (streams[TOWN_STREAM]?.sAt(t) ?? Infinity)) >= 36
}
