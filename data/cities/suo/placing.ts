import { intersection, sharedArea } from '../town/clipping.ts'
import { boxOf, isInPolygon, type Polygon, type Ring, ringArea, totalArea } from '../town/geometry.ts'

/** Whether a ring lies inside the ground, but for rounding. */
export function fits(ring: Ring, ground: Polygon[]): boolean {
  // Most are refused by a corner; clipping is for the rest.
  if (ring.some((corner) => !ground.some((polygon) => isInPolygon(corner, polygon)))) return false
  return totalArea(intersection([[ring]], ground)) > ringArea(ring) * 0.995
}

/** Whether a ring lies on one of the others, by more than half a square metre. */
export function overlaps(ring: Ring, others: Ring[]): boolean {
  const [west, south, east, north] = boxOf(ring)
  return others.some((other) => {
    const box = boxOf(other)
    if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) return false
    return sharedArea([[ring]], [[other]]) > 0.5
  })
}
