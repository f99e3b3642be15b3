import { difference, offset, union } from '../../town/clipping.ts'
import { around, centroid, distanceToSegment, first, type Point, type Polygon, ringArea } from '../../town/geometry.ts'
import { PolygonIndex } from '../../town/polygon-index.ts'
import { cutBySquares } from '../../town/unit-cells.ts'
import { isBuiltGround } from '../blocks.ts'
import type { Town } from '../build-town.ts'
import type { Network } from '../street-network.ts'

/** The ground that one inspector answers for. */
export interface InspectorArea {
  ground: Polygon[]
  centre: Point
  /** The large street with the longest way through it or beside it. */
  street: string
}

/** Streets that part two inspectors. */
const BORDERS = ['G317', '嘎青路', '那曲路', '迎宾大道', '人民路', '嘎曲西路', '江南路', '东环路', '亚拉路']
// Smaller areas join a neighbour, m².
const SMALLEST = 110_000
const SMALLEST_GAP = 1500
/** The town's edge: shops across the outer street and the park by the river belong to it, m. */
const MARGIN = 62

/** Faces of the street network, joined wherever no border street runs between them, then grown over the town's edge. */
export function inspectorAreas({ valley, network }: Pick<Town, 'valley' | 'network'>): InspectorArea[] {
  const faces = network.faces.filter((face) => isBuiltGround(valley, face))
  const groups = joinSmall(joinFaces(network, faces))
  const cores = groups.map((group) => union(group.map((face) => [face.ring])))
  const edge = edgeOf(cores).flatMap((polygon) => cutBySquares(polygon).map((piece) => piece.polygon))
  const nearest = edge.map((piece) => nearestCore(cores, centroid(first(piece))))
  return groups.map((group, i) => {
    const largest = group.reduce((a, b) => (ringArea(b.ring) > ringArea(a.ring) ? b : a))
    const ground = union(
      cores[i] ?? [],
      edge.filter((_, k) => nearest[k] === i),
    )
    return {
      // A gap no wider than a rounding is nobody's.
      ground: ground.map((polygon) => polygon.filter((ring, k) => k === 0 || ringArea(ring) > SMALLEST_GAP)),
      centre: centroid(largest.ring),
      street: mainStreet(network, group),
    }
  })
}

/** Free ground within the margin of any of the areas, each piece once. */
function edgeOf(cores: Polygon[][]): Polygon[] {
  const taken = new PolygonIndex(300)
  for (const polygon of cores.flat()) taken.add(polygon, undefined)
  return cores.flatMap((core) =>
    offset(core, MARGIN).flatMap((wide) => {
      const free = difference(
        [wide],
        taken.near(wide).map(({ polygon }) => polygon),
      )
      for (const polygon of free) taken.add(polygon, undefined)
      return free
    }),
  )
}

function nearestCore(cores: Polygon[][], place: Point): number {
  const metres = cores.map((core) =>
    Math.min(
      ...core.flatMap(([ring = []]) => ring.map((corner, i) => distanceToSegment(place, corner, around(ring, i + 1)))),
    ),
  )
  return metres.indexOf(Math.min(...metres))
}

type FaceOf = Network['faces'][number]

function joinFaces(network: Network, faces: FaceOf[]): FaceOf[][] {
  const nameOf = (edge: number) => network.streets[network.graph.edges[edge]?.line ?? -1]?.name ?? ''
  return connected(faces, (edge) => !BORDERS.includes(nameOf(edge)))
}

/** Groups of faces that share an edge which may be crossed. */
function connected(faces: FaceOf[], crossable: (edge: number) => boolean): FaceOf[][] {
  const beside = facesByEdge(faces.map((face) => [face]))
  const seen = new Set<FaceOf>()
  const groups: FaceOf[][] = []
  for (const start of faces) {
    if (seen.has(start)) continue
    seen.add(start)
    const group = [start]
    for (const face of group)
      for (const edge of face.edges)
        for (const [next] of crossable(edge) ? (beside.get(edge) ?? []) : [])
          if (next && !seen.has(next)) {
            seen.add(next)
            group.push(next)
          }
    groups.push(group)
  }
  return groups
}

function facesByEdge(groups: FaceOf[][]): Map<number, FaceOf[][]> {
  const beside = new Map<number, FaceOf[][]>()
  for (const group of groups)
    for (const { edges } of group)
      for (const edge of edges) {
        const known = beside.get(edge)
        if (known) known.push(group)
        else beside.set(edge, [group])
      }
  return beside
}

const areaOf = (group: FaceOf[]): number => group.reduce((sum, face) => sum + ringArea(face.ring), 0)

/** The smallest joins the neighbour with which it shares most edges, until none is too small. */
function joinSmall(groups: FaceOf[][]): FaceOf[][] {
  const waiting = [...groups]
  const done: FaceOf[][] = []
  for (;;) {
    waiting.sort((a, b) => areaOf(a) - areaOf(b))
    const smallest = waiting.shift()
    if (!smallest) return done
    if (areaOf(smallest) >= SMALLEST) return [smallest, ...waiting, ...done].sort((a, b) => westOf(a) - westOf(b))
    const beside = facesByEdge(waiting)
    const shared = new Map<FaceOf[], number>()
    for (const edge of smallest.flatMap((face) => face.edges))
      for (const other of beside.get(edge) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const best = [...shared].sort((a, b) => b[1] - a[1])[0]
    if (best) best[0].push(...smallest)
    else done.push(smallest)
  }
}

const westOf = (group: FaceOf[]): number =>
  group.reduce((sum, face) => sum + centroid(face.ring)[0] * ringArea(face.ring), 0) / areaOf(group)

function mainStreet({ graph, streets }: Network, group: FaceOf[]): string {
  const metres = new Map<string, number>()
  for (const index of group.flatMap((face) => face.edges)) {
    const edge = graph.edges[index]
    const street = edge && streets[edge.line]
    const [a, b] = [graph.nodes[edge?.a ?? -1], graph.nodes[edge?.b ?? -1]]
    if (!street || !a || !b || !['main', 'secondary'].includes(street.class)) continue
    metres.set(street.name, (metres.get(street.name) ?? 0) + Math.hypot(a[0] - b[0], a[1] - b[1]))
  }
  return [...metres].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
