import { distance, type Line, type Point } from '../town/geometry.ts'
import { nodeLines } from '../town/noding.ts'
import type { Road } from './streets.ts'

/** The shortest way along roads. */
export class RoadGraph {
  readonly #nodes: Point[]
  readonly #arms: { to: number; metres: number }[][]

  constructor(roads: readonly Road[]) {
    const { nodes, edges } = nodeLines(roads.map(({ line }) => ({ line, weight: 0 })))
    this.#nodes = nodes
    this.#arms = nodes.map(() => [])
    for (const { a, b } of edges) {
      const metres = distance(nodes[a] as Point, nodes[b] as Point)
      this.#arms[a]?.push({ to: b, metres })
      this.#arms[b]?.push({ to: a, metres })
    }
  }

  /** From the junction nearest to one place to that nearest to the other; empty when no road joins them. */
  way(from: Point, to: Point): Line {
    const [start, end] = [this.#nearest(from), this.#nearest(to)]
    const before = new Map<number, number>()
    const metres = new Map<number, number>([[start, 0]])
    const open = new Heap()
    open.push(start, 0)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node === end) break
      const here = metres.get(node) ?? 0
      for (const arm of this.#arms[node] ?? []) {
        const there = here + arm.metres
        if (there >= (metres.get(arm.to) ?? Infinity)) continue
        metres.set(arm.to, there)
        before.set(arm.to, node)
        open.push(arm.to, there + distance(this.#nodes[arm.to] as Point, this.#nodes[end] as Point))
      }
    }
    const line: Line = []
    for (let node: number | undefined = end; node !== undefined; node = before.get(node)) {
      line.push(this.#nodes[node] as Point)
      if (node === start) return line.reverse()
    }
    return []
  }

  #nearest(place: Point): number {
    let best = 0
    let metres = Infinity
    this.#nodes.forEach((node, i) => {
      const away = (this.#arms[i]?.length ?? 0) > 0 ? distance(node, place) : Infinity
      if (away >= metres) return
      metres = away
      best = i
    })
    return best
  }
}

/** A binary heap: the node with the least cost first. */
class Heap {
  readonly #items: { node: number; cost: number }[] = []

  push(node: number, cost: number): void {
    const items = this.#items
    items.push({ node, cost })
    for (let i = items.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!this.#swapIfLess(i, parent)) return
      i = parent
    }
  }

  pop(): number | undefined {
    const items = this.#items
    const top = items[0]
    const last = items.pop()
    if (!top || !last || items.length === 0) return top?.node
    items[0] = last
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2]
      const least = (items[right]?.cost ?? Infinity) < (items[left]?.cost ?? Infinity) ? right : left
      if (least >= items.length || !this.#swapIfLess(least, i)) return top.node
      i = least
    }
  }

  #swapIfLess(child: number, parent: number): boolean {
    const [a, b] = [this.#items[child], this.#items[parent]]
    if (!a || !b || a.cost >= b.cost) return false
    this.#items[child] = b
    this.#items[parent] = a
    return true
  }
}
