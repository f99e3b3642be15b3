/** Coordinates one after the other: x0, y0, x1, y1 … in tile units. */
export type Flat = number[]

/** Parts of a line inside the square [low, high]². A part ends where the line leaves it. */
export function clipLine(line: Flat, low: number, high: number): Flat[] {
  const parts: Flat[] = []
  let part: Flat | undefined
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [ax, ay, bx, by] = line.slice(at, at + 4) as [number, number, number, number]
    const kept = clipSegment(ax, ay, bx, by, low, high)
    if (!kept) {
      part = undefined
      continue
    }
    const [from, to] = kept
    if (!part || from > 0) {
      part = [ax + (bx - ax) * from, ay + (by - ay) * from]
      parts.push(part)
    }
    part.push(ax + (bx - ax) * to, ay + (by - ay) * to)
  }
  return parts
}

/** From where to where, 0 … 1, a segment is inside (Liang and Barsky 1984). */
function clipSegment(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  low: number,
  high: number,
): [from: number, to: number] | undefined {
  const [dx, dy] = [bx - ax, by - ay]
  let [from, to] = [0, 1]
  for (const [step, room] of [
    [-dx, ax - low],
    [dx, high - ax],
    [-dy, ay - low],
    [dy, high - ay],
  ] as const) {
    if (step === 0) {
      if (room < 0) return undefined
    } else if (step < 0) from = Math.max(from, room / step)
    else to = Math.min(to, room / step)
  }
  return from <= to ? [from, to] : undefined
}

/** A ring (first point not repeated) inside the square [low, high]² (Sutherland and Hodgman 1974). A ring that leaves the square and comes
 *  back is held together by edges along its border, which lie in the buffer and are not seen. */
export function clipRing(ring: Flat, low: number, high: number): Flat {
  let inside = ring
  for (const axis of [0, 1] as const) {
    inside = clipHalf(inside, axis, low, 1)
    inside = clipHalf(inside, axis, high, -1)
  }
  return inside
}

/** The ring where `sign * (coordinate - edge) >= 0`. */
function clipHalf(ring: Flat, axis: 0 | 1, edge: number, sign: 1 | -1): Flat {
  const kept: Flat = []
  const size = ring.length
  for (let at = 0; at < size; at += 2) {
    const next = at + 2 === size ? 0 : at + 2
    const [ax, ay, bx, by] = [ring[at], ring[at + 1], ring[next], ring[next + 1]] as [number, number, number, number]
    const a = sign * ((axis === 0 ? ax : ay) - edge)
    const b = sign * ((axis === 0 ? bx : by) - edge)
    if (a >= 0) kept.push(ax, ay)
    if (a >= 0 !== b >= 0) {
      const share = a / (a - b)
      kept.push(axis === 0 ? edge : ax + (bx - ax) * share, axis === 1 ? edge : ay + (by - ay) * share)
    }
  }
  return kept
}
