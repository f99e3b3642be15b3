import FlatQueue from 'flatqueue'

/** A stretch between two joints, as far as a round is concerned. */
export interface Street {
  from: number
  to: number
  metres: number
  /** Whether it may be gone from `from` to `to`, and back. */
  forward: boolean
  backward: boolean
}

/** Streets by the joints that they begin or end at. */
export interface StreetNet {
  joints: number
  streets: readonly Street[]
  at: readonly (readonly number[])[]
}

export function streetNet(joints: number, streets: readonly Street[]): StreetNet {
  const at: number[][] = Array.from({ length: joints }, () => [])
  for (const [index, { from, to }] of streets.entries()) {
    at[from]?.push(index)
    if (to !== from) at[to]?.push(index)
  }
  return { joints, streets, at }
}

/** The shortest ways from some joints to all. */
export interface Reach {
  metres: Float64Array
  /** By joint: the street that it was reached by; −1 at a source, and where nothing leads. */
  by: Int32Array
  /** By joint: the source that is nearest. */
  source: Int32Array
}

/** Dijkstra from several joints at once. `directed`: streets are gone only as they may be. */
export function reachFrom(net: StreetNet, sources: Iterable<number>, directed = false): Reach {
  const metres = new Float64Array(net.joints).fill(Number.POSITIVE_INFINITY)
  const by = new Int32Array(net.joints).fill(-1)
  const source = new Int32Array(net.joints).fill(-1)
  const open = new FlatQueue<number>()
  for (const joint of sources) {
    metres[joint] = 0
    source[joint] = joint
    open.push(joint, 0)
  }
  for (;;) {
    const away = open.peekValue()
    const joint = open.pop()
    if (away === undefined || joint === undefined) return { metres, by, source }
    if (away > (metres[joint] ?? 0)) continue
    for (const index of net.at[joint] ?? []) {
      const street = net.streets[index]
      if (!street || (directed && !(street.from === joint ? street.forward : street.backward))) continue
      const next = otherEnd(street, joint)
      const total = away + street.metres
      if (total >= (metres[next] ?? 0)) continue
      metres[next] = total
      by[next] = index
      source[next] = source[joint] ?? -1
      open.push(next, total)
    }
  }
}

/** The streets from the nearest source to a joint, the last first. */
export function wayBack({ streets }: StreetNet, { by }: Reach, joint: number): number[] {
  const way: number[] = []
  for (let at = joint, index = by[at] ?? -1; index >= 0; index = by[at] ?? -1) {
    way.push(index)
    const street = streets[index]
    if (!street) break
    at = otherEnd(street, at)
  }
  return way
}

export const otherEnd = ({ from, to }: Pick<Street, 'from' | 'to'>, joint: number): number =>
  from === joint ? to : from

/** Sets that grow together. */
export class Parts {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, index) => index)
  }

  of(one: number): number {
    let at = one
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[up] ?? up
      at = up
    }
    return at
  }

  /** Whether they were apart. */
  join(one: number, other: number): boolean {
    const [a, b] = [this.of(one), this.of(other)]
    this.#parent[a] = b
    return a !== b
  }
}
