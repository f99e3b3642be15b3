import type { Geometry, LngLat } from '../../server/contract/geo.ts'

export interface NamedLine {
  name: string
  geometry: Geometry
}

const linesOf = (geometry: Geometry): LngLat[][] =>
  geometry.type === 'LineString'
    ? [geometry.coordinates]
    : geometry.type === 'MultiLineString'
      ? geometry.coordinates
      : []

/** The name of the road nearest to a place and how far it is in metres; undefined beyond `within`. Degrees are taken as a plane with
 *  longitudes shortened, exact to a metre over a few hundred. */
export function nearestRoad(
  place: LngLat,
  roads: readonly NamedLine[],
  within = 400,
): { name: string; metres: number } | undefined {
  const east = 111_320 * Math.cos((place[1] * Math.PI) / 180)
  const toMetres = ([lng, lat]: LngLat): LngLat => [(lng - place[0]) * east, (lat - place[1]) * 110_574]
  let best: { name: string; metres: number } | undefined
  for (const { name, geometry } of roads) {
    for (const line of linesOf(geometry)) {
      for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1], line[i]]
        if (!a || !b) continue
        const metres = distanceToSegment(toMetres(a), toMetres(b))
        if (metres <= within && metres < (best?.metres ?? Number.POSITIVE_INFINITY)) best = { name, metres }
      }
    }
  }
  return best
}

/** From the origin to the segment a–b. */
function distanceToSegment([ax, ay]: LngLat, [bx, by]: LngLat): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(Math.max(-(ax * dx + ay * dy) / length, 0), 1)
  return Math.hypot(ax + along * dx, ay + along * dy)
}
