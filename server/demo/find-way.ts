import { metresBetween } from '../city/distance.ts'
import type { LngLat } from '../contract/geo.ts'
import type { RoadNet } from './road-net.ts'

/** The shortest way along the roads (A*), from the road nearest to one place to that nearest to another, both ends included; empty in a city
 *  without roads. */
export function findWay({ places, ways, nearest }: RoadNet, from: LngLat, to: LngLat): LngLat[] {
  const [start, goal] = [nearest(from), nearest(to)]
  const end = places[goal]
  if (start < 0 || !end) return []
  const metres = new Map<number, number>([[start, 0]])
  const before = new Map<number, number>()
  const settled = new Set<number>()
  const open = new Heap()
  open.push(start, 0)
  for (let at = open.pop(); at !== undefined && at !== goal; at = open.pop()) {
    if (settled.has(at)) continue
    settled.add(at)
    const gone = metres.get(at) ?? 0
    for (const { to: next, metres: more } of ways[at] ?? []) {
      const place = places[next]
      if (!place || gone + more >= (metres.get(next) ?? Number.POSITIVE_INFINITY)) continue
      metres.set(next, gone + more)
      before.set(next, at)
      open.push(next, gone + more + metresBetween(place, end))
    }
  }
  const way: LngLat[] = []
  for (let at: number | undefined = goal; at !== undefined; at = before.get(at)) way.push(places[at] as LngLat)
  return way.reverse()
}

/** A binary heap: the smallest key comes out first. */
class Heap {
  readonly #items: { value: number; key: number }[] = []

  push(value: number, key: number): void {
    const items = this.#items
    let at = items.push({ value, key }) - 1
    for (let up = (at - 1) >> 1; at > 0 && this.#key(up) > key; up = (at - 1) >> 1) {
      this.#swap(at, up)
      at = up
    }
  }

  pop(): number | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (!first || !last || items.length === 0) return first?.value
    items[0] = last
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const least = this.#key(left + 1) < this.#key(left) ? left + 1 : left
      if (this.#key(least) >= last.key) return first.value
      this.#swap(at, least)
      at = least
    }
  }

  #key(at: number): number {
    return this.#items[at]?.key ?? Number.POSITIVE_INFINITY
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#items[a], this.#items[b]]
    if (one && other) [this.#items[a], this.#items[b]] = [other, one]
  }
}
