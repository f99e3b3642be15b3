import { chainEdges } from '../town/chain-edges.ts'
import { danglingEdges, type Face, traceFaces } from '../town/faces.ts'
import { first, isInPolygon, isInside, last, type Point } from '../town/geometry.ts'
import { type Edge, nodeLines } from '../town/noding.ts'
import type { Noise } from '../town/noise.ts'
import { footOf, HILLS } from './hills.ts'
import { inland, type Outline } from './outline.ts'
import { ROAD_SHAPES } from './road-classes.ts'
import { type Foot, layStreets, type Street } from './skeleton.ts'

/** From the water to the middle of the road along the shore, m. */
const SHORE_TO_ROAD = 105

export interface Skeleton {
  /** Stretches inside the shore road and of it, without loose ends, canals among them. */
  streets: Street[]
  /** Outside the shore road: roads over the river, and canals on their way to it. */
  outside: Street[]
  faces: Face[]
  feet: Foot[]
}

/** The large roads, cut where they meet. No road runs over a hill, and none ends in the open. */
export function makeSkeleton(outline: Outline, wave: Noise): Skeleton {
  const shore = inland(outline, SHORE_TO_ROAD)
  const feet = HILLS.map((hill) => ({ hill, ring: footOf(hill, wave) }))
  const laid = layStreets(shore, feet, wave)
  const { nodes, edges } = nodeLines(laid.map(({ line, class: c }) => ({ line, weight: -ROAD_SHAPES[c].rank })))
  const places = edges.map((edge): Place => {
    const street = laid[edge.line] as Street
    if (street.bounds) return 'inside'
    const middle = middleOf(nodes, edge)
    if (!isInside(middle, shore)) return 'outside'
    return feet.some(({ ring }) => isInside(middle, ring)) ? 'hill' : 'inside'
  })
  const inner = { nodes, edges: edges.filter((_, i) => places[i] === 'inside') }
  const dangling = danglingEdges(inner)
  const streetsOf = (kept: Edge[], skip: Set<number>): Street[] =>
    chainEdges({ nodes, edges: kept }, (_, i) => !skip.has(i)).map(({ line, points }) => ({
      ...(laid[line] as Street),
      line: points,
    }))
  const outside = streetsOf(
    edges.filter((_, i) => places[i] === 'outside'),
    new Set(),
  )
  return {
    streets: streetsOf(inner.edges, dangling),
    outside: outside.filter((street) => street.class === 'canal' || crosses(street, outline)),
    faces: traceFaces(inner, dangling),
    feet,
  }
}

type Place = 'inside' | 'outside' | 'hill'

function middleOf(nodes: Point[], { a, b }: Edge): Point {
  const [p, q] = [nodes[a] as Point, nodes[b] as Point]
  return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
}

/** A road that leaves the island is built only where it comes to the other bank. */
function crosses({ line }: Street, { island, river, bars }: Outline): boolean {
  const dry = (place: Point) =>
    !isInside(place, island) && ![...river, ...bars].some((polygon) => isInPolygon(place, polygon))
  return dry(first(line)) || dry(last(line))
}
