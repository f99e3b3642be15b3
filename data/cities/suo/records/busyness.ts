import type { Position } from '../../city.ts'
import { middleOf } from './place-geometry.ts'
import type { PlaceIndex } from './place-index.ts'

const REACH_METRES = 130
const APART_METRES = 320
/** The market street is the loudest; each next centre is quieter. */
const STRENGTHS = [1.6, 1.1, 0.8, 0.55, 0.4]

/** How much goes on at a place: hills around the up to five thickest clusters of venues. */
export function busyness(index: PlaceIndex): (place: Position) => number {
  const doors = index.layer('venues').map(({ geometry }) => index.plane(middleOf(geometry)))
  const crowd = doors.map(([x, y]) => doors.filter(([u, v]) => Math.hypot(u - x, v - y) < 90).length)
  // The plane's origin is the town's middle: of two crowds the one nearer to it is the louder.
  const central = ([x, y]: readonly [number, number]) => Math.max(0.4, 1 - Math.hypot(x, y) / 2500)
  const ranked = doors
    .map((door, i) => ({ door, crowd: (crowd[i] ?? 0) * central(door) }))
    .sort((a, b) => b.crowd - a.crowd)
  const centres: (readonly [number, number])[] = []
  for (const { door } of ranked) {
    if (centres.length === STRENGTHS.length) break
    if (centres.every(([x, y]) => Math.hypot(x - door[0], y - door[1]) > APART_METRES)) centres.push(door)
  }
  return (place) => {
    const [x, y] = index.plane(place)
    return centres.reduce((sum, [u, v], i) => {
      const away = Math.hypot(u - x, v - y) / REACH_METRES
      return sum + (STRENGTHS[i] ?? 0) * Math.exp((-away * away) / 2)
    }, 0)
  }
}
