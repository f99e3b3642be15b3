import type { Case } from '../../../server/contract/case.ts'
import type { Bbox, LngLat } from '../../../server/contract/geo.ts'

/** A crew that is here for one reaches the next on foot within a few minutes. */
export const NEARBY_METRES = 300
/** So many are offered; more than a crew takes in hand at once helps nobody. */
const MOST = 9

const METRES_PER_DEGREE = 111_320
const lngScale = (lat: number): number => METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)

/** The rectangle around a place that holds everything within some metres. */
export function around([lng, lat]: LngLat, metres: number): Bbox {
  const [dx, dy] = [metres / lngScale(lat), metres / METRES_PER_DEGREE]
  return [lng - dx, lat - dy, lng + dx, lat + dy]
}

/** Metres on a plane: right to a thousandth at the distances of a walk. */
export const walkMetres = (a: LngLat, b: LngLat): number =>
  Math.hypot((b[0] - a[0]) * lngScale(a[1]), (b[1] - a[1]) * METRES_PER_DEGREE)

type Placed = Pick<Case, 'id' | 'kind' | 'code' | 'location' | 'status' | 'mergedInto'>

export interface Nearby<Of> {
  of: Of
  metres: number
}

/** Other cases of the same class that wait for a crew within a walk, the nearest first. */
export function nearbySame<Of extends Placed>(
  cases: readonly Of[],
  { id, kind, code, location }: Placed,
): Nearby<Of>[] {
  return cases
    .filter((other) => other.id !== id && other.status === 'filed' && other.kind === kind && other.code === code)
    .map((of) => ({ of, metres: walkMetres(location, of.location) }))
    .filter(({ metres }) => metres <= NEARBY_METRES)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, MOST)
}
