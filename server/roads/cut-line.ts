import { metresBetween } from '../city/distance.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Drive } from './build-net.ts'

/** The places of a drive, from where it begins to where it ends. */
export function cutLine({ edge, from, to }: Drive): LngLat[] {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const cut: LngLat[] = []
  let gone = 0
  for (const [i, place] of edge.line.entries()) {
    const before = edge.line[i - 1]
    if (!before) {
      if (first <= 0) cut.push(place)
      continue
    }
    const step = metresBetween(before, place)
    if (first > gone && first < gone + step) cut.push(between(before, place, (first - gone) / step))
    if (last > gone && last < gone + step) cut.push(between(before, place, (last - gone) / step))
    else if (gone + step >= first && gone + step <= last) cut.push(place)
    gone += step
  }
  return to < from ? cut.reverse() : cut
}

/** The place so far (0 … 1) along the line from one to another. */
export const between = ([x, y]: LngLat, [u, v]: LngLat, share: number): LngLat => [
  x + (u - x) * share,
  y + (v - y) * share,
]
