import type { Gap } from '../../../server/contract/coverage.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { METRES_PER_DEGREE, planeAround } from '../../../server/contract/local-plane.ts'
import { BEHIND_METRES, type Kerbed } from './snap-to-kerb.ts'

/** What two ways to measure a street may differ by: so much is kept below the limit. */
const SLACK = 0.002

/** How many things put at even distances leave no stretch that is longer than is allowed. */
export const countToClose = ({ metres, maxMetres }: Pick<Gap, 'metres' | 'maxMetres'>): number =>
  Math.max(1, Math.ceil((metres / maxMetres) * (1 + SLACK)) - 1)

type Stretch = Pick<Gap, 'part' | 'hand' | 'fromMetres' | 'toMetres'>

/** So many places behind the kerb of a gap's side that divide it into parts of one length, measured along the middle of the road as the rules
 *  measure: along the kerb itself a bend is longer outside than inside. Empty where the road is not drawn so far. */
export function placesOnKerb({ lines, widthM }: Kerbed, { part, hand, ...of }: Stretch, count: number): LngLat[] {
  const line = lines[part]
  const first = line?.[0]
  if (!line || !first) return []
  const points = line.map(planeAround(first))
  const perLng = METRES_PER_DEGREE * Math.cos((first[1] * Math.PI) / 180)
  const offset = (widthM / 2 + BEHIND_METRES) * (hand === 'right' ? -1 : 1)
  const step = (of.toMetres - of.fromMetres) / (count + 1)
  return Array.from({ length: count }, (_, i) => of.fromMetres + step * (i + 1)).flatMap((metres): LngLat[] => {
    const at = pointAt(points, metres)
    if (!at) return []
    const { point, along } = at
    const place = [point[0] - along[1] * offset, point[1] + along[0] * offset] as const
    return [[first[0] + place[0] / perLng, first[1] + place[1] / METRES_PER_DEGREE]]
  })
}

type Point = readonly [number, number]

/** The place so far along a line of the plane, and which way it goes there (of length 1). */
function pointAt(points: readonly Point[], metres: number): { point: Point; along: Point } | undefined {
  let left = metres
  for (const [i, from] of points.entries()) {
    const to = points[i + 1]
    if (!to) return undefined
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const length = Math.hypot(dx, dy)
    if (length > 0 && left <= length) {
      const along = [dx / length, dy / length] as const
      return { point: [from[0] + along[0] * left, from[1] + along[1] * left], along }
    }
    left -= length
  }
  return undefined
}
