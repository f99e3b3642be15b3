import { intersection, offset } from '../town/clipping.ts'
import { first, type Point, type Ring, ringArea } from '../town/geometry.ts'
import { leftOf } from '../town/line.ts'
import type { District } from './district.ts'
import { halfWidth } from './road-classes.ts'

/** How many places of the shore road one strip is long; and how far it reaches out, m. */
const PLACES = 9
const REACH = 78

/** The park between the shore road and the water, in pieces of some 400 m. */
export function riversideStrips({ streets, outline, skeleton }: Pick<District, 'streets' | 'outline' | 'skeleton'>): {
  ring: Ring
  road: string
}[] {
  const dry = offset([[outline.island]], -9)
  const shore = streets.roads.filter(({ name }) => /(江滨.大道|江大道)$/.test(name))
  const bridges = skeleton.outside.map(({ line }) => line)
  return shore.flatMap(({ line, name }) => {
    const strips: { ring: Ring; road: string }[] = []
    for (let i = 0; i + 2 < line.length; i += PLACES) {
      const piece = line.slice(i, i + PLACES + 1)
      if (piece.length < 3) continue
      const beside = (metres: number): Ring =>
        piece.map((place, k): Point => {
          const [a, b] = [piece[k - 1] ?? place, piece[k + 1] ?? place]
          const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
          return leftOf({ place, direction: [(b[0] - a[0]) / length, (b[1] - a[1]) / length] }, metres)
        })
      // The shore road runs counter-clockwise: the water is on its right.
      const ribbon = [...beside(-halfWidth('main') - 1), ...beside(-REACH).toReversed()]
      for (const polygon of intersection(
        [ribbon].map((ring) => [ring]),
        dry,
      )) {
        const ring = first(polygon)
        if (ringArea(ring) > 2000 && !bridges.some((bridge) => bridge.some((p) => near(ring, p))))
          strips.push({ ring, road: name })
      }
    }
    return strips
  })
}

// A bridge has its ramp here and not a park.
const near = (ring: Ring, [x, y]: Point): boolean => ring.some((p) => Math.hypot(p[0] - x, p[1] - y) < 12)
