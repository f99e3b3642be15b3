import { simplifyLine } from '../../city/simplify.ts'
import type { LngLat } from '../../contract/geo.ts'

/** 4 m in degrees of latitude: less than a lane is wide. */
const TOLERANCE = 0.000_036
const DIGITS = 1e6

/** A way as a screen draws it: without the points that nobody sees, to a decimetre. Ends stay. */
export function thinWay(line: readonly LngLat[]): LngLat[] {
  const flat = simplifyLine(line.flat(), TOLERANCE)
  return Array.from({ length: flat.length / 2 }, (_, i) => [rounded(flat[i * 2]), rounded(flat[i * 2 + 1])])
}

const rounded = (degrees = 0): number => Math.round(degrees * DIGITS) / DIGITS
