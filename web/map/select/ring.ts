import type { LngLat } from '../../../server/contract/geo.ts'
import type { Pixel } from '../map-surface.ts'

/** Whether a place lies in a ring, closed or not, by the even-odd rule: in the loop of an eight that was drawn by hand, but not where it
 *  covers itself twice. An edge on the south and west belongs to it. */
export function isInRing([x, y]: LngLat, ring: readonly LngLat[]): boolean {
  let inside = false
  let from = ring.at(-1)
  for (const to of ring) {
    if (from && to[1] > y !== from[1] > y && x < ((from[0] - to[0]) * (y - to[1])) / (from[1] - to[1]) + to[0])
      inside = !inside
    from = to
  }
  return inside
}

/** The things whose place lies in the ring. Those outside its bounds are not reckoned with. */
export function inRing<Thing extends { location: LngLat }>(things: readonly Thing[], ring: readonly LngLat[]): Thing[] {
  if (ring.length < 3) return []
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [west, east] = [Math.min(...xs), Math.max(...xs)]
  const [south, north] = [Math.min(...ys), Math.max(...ys)]
  return things.filter(
    ({ location: [x, y] }) => x >= west && x <= east && y >= south && y <= north && isInRing([x, y], ring),
  )
}

export const boxOf = ([ax, ay]: Pixel, [bx, by]: Pixel): Pixel[] => [
  [ax, ay],
  [bx, ay],
  [bx, by],
  [ax, by],
]

/** A hand's path with the points left out that add nothing: nearer than `least` px to the last that was kept. */
export function thin(path: readonly Pixel[], least: number): Pixel[] {
  const kept: Pixel[] = []
  for (const point of path) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= least) kept.push(point)
  }
  return kept
}

/** The path as SVG, closed, its corners rounded: each drawn point bends the line towards itself. */
export function smoothPath(path: readonly Pixel[]): string {
  const [first] = path
  if (!first || path.length < 3) return ''
  const middle = (a: Pixel, b: Pixel): string => `${((a[0] + b[0]) / 2).toFixed(1)} ${((a[1] + b[1]) / 2).toFixed(1)}`
  const bends = path.map((point, i) => {
    const next = path[(i + 1) % path.length] ?? first
    return `Q${point[0].toFixed(1)} ${point[1].toFixed(1)} ${middle(point, next)}`
  })
  return `M${middle(path.at(-1) ?? first, first)}${bends.join('')}Z`
}
