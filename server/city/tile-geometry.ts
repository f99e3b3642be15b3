import { clipLine, clipRing, type Flat } from './clip.ts'
import type { Shapes } from './shapes.ts'
import { simplifyLine, simplifyRing } from './simplify.ts'

/** From this zoom on shapes are exact: clients draw deeper zooms from its tiles. */
const EXACT_FROM = 16

/** Half a pixel of a 512-pixel tile. */
const TOLERANCE = 4

/** Lines and rings of a row in a tile, in whole tile units, clipped to the tile and `reach` around it; rings wound as MVT asks, not closed. */
export function tileGeometry(
  shapes: Shapes,
  row: number,
  z: number,
  tileX: number,
  tileY: number,
  reach: number,
): { polygon: boolean; parts: Flat[] } {
  const polygon = (shapes.kind[row] as number) > 2
  const exact = z >= EXACT_FROM
  const parts: Flat[] = []
  let outerKept = false
  for (let part = shapes.partStart[row] as number; part < (shapes.partStart[row + 1] as number); part++) {
    const flat = project(shapes, part, z, tileX, tileY)
    if (!polygon) {
      const line = exact ? flat : simplifyLine(flat, TOLERANCE)
      for (const piece of clipLine(line, -reach, 4096 + reach)) {
        const whole = rounded(piece)
        if (whole.length >= 4) parts.push(whole)
      }
      continue
    }
    const outer = shapes.outer[part] === 1
    if (!outer && !outerKept) continue
    const ring = wound(rounded(clipRing(exact ? flat : simplifyRing(flat, TOLERANCE), -reach, 4096 + reach)), outer)
    if (outer) outerKept = ring !== undefined
    if (ring) parts.push(ring)
  }
  return { polygon, parts }
}

/** Vertices in tile units. Exact: a tile's side is a power of two. */
function project({ vertexStart, x, y }: Shapes, part: number, z: number, tileX: number, tileY: number): Flat {
  const unit = 2 ** (20 - z)
  const [originX, originY] = [tileX * 4096, tileY * 4096]
  const flat: Flat = []
  for (let vertex = vertexStart[part] as number; vertex < (vertexStart[part + 1] as number); vertex++)
    flat.push((x[vertex] as number) / unit - originX, (y[vertex] as number) / unit - originY)
  return flat
}

/** Whole numbers, without points that fall on the one before. */
function rounded(flat: Flat): Flat {
  const whole: Flat = []
  for (let at = 0; at < flat.length; at += 2) {
    const [x, y] = [Math.round(flat[at] as number), Math.round(flat[at + 1] as number)]
    if (whole.length === 0 || x !== whole.at(-2) || y !== whole.at(-1)) whole.push(x, y)
  }
  return whole
}

/** The ring with positive area (y down) when it is an outer one, negative when a hole; undefined when nothing is left of it. */
function wound(ring: Flat, outer: boolean): Flat | undefined {
  let area = 0
  for (let at = 0; at < ring.length; at += 2) {
    const next = at + 2 === ring.length ? 0 : at + 2
    area += (ring[at] as number) * (ring[next + 1] as number) - (ring[next] as number) * (ring[at + 1] as number)
  }
  if (area === 0) return undefined
  if (area > 0 === outer) return ring
  const turned: Flat = []
  for (let at = ring.length - 2; at >= 0; at -= 2) turned.push(ring[at] as number, ring[at + 1] as number)
  return turned
}
