import library from 'clipper-lib'
import { type Line, type Point, type Polygon, type Ring, totalArea } from './geometry.ts'

const { Clipper, ClipperOffset, PolyTree, ClipType, PolyType, PolyFillType, JoinType, EndType } = library

// Clipper is exact on whole numbers: 1 unit is 1 cm.
const UNITS = 100
type Path = { X: number; Y: number }[]

const toPath = (ring: Line): Path => ring.map(([x, y]) => ({ X: Math.round(x * UNITS), Y: Math.round(y * UNITS) }))
const toPaths = (polygons: Polygon[]): Path[] => polygons.flatMap((polygon) => polygon.map(toPath))
const fromPath = (path: Path): Ring => path.map(({ X, Y }): Point => [X / UNITS, Y / UNITS])

type Node = { Contour(): Path; Childs(): Node[] }

/** Through the tree, so that holes stay with their outer ring. */
function polygonsOf(tree: Node, out: Polygon[] = []): Polygon[] {
  for (const outer of tree.Childs()) {
    out.push([fromPath(outer.Contour()), ...outer.Childs().map((hole) => fromPath(hole.Contour()))])
    for (const hole of outer.Childs()) polygonsOf(hole, out)
  }
  return out
}

function clip(operation: number, subject: Polygon[], other: Polygon[], fill = PolyFillType.pftNonZero): Polygon[] {
  const clipper = new Clipper()
  clipper.AddPaths(toPaths(subject), PolyType.ptSubject, true)
  if (other.length > 0) clipper.AddPaths(toPaths(other), PolyType.ptClip, true)
  const tree = new PolyTree()
  clipper.Execute(operation, tree, fill, PolyFillType.pftNonZero)
  return polygonsOf(tree)
}

export const union = (a: Polygon[], b: Polygon[] = []): Polygon[] => clip(ClipType.ctUnion, a, b)
export const difference = (a: Polygon[], b: Polygon[]): Polygon[] => clip(ClipType.ctDifference, a, b)
export const intersection = (a: Polygon[], b: Polygon[]): Polygon[] => clip(ClipType.ctIntersection, a, b)

/** Loose rings, sorted into outer rings and holes by how they lie in each other. */
export const nest = (rings: Ring[]): Polygon[] =>
  clip(
    ClipType.ctUnion,
    rings.map((ring) => [ring]),
    [],
    PolyFillType.pftEvenOdd,
  )

/** Square metres that two things share. */
export const sharedArea = (a: Polygon[], b: Polygon[]): number => totalArea(intersection(a, b))

/** Grown by `metres`, shrunk when negative. */
export function offset(polygons: Polygon[], metres: number, corners: 'sharp' | 'round' = 'sharp'): Polygon[] {
  const offsetter = new ClipperOffset(2.5, 20)
  offsetter.AddPaths(
    toPaths(polygons),
    corners === 'round' ? JoinType.jtRound : JoinType.jtMiter,
    EndType.etClosedPolygon,
  )
  const tree = new PolyTree()
  offsetter.Execute(tree, metres * UNITS)
  return polygonsOf(tree)
}

/** Shrunk and grown again: what is narrower than twice `metres` goes. */
export const opened = (polygons: Polygon[], metres: number, corners: 'sharp' | 'round' = 'sharp'): Polygon[] =>
  offset(offset(polygons, -metres, corners), metres, corners)

/** Ribbons of half width `metres` along lines. */
export function buffer(lines: Line[], metres: number, ends: 'round' | 'flat' = 'round'): Polygon[] {
  const offsetter = new ClipperOffset(2, 25)
  const join = ends === 'flat' ? JoinType.jtMiter : JoinType.jtRound
  for (const line of lines)
    offsetter.AddPath(toPath(line), join, ends === 'round' ? EndType.etOpenRound : EndType.etOpenButt)
  const tree = new PolyTree()
  offsetter.Execute(tree, metres * UNITS)
  return polygonsOf(tree)
}

// Clipper sweeps along y. What is long in x, like a river, is clipped in half the time with x and y exchanged.
const exchanged = (polygons: Polygon[]): Polygon[] =>
  polygons.map((p) => p.map((r) => r.map(([x, y]): Point => [y, x])))

export function sideways(work: (...sets: Polygon[][]) => Polygon[], ...sets: Polygon[][]): Polygon[] {
  return exchanged(work(...sets.map(exchanged)))
}
