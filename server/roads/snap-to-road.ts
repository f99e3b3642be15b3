import { metresBetween } from '../city/distance.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Edge, RoadNet } from './build-net.ts'
import { speedOn } from './road-facts.ts'
import type { Pace } from './road-pace.ts'

/** A place on a road. */
export interface OnRoad {
  edge: Edge
  /** From the edge's first point. */
  along: number
  place: LngLat
  /** From where it was asked for, straight. */
  metres: number
}

/** Farther than this from any road the roads say nothing of how to get there: the yard of a landfill, a hamlet, a mountain. */
export const OFF_ROAD_METRES = 500

/** The nearest place on a road that may be gone at all with this vehicle; undefined where there is none so near. */
export function snapToRoad(
  { edges, plane, segments }: RoadNet,
  at: LngLat,
  { vehicle, speeds }: Pace,
  within = OFF_ROAD_METRES,
): OnRoad | undefined {
  const isOpen = ({ facts }: Edge): boolean =>
    [true, false].some((along) => speedOn(facts, { along, vehicle }, speeds) > 0)
  const found = segments.nearest(plane.point(at), within, ({ line }) => {
    const edge = edges[line]
    return edge !== undefined && isOpen(edge)
  })
  const edge = found && edges[found.segment.line]
  if (!edge) return undefined
  const place = plane.place(found.place)
  const before = edge.line.slice(0, found.segment.at + 1)
  const along = [...before, place].reduce((sum, one, i, all) => sum + metresBetween(all[i - 1] ?? one, one), 0)
  return { edge, along: Math.min(edge.metres, along), place, metres: metresBetween(at, place) }
}
