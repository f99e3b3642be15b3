import type { Pixel } from '../map-surface.ts'

export const EDGES = ['left', 'right', 'top', 'bottom'] as const
export type Edge = (typeof EDGES)[number]

export interface EdgeCount {
  edge: Edge
  count: number
  /** Where along the edge its things are in the mean, in px from its beginning. */
  along: number
  /** The one of them that is nearest to the view, by index. */
  nearest: number
}

/** How far from its ends something stands on an edge. */
const MARGIN = 60

/** What lies outside the view, counted at the edge past which it lies; at a corner, at the edge past which it lies further. In the order of EDGES,
 *  without those that have none. */
export function edgeCounts(pixels: readonly Pixel[], [width, height]: Pixel): EdgeCount[] {
  const found = new Map<Edge, { count: number; sum: number; nearest: number; least: number }>()
  pixels.forEach(([x, y], index) => {
    const [acrossX, acrossY] = [Math.max(-x, x - width), Math.max(-y, y - height)]
    const past = Math.max(acrossX, acrossY)
    if (past <= 0) return
    const sideways = acrossX >= acrossY
    const edge: Edge = sideways ? (x < 0 ? 'left' : 'right') : y < 0 ? 'top' : 'bottom'
    const side = found.get(edge) ?? { count: 0, sum: 0, nearest: index, least: Number.POSITIVE_INFINITY }
    side.count++
    side.sum += sideways ? within(y, height) : within(x, width)
    if (past < side.least) Object.assign(side, { nearest: index, least: past })
    found.set(edge, side)
  })
  return EDGES.flatMap((edge) => {
    const side = found.get(edge)
    if (!side) return []
    const mean = side.sum / side.count
    return [{ edge, count: side.count, along: Math.round(mean), nearest: side.nearest }]
  })
}

const within = (value: number, length: number): number =>
  Math.min(Math.max(value, Math.min(MARGIN, length / 2)), Math.max(length - MARGIN, length / 2))
