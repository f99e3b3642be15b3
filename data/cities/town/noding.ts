import { distance, type Line, type Point } from './geometry.ts'

/** Lines cut where they meet. `line` is the index of the line that an edge came from. */
export interface Graph {
  nodes: Point[]
  edges: Edge[]
}
export interface Edge {
  a: number
  b: number
  line: number
}

interface Segment {
  a: Point
  b: Point
  line: number
  cuts: { t: number; place: Point }[]
}

const CELL = 60
const key = (i: number, j: number): number => i * 100003 + j

function cutNear(segment: Segment, place: Point, tolerance: number): void {
  const dx = segment.b[0] - segment.a[0]
  const dy = segment.b[1] - segment.a[1]
  const t = ((place[0] - segment.a[0]) * dx + (place[1] - segment.a[1]) * dy) / (dx * dx + dy * dy)
  if (t <= 0 || t >= 1) return
  if (Math.hypot(segment.a[0] + t * dx - place[0], segment.a[1] + t * dy - place[1]) < tolerance)
    segment.cuts.push({ t, place })
}

function cutBoth(p: Segment, q: Segment, tolerance: number): void {
  cutNear(p, q.a, tolerance)
  cutNear(p, q.b, tolerance)
  cutNear(q, p.a, tolerance)
  cutNear(q, p.b, tolerance)
  const rx = p.b[0] - p.a[0]
  const ry = p.b[1] - p.a[1]
  const sx = q.b[0] - q.a[0]
  const sy = q.b[1] - q.a[1]
  const cross = rx * sy - ry * sx
  if (Math.abs(cross) < 1e-9) return
  const dx = q.a[0] - p.a[0]
  const dy = q.a[1] - p.a[1]
  const t = (dx * sy - dy * sx) / cross
  const u = (dx * ry - dy * rx) / cross
  if (t < 0 || t > 1 || u < 0 || u > 1) return
  const place: Point = [p.a[0] + t * rx, p.a[1] + t * ry]
  p.cuts.push({ t, place })
  q.cuts.push({ t: u, place })
}

function pairsNear(segments: Segment[], tolerance: number, meet: (p: Segment, q: Segment) => void): void {
  const grid = new Map<number, number[]>()
  segments.forEach(({ a, b }, index) => {
    const x1 = Math.floor((Math.max(a[0], b[0]) + tolerance) / CELL)
    const y1 = Math.floor((Math.max(a[1], b[1]) + tolerance) / CELL)
    for (let i = Math.floor((Math.min(a[0], b[0]) - tolerance) / CELL); i <= x1; i++)
      for (let j = Math.floor((Math.min(a[1], b[1]) - tolerance) / CELL); j <= y1; j++) {
        const cell = grid.get(key(i, j))
        if (cell) cell.push(index)
        else grid.set(key(i, j), [index])
      }
  })
  const seen = new Set<number>()
  for (const cell of grid.values())
    for (let x = 0; x < cell.length; x++)
      for (let y = x + 1; y < cell.length; y++) {
        const i = cell[x] as number
        const j = cell[y] as number
        if (seen.has(i * 1e6 + j)) continue
        seen.add(i * 1e6 + j)
        meet(segments[i] as Segment, segments[j] as Segment)
      }
}

/** One node for all places within `tolerance` of the first. */
function nodeBook(tolerance: number): { nodes: Point[]; at: (place: Point) => number } {
  const nodes: Point[] = []
  const grid = new Map<number, number[]>()
  const at = (place: Point): number => {
    const i = Math.floor(place[0] / 2)
    const j = Math.floor(place[1] / 2)
    for (let di = -1; di <= 1; di++)
      for (let dj = -1; dj <= 1; dj++)
        for (const node of grid.get(key(i + di, j + dj)) ?? [])
          if (distance(nodes[node] as Point, place) < tolerance) return node
    nodes.push(place)
    const cell = grid.get(key(i, j))
    if (cell) cell.push(nodes.length - 1)
    else grid.set(key(i, j), [nodes.length - 1])
    return nodes.length - 1
  }
  return { nodes, at }
}

/** Cuts lines at crossings and where one ends within `tolerance` metres of another. Of two lines on one edge the heavier keeps it. */
export function nodeLines(lines: { line: Line; weight: number }[], tolerance = 0.8): Graph {
  const segments: Segment[] = []
  lines.forEach(({ line }, index) => {
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1] as Point
      const b = line[i] as Point
      if (distance(a, b) > 0.05) segments.push({ a, b, line: index, cuts: [] })
    }
  })
  pairsNear(segments, tolerance, (p, q) => cutBoth(p, q, tolerance))
  const book = nodeBook(tolerance)
  const edges: Edge[] = []
  const known = new Map<number, Edge>()
  for (const { a: from, b: to, line, cuts } of segments) {
    cuts.sort((p, q) => p.t - q.t)
    const ids = [from, ...cuts.map((cut) => cut.place), to].map(book.at)
    for (let i = 1; i < ids.length; i++) {
      const a = ids[i - 1] as number
      const b = ids[i] as number
      if (a === b) continue
      const same = known.get(a < b ? a * 1e6 + b : b * 1e6 + a)
      if (same) {
        if ((lines[same.line]?.weight ?? 0) < (lines[line]?.weight ?? 0)) same.line = line
        continue
      }
      const edge = { a, b, line }
      known.set(a < b ? a * 1e6 + b : b * 1e6 + a, edge)
      edges.push(edge)
    }
  }
  return { nodes: book.nodes, edges }
}
