import type { Line, Point } from './geometry.ts'
import type { Edge, Graph } from './noding.ts'

/** Edges of one line, joined end to end again. */
export interface Chain {
  line: number
  nodes: number[]
  points: Line
}

/** Joins what is left of each line after some of its edges were taken away. */
export function chainEdges({ nodes, edges }: Graph, keep: (edge: Edge, index: number) => boolean): Chain[] {
  const kept = edges.filter(keep)
  const at = new Map<number, Edge[]>()
  for (const edge of kept)
    for (const node of [edge.a, edge.b]) {
      const fan = at.get(node)
      if (fan) fan.push(edge)
      else at.set(node, [edge])
    }
  const used = new Set<Edge>()
  const grow = (chain: number[], line: number): number[] => {
    for (;;) {
      const end = chain[chain.length - 1] as number
      const next = at.get(end)?.find((edge) => !used.has(edge) && edge.line === line)
      if (!next) return chain
      used.add(next)
      chain.push(next.a === end ? next.b : next.a)
    }
  }
  const chains: Chain[] = []
  for (const edge of kept) {
    if (used.has(edge)) continue
    used.add(edge)
    const forward = grow([edge.a, edge.b], edge.line)
    const chain = grow(forward.reverse(), edge.line).reverse()
    chains.push({ line: edge.line, nodes: chain, points: chain.map((node) => nodes[node] as Point) })
  }
  return chains
}
