import type { Part, StreetMap } from './street-map.ts'

/** Where a thing stands along a part of a road. */
export interface Standing {
  part: number
  alongMetres: number
  /** To the left of the line above 0, to the right below. */
  offsetMetres: number
}

/** So far behind the end of a road a thing stands at its end still. */
const BEHIND_END_METRES = 2

/** The roads along which a place lies, no farther than `tolerance` from their kerbs, at the nearest place of each: at a corner there are two.
 *  What lies behind the end of a road is not along it. */
export function standAlong(map: StreetMap, x: number, y: number, tolerance: number): Standing[] {
  const found = map.tree?.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance) ?? []
  const best = new Map<number, { metres: number; at: number; share: number; raw: number }>()
  for (const segment of found) {
    const part = map.parts[map.segmentPart[segment] as number] as Part
    const at = map.segmentAt[segment] as number
    const near = nearestOn(part, at, x, y)
    const known = best.get(part.index)
    if (near.metres <= part.halfWidth + tolerance && (!known || near.metres < known.metres))
      best.set(part.index, { ...near, at })
  }
  const standings: Standing[] = []
  for (const [index, near] of best) {
    const part = map.parts[index] as Part
    if (isBehindEnd(part, near)) continue
    const [from, to] = [part.along[near.at] as number, part.along[near.at + 1] as number]
    const alongMetres = from + (to - from) * near.share
    standings.push({ part: index, alongMetres, offsetMetres: near.metres * handOf(part, near, x, y) })
  }
  return standings
}

interface Near {
  metres: number
  at: number
  /** 0 … 1. */
  share: number
  /** Before it was held between 0 and 1. */
  raw: number
}

function nearestOn({ points }: Part, at: number, x: number, y: number): Omit<Near, 'at'> {
  const [ax, ay] = [points[at * 2] as number, points[at * 2 + 1] as number]
  const [dx, dy] = [(points[at * 2 + 2] as number) - ax, (points[at * 2 + 3] as number) - ay]
  const square = dx * dx + dy * dy
  const raw = square === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square
  const share = Math.max(0, Math.min(1, raw))
  return { metres: Math.hypot(ax + dx * share - x, ay + dy * share - y), share, raw }
}

function isBehindEnd({ along, closed }: Part, { at, raw }: Near): boolean {
  if (closed) return false
  const metres = (along[at + 1] as number) - (along[at] as number)
  if (at === 0 && raw < 0) return -raw * metres > BEHIND_END_METRES
  return at === along.length - 2 && raw > 1 && (raw - 1) * metres > BEHIND_END_METRES
}

/** 1 on the left, -1 on the right. At a bend both of its stretches say it together. */
function handOf(part: Part, { at, share, raw }: Near, x: number, y: number): 1 | -1 {
  const { points, along } = part
  const [ux, uy] = directionOf(part, at)
  const bend = raw < 0 ? at - 1 : raw > 1 ? at + 1 : at
  const [vx, vy] = bend === at || bend < 0 || bend > along.length - 2 ? [0, 0] : directionOf(part, bend)
  const [ax, ay] = [points[at * 2] as number, points[at * 2 + 1] as number]
  const [fx, fy] = [
    ax + ((points[at * 2 + 2] as number) - ax) * share,
    ay + ((points[at * 2 + 3] as number) - ay) * share,
  ]
  return (ux + vx) * (y - fy) - (uy + vy) * (x - fx) >= 0 ? 1 : -1
}

function directionOf({ points }: Part, at: number): [number, number] {
  const [dx, dy] = [
    (points[at * 2 + 2] as number) - (points[at * 2] as number),
    (points[at * 2 + 3] as number) - (points[at * 2 + 1] as number),
  ]
  const length = Math.hypot(dx, dy) || 1
  return [dx / length, dy / length]
}
