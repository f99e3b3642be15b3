import { type Point, type Ring, signedArea } from './geometry.ts'
import type { Edge, Graph } from './noding.ts'

/** An area with edges all round. `edges` are indices into the graph's edges. */
export interface Face {
  ring: Ring
  edges: number[]
}

/** Edges that bound nothing: taken off at their loose ends until none is left. */
export function danglingEdges({ nodes, edges }: Graph): Set<number> {
  const degree = new Int32Array(nodes.length)
  for (const { a, b } of edges) {
    degree[a] = (degree[a] as number) + 1
    degree[b] = (degree[b] as number) + 1
  }
  const dangling = new Set<number>()
  for (let before = -1; before !== dangling.size; ) {
    before = dangling.size
    edges.forEach(({ a, b }, i) => {
      if (dangling.has(i) || (degree[a] !== 1 && degree[b] !== 1)) return
      dangling.add(i)
      degree[a] = (degree[a] as number) - 1
      degree[b] = (degree[b] as number) - 1
    })
  }
  return dangling
}

interface HalfEdge {
  to: number
  edge: number
  angle: number
}

/** All bounded faces, counter-clockwise: at each node turn into the edge that is clockwise next to where one came from. */
export function traceFaces(graph: Graph, dangling: Set<number>): Face[] {
  const { nodes, edges } = graph
  const leaving: HalfEdge[][] = nodes.map(() => [])
  const leave = (from: number, to: number, edge: number) => {
    const [ax, ay] = nodes[from] as Point
    const [bx, by] = nodes[to] as Point
    leaving[from]?.push({ to, edge, angle: Math.atan2(by - ay, bx - ax) })
  }
  edges.forEach(({ a, b }: Edge, i) => {
    if (dangling.has(i)) return
    leave(a, b, i)
    leave(b, a, i)
  })
  for (const halves of leaving) halves.sort((p, q) => p.angle - q.angle)
  const used = new Set<number>()
  const faces: Face[] = []
  leaving.forEach((halves, start) => {
    for (const half of halves) {
      const face: Face = { ring: [], edges: [] }
      let from = start
      let now = half
      while (!used.has(from * 1e6 + now.to)) {
        used.add(from * 1e6 + now.to)
        face.ring.push(nodes[from] as Point)
        face.edges.push(now.edge)
        const fan = leaving[now.to] as HalfEdge[]
        const back = fan.findIndex((other) => other.to === from)
        from = now.to
        now = fan[(back - 1 + fan.length) % fan.length] as HalfEdge
      }
      if (face.ring.length > 2 && signedArea(face.ring) > 1) faces.push(face)
    }
  })
  return faces
}
