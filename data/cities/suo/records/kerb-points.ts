import type { Position } from '../../city.ts'
import { linesOf } from './place-geometry.ts'
import type { PlaceIndex } from './place-index.ts'

export interface KerbPoint {
  location: Position
  road: string
  roadClass: string
}

const STEP_METRES = 30

/** Points along the roads, 30 m apart, inside the unit grids: open country has no kerb at which anybody complains. */
export function kerbPoints(index: PlaceIndex, step = STEP_METRES): KerbPoint[] {
  return index.layer('roads').flatMap((road) =>
    linesOf(road.geometry)
      .flatMap((line) => along(line.map(index.plane), step))
      .map((point) => ({ location: index.position(point), road: road.name, roadClass: String(road.fields.class) }))
      .filter(({ location }) => index.unitGridAt(location) !== null),
  )
}

function along(points: readonly [number, number][], step: number): [number, number][] {
  const found: [number, number][] = []
  let left = step / 2
  points.forEach((to, i) => {
    const from = points[i - 1]
    if (from === undefined) return
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    for (; left <= length; left += step) {
      const share = left / length
      found.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share])
    }
    left -= length
  })
  return found
}
