import { centroid, distance, first, type Point, type Ring } from '../../town/geometry.ts'
import { along, lineLength } from '../../town/line.ts'
import type { Needs } from './needs.ts'

/** A place on the pavement at the edge of a block, `share` of the way round it, and the road it stands on. */
export function doorstepOf(
  { roads }: Pick<Needs, 'roads'>,
  ring: Ring,
  share: number,
): { place: Point; road: string } | undefined {
  const outline = [...ring, first(ring)]
  const length = lineLength(outline)
  const middle = centroid(ring)
  for (let i = 0; i < 8; i++) {
    const { place: edge } = along(outline, ((share + i / 8) % 1) * length)
    const away = distance(edge, middle) || 1
    const place: Point = [
      edge[0] + ((edge[0] - middle[0]) / away) * 0.6,
      edge[1] + ((edge[1] - middle[1]) / away) * 0.6,
    ]
    const road = roads.nearestNamed(place, 40)
    if (road && !roads.onCarriageway(place)) return { place, road: road.name }
  }
  return undefined
}
