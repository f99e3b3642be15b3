import { around, distance, type Point, type Ring } from './geometry.ts'

/** A turned rectangle around something, with coordinates of its own: x along `axis`, y to its left. */
export interface Frame {
  axis: Point
  x0: number
  x1: number
  y0: number
  y1: number
  width: number
  height: number
  at(x: number, y: number): Point
}

export function frameAlong(ring: Ring, axis: Point): Frame {
  const [ux, uy] = axis
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [px, py] of ring) {
    const x = px * ux + py * uy
    const y = py * ux - px * uy
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < y0) y0 = y
    if (y > y1) y1 = y
  }
  return { axis, x0, x1, y0, y1, width: x1 - x0, height: y1 - y0, at: (x, y) => [x * ux - y * uy, x * uy + y * ux] }
}

const turned = ([x, y]: Point): Point => [-y, x]

/** The smallest turned rectangle, its long side along x; undefined for a ring without a side of 1 m. */
export function tightFrame(ring: Ring): Frame | undefined {
  let best: Frame | undefined
  for (let i = 0; i < ring.length; i++) {
    const a = around(ring, i)
    const b = around(ring, i + 1)
    const length = distance(a, b)
    if (length < 1) continue
    const frame = frameAlong(ring, [(b[0] - a[0]) / length, (b[1] - a[1]) / length])
    if (!best || frame.width * frame.height < best.width * best.height) best = frame
  }
  if (best && best.height > best.width) return frameAlong(ring, turned(best.axis))
  return best
}

/** The tight frame with its y axis as near to north as it goes: houses here face south. */
export function northFrame(ring: Ring): Frame | undefined {
  const tight = tightFrame(ring)
  if (!tight) return undefined
  let axis = tight.axis
  for (let i = 0, next = turned(axis); i < 3; i++, next = turned(next)) if (next[0] > axis[0]) axis = next
  return frameAlong(ring, axis)
}

/** A frame of no size at a place, for things that are set down there. */
export function frameAt(place: Point, angle: number): Frame {
  const axis: Point = [Math.cos(angle), Math.sin(angle)]
  const at = (x: number, y: number): Point => [
    place[0] + x * axis[0] - y * axis[1],
    place[1] + x * axis[1] + y * axis[0],
  ]
  return { axis, x0: 0, x1: 0, y0: 0, y1: 0, width: 0, height: 0, at }
}

export const rectangle = (frame: Frame, x0: number, y0: number, x1: number, y1: number): Ring => [
  frame.at(x0, y0),
  frame.at(x1, y0),
  frame.at(x1, y1),
  frame.at(x0, y1),
]
