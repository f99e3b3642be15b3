import type { Flat } from './clip.ts'

/** A line without the points that lie within `tolerance` of what is left (Douglas and Peucker 1973). Ends stay. */
export function simplifyLine(line: Flat, tolerance: number): Flat {
  const count = line.length / 2
  if (count < 3) return line
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span
    const [far, distance] = farthest(line, first, last)
    if (distance <= tolerance * tolerance) continue
    keep[far] = 1
    open.push([first, far], [far, last])
  }
  return line.filter((_, at) => keep[at >> 1])
}

/** A ring simplified in two halves, between its first point and the one farthest from it. */
export function simplifyRing(ring: Flat, tolerance: number): Flat {
  const count = ring.length / 2
  if (count < 5) return ring
  const [x, y] = [ring[0] as number, ring[1] as number]
  let [far, distance] = [0, -1]
  for (let at = 0; at < count; at++) {
    const away = ((ring[at * 2] as number) - x) ** 2 + ((ring[at * 2 + 1] as number) - y) ** 2
    if (away > distance) [far, distance] = [at, away]
  }
  const there = simplifyLine(ring.slice(0, far * 2 + 2), tolerance)
  const back = simplifyLine([...ring.slice(far * 2), x, y], tolerance)
  return [...there, ...back.slice(2, -2)]
}

/** The point between two others that is farthest from their connection, and its squared distance. */
function farthest(line: Flat, first: number, last: number): [at: number, squared: number] {
  let [far, distance] = [first, 0]
  for (let at = first + 1; at < last; at++) {
    const squared = squaredDistance(line, at, first, last)
    if (squared > distance) [far, distance] = [at, squared]
  }
  return [far, distance]
}

function squaredDistance(line: Flat, at: number, first: number, last: number): number {
  const pointOf = (index: number): [number, number] => [line[index * 2] as number, line[index * 2 + 1] as number]
  const [[px, py], [ax, ay], [bx, by]] = [pointOf(at), pointOf(first), pointOf(last)]
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length))
  return (px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2
}
