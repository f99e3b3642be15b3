import type { DetailTags } from './detail-layer.ts'
import type { LookTable } from './look-table.ts'
import type { Pick } from './pick-rows.ts'
import type { TileScratch } from './tile-scratch.ts'

/** Bytes of a point feature besides its tags' tail, at most. */
const POINT_BYTES = 40

/** One source-layer of points, in one pass over the picked rows. Coordinates are a shift: the world is 2³² wide and a tile 2¹². */
export function writePoints(
  scratch: TileScratch,
  tags: DetailTags,
  name: string,
  looks: LookTable,
  picks: readonly Pick[],
  z: number,
  tileX: number,
  tileY: number,
): Buffer<ArrayBuffer> {
  scratch.begin(name)
  tags.begin(looks, picks)
  let value = tags.firstRow
  for (const { columns, rows, count } of picks) {
    scratch.reserve(count * (POINT_BYTES + tags.stride))
    const { x, y, look, number } = columns
    const { bytes } = scratch
    const { tails, lengths, stride } = tags
    // Beyond zoom 20 a unit of the world is more than a pixel.
    const shift = Math.max(0, 20 - z)
    const grow = 2 ** Math.max(0, z - 20)
    const originX = (tileX * 4096) / grow
    const originY = (tileY * 4096) / grow
    let at = scratch.at
    for (let i = 0; i < count; i++) {
      const row = rows[i] as number
      bytes[at++] = 0x12
      const start = at++
      bytes[at++] = 0x08
      let rest = number[row] as number
      for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
      bytes[at++] = rest
      bytes[at++] = 0x12
      const tagStart = at++
      bytes[at++] = 0
      for (rest = value; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
      bytes[at++] = rest
      bytes[at++] = 1
      for (rest = value + 1; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
      bytes[at++] = rest
      value += 2
      const one = look[row] as number
      let from = one * stride
      for (const end = from + (lengths[one] as number); from < end; from++) bytes[at++] = tails[from] as number
      bytes[tagStart] = at - tagStart - 1
      bytes[at++] = 0x18
      bytes[at++] = 1
      bytes[at++] = 0x22
      const geometryStart = at++
      bytes[at++] = 9
      rest = (((x[row] as number) >>> shift) - originX) * grow * 2
      for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
      bytes[at++] = rest
      rest = (((y[row] as number) >>> shift) - originY) * grow * 2
      for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
      bytes[at++] = rest
      bytes[geometryStart] = at - geometryStart - 1
      bytes[start] = at - start - 1
    }
    scratch.at = at
  }
  tags.end(scratch, looks, picks)
  return scratch.end()
}
