import type { LngLat } from '../contract/geo.ts'
import type { Columns } from './columns.ts'
import { E7 } from './mercator.ts'

const RADIUS = 6_371_008.8
const RADIANS = Math.PI / 180

/** Metres over a sphere (haversine). */
export function metresBetween([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const across = Math.sin(((lng2 - lng1) * RADIANS) / 2) ** 2 * Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS)
  return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2 + across)))
}

/** Metres from a place to a row's thing: to the nearest place of a line or an edge, 0 inside a polygon. */
export function metresTo(columns: Columns, row: number, at: LngLat): number {
  const { shapes } = columns
  const place: LngLat = [(columns.lng[row] as number) / E7, (columns.lat[row] as number) / E7]
  if (!shapes || shapes.kind[row] === 0) return metresBetween(at, place)
  const polygon = (shapes.kind[row] as number) > 2
  let nearest = Number.POSITIVE_INFINITY
  let inside = false
  for (let part = shapes.partStart[row] as number; part < (shapes.partStart[row + 1] as number); part++) {
    const line = {
      from: shapes.vertexStart[part] as number,
      to: shapes.vertexStart[part + 1] as number,
      closed: polygon,
    }
    for (const [a, b] of segmentsOf(shapes, line)) {
      if (polygon && a[1] > at[1] !== b[1] > at[1] && crossing(a, b, at[1]) > at[0]) inside = !inside
      nearest = Math.min(nearest, metresBetween(at, nearestOn(a, b, at)))
    }
  }
  return inside ? 0 : nearest
}

const crossing = (a: LngLat, b: LngLat, lat: number): number => a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])

function* segmentsOf(
  { lng, lat }: { lng: Int32Array; lat: Int32Array },
  { from, to, closed }: { from: number; to: number; closed: boolean },
): Iterable<[LngLat, LngLat]> {
  const placeOf = (vertex: number): LngLat => [(lng[vertex] as number) / E7, (lat[vertex] as number) / E7]
  for (let vertex = from; vertex + 1 < to; vertex++) yield [placeOf(vertex), placeOf(vertex + 1)]
  if (closed) yield [placeOf(to - 1), placeOf(from)]
}

/** The place on a segment nearest to `at`, in a plane that is true near `at`. */
function nearestOn(a: LngLat, b: LngLat, at: LngLat): LngLat {
  const squeeze = Math.cos(at[1] * RADIANS)
  const [dx, dy] = [(b[0] - a[0]) * squeeze, b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((at[0] - a[0]) * squeeze * dx + (at[1] - a[1]) * dy) / length
  const share = Math.max(0, Math.min(1, along))
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
