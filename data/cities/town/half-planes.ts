import { around, distance, first, last, type Point, type Ring, signedArea } from './geometry.ts'

/** A ring with each side moved inward by its own distance, m: exact for a convex ring, and a little too small where it bends
 *  inward. Fast, for blocks by the ten thousand. Empty when nothing is left. */
export function shrunkBySides(ring: Ring, metresOf: (side: number) => number): Ring {
  const turn = signedArea(ring) > 0 ? 1 : -1
  let left: Ring = ring
  for (let i = 0; i < ring.length && left.length > 2; i++) {
    const a = ring[i] as Point
    const b = around(ring, i + 1)
    const length = distance(a, b)
    if (length < 0.3) continue
    // Points inward.
    const normal: Point = [(-turn * (b[1] - a[1])) / length, (turn * (b[0] - a[0])) / length]
    left = cutAway(left, a, normal, metresOf(i))
  }
  return left.length > 2 ? left : []
}

/** What lies further than `metres` from the line through `a`, on the side that `normal` points to. */
function cutAway(ring: Ring, a: Point, normal: Point, metres: number): Ring {
  const depth = (p: Point): number => (p[0] - a[0]) * normal[0] + (p[1] - a[1]) * normal[1] - metres
  const out: Ring = []
  for (let i = 0; i < ring.length; i++) {
    const p = ring[i] as Point
    const q = around(ring, i + 1)
    const [dp, dq] = [depth(p), depth(q)]
    if (dp >= 0) out.push(p)
    if (dp >= 0 === dq >= 0) continue
    const share = dp / (dp - dq)
    out.push([p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share])
  }
  while (out.length > 1 && distance(first(out), last(out)) < 0.05) out.pop()
  return out.filter((p, i) => i === 0 || distance(p, out[i - 1] as Point) > 0.05)
}
