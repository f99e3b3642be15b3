import type { RoadSide } from '../../contract/coverage.ts'
import type { LngLat } from '../../contract/geo.ts'
import type { Part, StreetMap } from './street-map.ts'

/** 1: the left side; -1: the right one; 0: the road as a whole. */
export type Side = 1 | -1 | 0

/** A place along a part, `offset` metres to its left. */
export function placeOn(part: Part, metres: number, offset: number): [x: number, y: number] {
  const { points, along, length, closed } = part
  const at = closed && metres > length ? metres - length : Math.max(0, Math.min(length, metres))
  let [low, high] = [0, along.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((along[middle] as number) <= at) low = middle
    else high = middle - 1
  }
  const [x, y] = [points[low * 2] as number, points[low * 2 + 1] as number]
  const [dx, dy] = [(points[low * 2 + 2] as number) - x, (points[low * 2 + 3] as number) - y]
  const step = (along[low + 1] as number) - (along[low] as number)
  const [share, plain] = [step > 0 ? (at - (along[low] as number)) / step : 0, Math.hypot(dx, dy) || 1]
  return [x + dx * share - (dy / plain) * offset, y + dy * share + (dx / plain) * offset]
}

/** A stretch of a part, drawn along the kerb of its side. */
export function drawAlong(
  map: Pick<StreetMap, 'toPlace'>,
  part: Part,
  { from, to }: { from: number; to: number },
  side: Side,
): LngLat[] {
  const offset = side * part.halfWidth
  const laps = to > part.length ? [0, part.length] : [0]
  const bends = laps.flatMap((lap) => [...part.along].map((metres) => metres + lap))
  const inner = bends.filter((metres, i) => metres > from && metres < to && metres !== bends[i - 1])
  return [from, ...inner, to].map((metres) => {
    const [lng, lat] = map.toPlace(...placeOn(part, metres, offset))
    return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
  })
}

/** Where a side of a stretch lies, by how the stretch runs as a whole. */
export function sideOf(part: Part, { from, to }: { from: number; to: number }, side: Side): RoadSide {
  if (side === 0) return 'both'
  const [[x, y], [u, v]] = [placeOn(part, from, 0), placeOn(part, to, 0)]
  const [dx, dy] = Math.hypot(u - x, v - y) > 1 ? [u - x, v - y] : [1, 0]
  const [nx, ny] = [-dy * side, dx * side]
  if (Math.abs(nx) > Math.abs(ny)) return nx > 0 ? 'east' : 'west'
  return ny > 0 ? 'north' : 'south'
}
