import { buffer, difference, opened } from '../town/clipping.ts'
import {
  around,
  between,
  centroid,
  distance,
  first,
  type Line,
  type Point,
  type Ring,
  ringArea,
} from '../town/geometry.ts'
import { shrunkBySides } from '../town/half-planes.ts'
import { simplifyRing } from '../town/line.ts'
import type { SegmentIndex } from '../town/segment-index.ts'
import type { Community } from './communities.ts'
import type { LandUse } from './land-use.ts'
import { halfWidth, type RoadClass } from './road-classes.ts'
import type { Road, Streets } from './streets.ts'

/** One side of a block: the middle line of what runs there. */
export interface BlockSide {
  a: Point
  b: Point
  class: RoadClass
  road: string
}

/** Ground between streets, cut back by the true widths of carriageway and pavement. */
export interface Block {
  ring: Ring
  centre: Point
  /** m² */
  area: number
  sides: BlockSide[]
  community?: Community
  use: LandUse
  name: string
}

/** Smaller ground is nobody's block, m². */
const SMALLEST = 260
// Where sides cut away more than this share of what they should, the ground bends inward and is cut by clipping.
const BENT = 0.8

export function cutBlocks({ faces }: Streets, index: SegmentIndex<Road>): Block[] {
  return faces.flatMap(({ ring, community }) => {
    const sides = sidesOf(ring, index)
    return groundOf(ring, sides)
      .filter((ground) => ringArea(ground) > SMALLEST)
      .map((ground): Block => {
        const centre = centroid(ground)
        return {
          ...{ ring: ground, centre, area: ringArea(ground), sides, use: 'none', name: '' },
          ...(community ? { community } : {}),
        }
      })
  })
}

function sidesOf(ring: Ring, index: SegmentIndex<Road>): BlockSide[] {
  return ring.map((a, i) => {
    const b = around(ring, i + 1)
    const road = index.nearest(between(a, b, 0.5), 3)
    return { a, b, class: road?.class ?? 'lane', road: road?.name ?? '' }
  })
}

function groundOf(ring: Ring, sides: BlockSide[]): Ring[] {
  const half = sides.map((side) => halfWidth(side.class))
  const left = shrunkBySides(ring, (i) => half[i] ?? 0)
  const taken = sides.reduce((sum, { a, b }, i) => sum + distance(a, b) * (half[i] ?? 0), 0)
  if (ringArea(left) > BENT * (ringArea(ring) - taken)) return [left]
  const byClass = new Map<RoadClass, Line[]>()
  for (const { a, b, class: roadClass } of sides) byClass.set(roadClass, [...(byClass.get(roadClass) ?? []), [a, b]])
  let ground = [[ring]]
  for (const [roadClass, lines] of byClass) ground = difference(ground, buffer(lines, halfWidth(roadClass)))
  return opened(ground, 4, 'round').map((polygon) => simplifyRing(first(polygon), 0.5))
}
