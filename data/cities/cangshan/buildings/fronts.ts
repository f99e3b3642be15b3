import { around, between, distance, type Point, type Ring } from '../../town/geometry.ts'
import type { Random } from '../../town/random.ts'
import { type Building, fits } from './building.ts'

const DEPTH = 11
// A shorter side of a block has no row of shops, m.
const SHORTEST = 22

/** Shops with flats above them along the sides of a block; the ground behind stays free. */
export function fronts(ground: Ring, floors: readonly [number, number], chance: Random): Building[] {
  const out: Building[] = []
  ground.forEach((a, i) => {
    const b = around(ground, i + 1)
    const length = distance(a, b)
    if (length < SHORTEST) return
    const along: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    const high = chance.int(floors[0], floors[1])
    // Corners stay open, or two rows would stand in each other.
    for (let x = DEPTH * 0.55; x + 9 < length - DEPTH * 0.55; ) {
      const width = Math.min(chance.range(13, 34), length - DEPTH * 0.55 - x)
      const ring = box(a, along, x, width, ground)
      if (ring && !out.some((other) => crosses(other.ring, ring))) out.push({ ring, kind: 'shop', floors: high })
      x += width + (chance.chance(0.3) ? 5 : 0.6)
    }
  })
  return out
}

/** A box that stands on the side, on whichever hand the ground is. */
function box(a: Point, [dx, dy]: Point, x: number, width: number, ground: Ring): Ring | undefined {
  for (const hand of [1, -1]) {
    const at = (s: number, t: number): Point => [a[0] + dx * s - dy * t * hand, a[1] + dy * s + dx * t * hand]
    const ring = [at(x, 0.3), at(x + width, 0.3), at(x + width, DEPTH), at(x, DEPTH)]
    if (
      fits(
        ring.map((corner) => between(corner, at(x + width / 2, DEPTH / 2), 0.02)),
        ground,
      )
    )
      return ring
  }
  return undefined
}

/** Whether two small rectangles overlap, as far as their middles tell. */
function crosses(a: Ring, b: Ring): boolean {
  const [p, q] = [middle(a), middle(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1]) < DEPTH + 2
}

const middle = (ring: Ring): Point => between(ring[0] as Point, ring[2] as Point, 0.5)
