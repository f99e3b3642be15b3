import { metresBetween } from '../city/distance.ts'
import type { LngLat } from '../contract/geo.ts'
import { Heap } from './heap.ts'
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
  const open = new Heap<number>()
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
