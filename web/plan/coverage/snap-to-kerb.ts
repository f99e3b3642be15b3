import type { LngLat } from '../../../server/contract/geo.ts'
import { METRES_PER_DEGREE, planeAround } from '../../../server/contract/local-plane.ts'

/** A road as it is drawn: the middle of it, and how wide it is between the kerbs. */
export interface Kerbed {
  id: string
  name: string
  lines: readonly (readonly LngLat[])[]
  widthM: number
}

/** Behind the kerb, as things stand in the streets here and as the server proposes sites. */
export const BEHIND_METRES = 1
/** Farther than this from any kerb a click means the place itself. */
const REACH_METRES = 25

/** The place behind the nearest kerb, on the side of the road that was clicked; undefined when no kerb is near. */
export function snapToKerb(at: LngLat, roads: readonly Kerbed[]): LngLat | undefined {
  const toPlane = planeAround(at)
  let best: { off: number; place: readonly [number, number] } | undefined
  for (const { lines, widthM } of roads)
    for (const line of lines)
      for (let i = 1; i < line.length; i++) {
        const [a, b] = [toPlane(line[i - 1] as LngLat), toPlane(line[i] as LngLat)]
        const placed = besides(a, b, widthM / 2 + BEHIND_METRES)
        if (placed && placed.off <= REACH_METRES && placed.off < (best?.off ?? Number.POSITIVE_INFINITY)) best = placed
      }
  if (!best) return undefined
  const perLng = METRES_PER_DEGREE * Math.cos((at[1] * Math.PI) / 180)
  const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
  return [round(at[0] + best.place[0] / perLng), round(at[1] + best.place[1] / METRES_PER_DEGREE)]
}

type Point = readonly [number, number]

/** From the origin of the plane to the line that runs `offset` beside a stretch, on the origin's side of it. */
function besides(a: Point, b: Point, offset: number): { off: number; place: Point } | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(dx, dy)
  if (length === 0) return undefined
  const along = Math.max(0, Math.min(1, -(a[0] * dx + a[1] * dy) / (length * length)))
  const middle = [a[0] + dx * along, a[1] + dy * along] as const
  const side = dx * -a[1] - dy * -a[0] >= 0 ? 1 : -1
  const place = [middle[0] - (dy / length) * offset * side, middle[1] + (dx / length) * offset * side] as const
  return { off: Math.hypot(...place), place }
}
