import type { Bbox, LngLat } from '../../contract/geo.ts'

/** Metres of a degree of latitude on a sphere of 6,371,008.8 m. */
const METRES_PER_DEGREE = 111_195.08

/** A box that holds everything within so many metres of a place, for the few metres of a street: not for the poles. */
export function squareAround([lng, lat]: LngLat, metres: number): Bbox {
  const up = metres / METRES_PER_DEGREE
  const aside = up / Math.cos((Math.min(89, Math.abs(lat) + up) * Math.PI) / 180)
  return [lng - aside, lat - up, lng + aside, lat + up]
}
